from pathlib import Path

import pytest
from tests.unit.guide.small import REVIEW, write

from isthmus.errors import KnowledgeError
from isthmus.guide import GuideBook
from isthmus.guide.load import load_guide_book, load_words

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
<path class="d-bone" d="M0 0h9"/>
<text class="strong" x="1" y="2">pars</text>
</svg>
"""
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path class="d-bone" d="M0 0h9"/></svg>'
FIGURES = f"""\
{REVIEW}drawings:
  - name: bridge
    chapter: outlook
    shows: [PD-2]
    procedures: [brace]
    panels:
      - svg: bridge.svg
        title: {{plain: The bridge, clinical: Pars}}
        desc: {{plain: "A bridge.", clinical: "The pars.", claims: [PD-1]}}
        labels: {{pars: {{plain: bridge, clinical: pars}}}}
    caption:
      - {{plain: "From the side.", clinical: "Lateral.", claims: [PD-1]}}
"""


def drawn(tmp_path: Path, figures: str = FIGURES, **svgs: str) -> Path:
    folder = write(tmp_path)
    (folder / "figures.yaml").write_text(figures, encoding="utf-8")
    (folder / "figures").mkdir()
    for name, text in ({"bridge": SVG} | svgs).items():
        (folder / "figures" / f"{name}.svg").write_text(text, encoding="utf-8")
    return folder


def book(tmp_path: Path) -> GuideBook:
    return load_guide_book(drawn(tmp_path))


def test_a_condition_without_drawings_has_none(tmp_path: Path) -> None:
    assert load_guide_book(write(tmp_path)).drawings == ()


def test_a_drawing_comes_with_its_words_and_its_shapes(tmp_path: Path) -> None:
    (drawing,) = book(tmp_path).drawings
    (panel,) = drawing.panels
    assert (drawing.name, drawing.procedures, drawing.caption[0].plain.text) == ("bridge", ("brace",), "From the side.")
    assert (panel.title.clinical, panel.labels["pars"].plain, panel.desc.plain.claims) == ("Pars", "bridge", ("PD-1",))
    assert [each.tag for each in panel.svg.elements] == ["path", "text"]


def test_a_drawing_stands_after_the_first_sentence_that_says_what_it_shows(tmp_path: Path) -> None:
    read = book(tmp_path)
    (drawing,) = read.drawings
    first, outlook = read.guides[read.audience("patient").id].chapters
    assert (drawing.stands_after(outlook), drawing.stands_after(first)) == (1, None)


def test_its_words_are_checked_like_all_others_and_labels_as_titles(tmp_path: Path) -> None:
    kinds = {text.text: text.kind for text in load_words(drawn(tmp_path)).written if text.file.endswith("figures.yaml")}
    assert kinds == {
        "The bridge": "title",
        "Pars": "title",
        "A bridge.": "sentence",
        "The pars.": "sentence",
        "bridge": "title",
        "pars": "title",
        "From the side.": "sentence",
        "Lateral.": "sentence",
    }


LABELS = "labels: {pars: {plain: bridge, clinical: pars}}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "chapter: outlook",
            "chapter: outlok",
            "figures.yaml:3: There is no chapter `outlok`. Did you mean `outlook`?",
        ),
        ("procedures: [brace]", "procedures: [brac]", "There is no procedure `brac`. Did you mean `brace`?"),
        ("shows: [PD-2]", "shows: [PD-9]", "No sentence of `outlook` for `patient` says what `bridge` shows."),
        ("svg: bridge.svg", "svg: other.svg", "figures.yaml:8: There is no such file."),
        ("svg: bridge.svg", "svg: ../bridge.svg", "figures.yaml:8"),
        ("pars: {plain", "par: {plain", "has a label `pars` without words. Did you mean `par`?"),
        (LABELS, f"{LABELS[:-1]}, disc: {{plain: a, clinical: b}}}}", "draws no label `disc`."),
        ('clinical: "Lateral.", claims: [PD-1]', 'clinical: "Lateral.", about: editorial', "does not cite."),
        ("  - name: bridge", "  - nam: bridge", "figures.yaml"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in FIGURES
    with pytest.raises(KnowledgeError) as caught:
        load_guide_book(drawn(tmp_path, FIGURES.replace(old, new, 1)))
    assert told in str(caught.value)


def test_two_drawings_have_two_names(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="There are two drawings `bridge`"):
        load_guide_book(drawn(tmp_path, FIGURES + FIGURES.split("drawings:\n")[1]))


def test_a_file_that_no_drawing_shows_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"figures/spare.svg: No drawing shows this file"):
        load_guide_book(drawn(tmp_path, spare=PLAIN))


def test_a_hostile_drawing_is_no_part_of_the_book(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"figures/bridge.svg:2: A drawing may not hold the element `script` here"):
        load_guide_book(drawn(tmp_path, bridge=SVG.replace('<path class="d-bone" d="M0 0h9"/>', "<script/>")))


@pytest.mark.parametrize(
    ("svg", "told"),
    [
        (SVG.replace('class="strong" ', ""), "`bridge.svg` has no label for a phone."),
        (SVG.replace("</svg>", '<text class="more" x="1" y="1">pars</text>' * 6 + "</svg>"), "has 7 labels; at most 6"),
    ],
)
def test_labels_are_few_and_one_is_for_a_phone(tmp_path: Path, svg: str, told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        load_guide_book(drawn(tmp_path, bridge=svg))
