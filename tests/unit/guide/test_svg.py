import re
from pathlib import Path

import pytest

from isthmus.condition import built_in_knowledge
from isthmus.errors import Fault
from isthmus.guide.drawings import Element
from isthmus.guide.svg import CLASSES, read_svg

SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"'
SHEET = Path(__file__).parents[3] / "src/isthmus/web/static/site/figures.css"


def faults(text: str) -> list[str]:
    found: list[Fault] = []
    read_svg(text, "x.svg", found)
    return [f"{fault.where}: {fault.what}" for fault in found]


def within(shapes: str, attributes: str = SVG) -> str:
    return f"<svg {attributes}>\n{shapes}\n</svg>"


def test_shapes_keep_their_order_their_groups_and_their_labels() -> None:
    found: list[Fault] = []
    shapes = '<g transform="rotate(-12 3 4)"><path d="M1 2h3" class="d-bone"/></g><text x="1" y="-2">pars</text>'
    drawing = read_svg(within(shapes), "x.svg", found)
    assert found == []
    assert drawing.view_box == "0 0 40 30"
    group, label = drawing.elements
    assert [each.tag for each in group.walk()] == ["g", "path"]
    assert group.children[0].attributes == (("class", "d-bone"), ("d", "M1 2h3"))
    assert drawing.labels() == (label,) == (Element("text", (("x", "1"), ("y", "-2")), (), "pars"),)


@pytest.mark.parametrize(
    ("shapes", "told"),
    [
        ("<script>alert(1)</script>", "x.svg:2: A drawing may not hold the element `script` here."),
        ("<style>*{}</style>", "element `style`"),
        ('<image href="https://example.org/a.png"/>', "element `image`"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "another namespace"),
        ('<a href="#x"><path d="M0 0"/></a>', "element `a`"),
        ('<use href="#x"/>', "element `use`"),
        ('<animate attributeName="x"/>', "element `animate`"),
        ("<title>Words</title>", "element `title`"),
        ("<defs/>", "element `defs`"),
        (f"<svg {SVG}/>", "element `svg`"),
        ('<path d="M0 0" onload="alert(1)"/>', "`path` may not have the attribute `onload`."),
        ('<path d="M0 0" style="fill:red"/>', "attribute `style`"),
        ('<path d="M0 0" fill="url(#x)"/>', "attribute `fill`"),
        ('<path d="M0 0" id="main"/>', "attribute `id`"),
        ('<path d="M0 0" xml:lang="en"/>', "attribute `lang`"),
        ('<g xmlns:xlink="http://www.w3.org/1999/xlink"><path d="M0 0" xlink:href="#x"/></g>', "attribute `href`"),
        ('<path d="M0 0url(x)"/>', "The value of `d` cannot be read."),
        ('<path transform="matrix(1)" d="M0 0"/>', "The value of `transform` cannot be read."),
        ('<circle cx="1" cy="2" r="calc(1px)"/>', "The value of `r` cannot be read."),
        ('<path class="masthead" d="M0 0"/>', "There is no class `masthead`."),
        ("words", "Words stand outside a text."),
        ('<text x="1" y="1"></text>', "A text holds the name of one label."),
        ('<text x="1" y="1">a<path d="M0 0"/></text>', "A text holds the name of one label."),
        ("<?php x?>", "There is an instruction `php` to a program."),
        ("<g>" * 12 + "</g>" * 12, "Groups are nested too deep."),
        ("<path d='M0 0'>", "x.svg:3: This is not well-formed XML."),
    ],
)
def test_what_could_act_or_lead_elsewhere_is_refused_with_its_line(shapes: str, told: str) -> None:
    assert any(told in each for each in faults(within(shapes)))


def test_a_document_type_is_refused_before_it_can_expand() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + within("<text>&b;</text>")
    assert faults(bomb) == ["x.svg:1: A drawing has no document type; it could define what expands without end."]


@pytest.mark.parametrize(
    "attributes", ['viewBox="0 0 40 30"', 'xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 40 30"', SVG[:34]]
)
def test_the_outermost_element_is_svg_with_its_size(attributes: str) -> None:
    assert faults(within("", attributes))


def test_every_class_has_a_rule_in_the_sheet() -> None:
    sheet = SHEET.read_text(encoding="utf-8")
    assert [name for name in sorted(CLASSES) if not re.search(rf"\.{name}[ ,]", sheet)] == []


def test_every_drawing_on_file_is_read_without_a_fault() -> None:
    drawings = sorted(built_in_knowledge().glob("conditions/*/figures/*.svg"))
    assert len(drawings) > 10
    assert [told for path in drawings for told in faults(path.read_text(encoding="utf-8"))] == []
