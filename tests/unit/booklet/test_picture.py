import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
from tests.built_in import built_in_handbook

import isthmus.booklet
from isthmus.booklet.picture import pictures_as_json
from isthmus.condition import Handbook
from isthmus.guide import Element
from isthmus.guide.svg import CLASSES
from isthmus.present import DrawingTold, drawings_of_procedure

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return built_in_handbook()


def drawn(handbook: Handbook) -> tuple[DrawingTold, ...]:
    return drawings_of_procedure(handbook, "patient", "pars-injection")


def pictures(drawings: tuple[DrawingTold, ...]) -> Iterator[ET.Element]:
    for each in cast("list[dict[str, Any]]", pictures_as_json(drawings)):
        yield from (ET.fromstring(panel["svg"]) for panel in each["panels"])  # noqa: S314 - we have just written it


def test_a_picture_holds_all_shapes_and_labels_in_their_order(handbook: Handbook) -> None:
    (drawing,) = drawn(handbook)
    (picture,) = pictures((drawing,))
    shapes = [each for element in drawing.panels[0].elements for each in element.walk()]
    assert [node.tag for node in picture.iter()][2:] == [SVG + shape.tag for shape in shapes]
    assert [node.text for node in picture.iter(SVG + "text")] == [shape.text for shape in shapes if shape.tag == "text"]
    assert picture.attrib == {"viewBox": drawing.panels[0].view_box}


def test_words_in_a_picture_are_never_markup(handbook: Handbook) -> None:
    (drawing,) = drawn(handbook)
    words = '</text><script>alert("1")</script>&amp;'
    panel = replace(drawing.panels[0], elements=(Element("text", (("x", "1"), ("y", '"><b/>')), (), words),))
    (picture,) = pictures((replace(drawing, panels=(panel,)),))
    assert [node.text for node in picture.iter(SVG + "text")] == [words]
    assert len(list(picture.iter())) == 3


def test_every_part_of_a_drawing_has_a_look_on_paper() -> None:
    sheet = Path(isthmus.booklet.__file__).with_name("typst").joinpath("drawing.css").read_text("utf-8")
    assert [name for name in sorted(CLASSES) if not re.search(rf"\.{name}[ ,]", sheet)] == []
