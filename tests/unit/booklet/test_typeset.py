import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from tests.built_in import built_in_condition, built_in_handbook

from isthmus.booklet import booklet_of_plan, booklet_of_procedure, is_installed
from isthmus.condition import Condition, Handbook, load_worked_cases, plan
from isthmus.errors import MissingLibrary
from isthmus.plan import PathwayVersion
from isthmus.present import PlanPage, ProcedurePage, illustrate_procedure, plan_page, procedure_page

TODAY, DAY = date(2026, 11, 21), date(2027, 1, 15)
EDITION = PathwayVersion("0.1", "ab" * 32)
HOSTILE = (
    '#read("frame.typ") #import "@preview/x:1.0.0" $x^2$ *b* _i_ `c` = h @r <l> \\ // /* ~ -- [ ] { } "; <script>&amp;'
)


@pytest.fixture(scope="module")
def condition() -> Condition:
    return built_in_condition()


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return built_in_handbook()


@pytest.fixture(scope="module")
def pages(condition: Condition, handbook: Handbook) -> Mapping[str, PlanPage]:
    """A page of each action, for a patient."""
    cases = {case.action: case for case in load_worked_cases(condition)}
    return {
        str(action): plan_page(plan(condition, case.facts, today=TODAY), condition, case.facts, handbook.book)
        for action, case in cases.items()
    }


def read(pdf: bytes) -> tuple[list[str], Mapping[str, str]]:
    """Read a PDF with another library: the text of its pages on one line each, and what it says of itself."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(" ".join(text.get_text_range().replace("\ufffe", "").split()))
        text.close()
    about = document.get_metadata_dict()
    document.close()
    return texts, about


def squeezed(text: str) -> str:
    """A text without spaces and hyphens, which fall differently where lines are broken."""
    return "".join(text.split()).replace("-", "").replace("\N{HYPHEN}", "")


def unfooted(texts: list[str]) -> str:
    """The pages in one, without what stands at the foot of each, which may cut a sentence in two."""
    return squeezed("".join(re.sub(r"No clinician has reviewed this\..*", "", text) for text in texts))


def brace(handbook: Handbook, on: date | None = DAY, audience: str = "patient") -> ProcedurePage:
    return procedure_page(handbook, "brace", audience, today=TODAY, on=on)


def set_procedure(page: ProcedurePage) -> bytes:
    return booklet_of_procedure(page, made=TODAY, knowledge=EDITION)


def sentences_of(page: PlanPage) -> Iterator[str]:
    """Everything that the page of a plan tells a patient."""
    yield from (page.title, page.sha256)
    yield from (said.text for said in (*page.sentences, *page.next))
    yield from (source.title for source in page.sources)
    if page.tone == "emergency":
        return
    yield from (said.text for said in page.row_says)
    yield from page.signs
    if page.tone == "urgent":
        return
    if page.tone == "ordinary":
        yield from (said.text for said in page.changes)
    yield from (said.text for period in page.periods for said in period.sentences)
    yield from (said.text for said in (*page.flags, *page.outlook))
    yield from (step.text for phase in (page.timeline.dates if page.timeline else ()) for step in phase.steps)
    yield from (text.text for option in page.options for text in (*option.speaks_for, *option.could_speak_against))
    yield from (fact.says.text for option in (page.talk.aid.options if page.talk.aid else ()) for fact in option.harms)
    yield from (asked.text for group in page.talk.questions for asked in group.asks)


def test_a_plan_of_every_action_is_set_with_all_it_says_its_sources_and_the_knowledge_behind_it(
    pages: Mapping[str, PlanPage],
) -> None:
    for page in pages.values():
        texts, about = read(booklet_of_plan(page))
        whole = unfooted(texts)
        assert about["Title"] == page.title
        assert about["CreationDate"].startswith("D:20261121")
        assert [text for text in sentences_of(page) if squeezed(text) not in whole] == [], page.title


def test_a_clinician_gets_the_criteria_and_the_trace_besides(condition: Condition, handbook: Handbook) -> None:
    case = next(case for case in load_worked_cases(condition) if case.id == "six-months-at-22")
    made = plan(condition, case.facts, today=TODAY, audience="surgeon")
    page = plan_page(made, condition, case.facts, handbook.book)
    assert page.criteria is not None
    whole = unfooted(read(booklet_of_plan(page))[0])
    told = [item.says.text for item in page.criteria.evidence] + [item.says for item in page.criteria.thresholds]
    told += [row.says for row in page.trace]
    assert [text for text in told if squeezed(text) not in whole] == []


def test_every_page_says_that_no_clinician_has_reviewed_it_and_has_its_number(pages: Mapping[str, PlanPage]) -> None:
    page = max(pages.values(), key=lambda page: len(page.periods))
    texts, _ = read(booklet_of_plan(page))
    assert len(texts) > 2
    for number, text in enumerate(texts, start=1):
        assert "No clinician has reviewed this." in text
        assert squeezed(page.notice) in squeezed(text)
        assert f"Page {number} of {len(texts)}" in text


def test_every_procedure_is_set_for_every_reader(handbook: Handbook) -> None:
    for name in handbook.book.procedures:
        for audience in ("patient", "surgeon"):
            page = procedure_page(handbook, name, audience, today=TODAY, on=DAY)
            whole = unfooted(read(set_procedure(page))[0])
            told = (*page.what_it_is, *page.who_not, *page.the_day, *page.warning_signs, *page.questions)
            told += tuple(step for phase in page.recovery for step in phase.steps)
            told += tuple(fact.says for fact in (*page.benefits, *page.harms))
            told += tuple(item.says for item in page.prepare)
            assert [one.text for one in told if squeezed(one.text) not in whole] == [], (name, audience)


def test_a_procedure_with_its_day_counts_the_others_from_it(handbook: Handbook) -> None:
    dated, undated = (" ".join(read(set_procedure(brace(handbook, on)))[0]) for on in (DAY, None))
    assert "15 January 2027" in dated
    assert "8 January 2027" in dated
    assert "2027 to" in dated
    assert "January" not in undated
    assert "Weeks 0 to 12" in undated
    assert EDITION.sha256 in dated


def test_a_procedure_shows_out_of_a_hundred_people_what_its_page_draws(handbook: Handbook) -> None:
    page = procedure_page(handbook, "direct-repair", "patient", today=TODAY, on=None)
    said = " ".join(read(set_procedure(page))[0])
    assert "Out of 100 people" in said
    assert "76 of 100" in said
    assert "25 people counted, 2014." in said


def test_a_procedure_has_its_drawings_with_words_for_who_cannot_see_them(handbook: Handbook) -> None:
    for name in ("pars-injection", "direct-repair"):
        page, drawings = illustrate_procedure(procedure_page(handbook, name, "patient", today=TODAY, on=None), handbook)
        pdf = booklet_of_procedure(page, made=TODAY, knowledge=EDITION, drawings=drawings)
        panels = [panel for each in drawings for panel in each.panels]
        assert pdf.count(b"/Alt") == len(panels) > 0
        assert b"pdfuaid:part" in pdf
        said = unfooted(read(pdf)[0])
        assert [told.text for each in drawings for told in each.caption if squeezed(told.text) not in said] == []
        labels = [
            label.text for panel in panels for element in panel.elements for label in element.walk() if label.text
        ]
        assert [label for label in labels if squeezed(label) not in said] == []


def test_a_plan_shows_the_place_on_the_path_of_care(pages: Mapping[str, PlanPage]) -> None:
    said = " ".join(read(booklet_of_plan(pages["start-conservative-care"]))[0])
    assert "Care without surgery: You are here" in said


def test_the_signs_of_the_typesetter_in_a_text_are_only_signs(handbook: Handbook) -> None:
    page = brace(handbook)
    told = replace(page.what_it_is[0], text=HOSTILE)
    texts, about = read(set_procedure(replace(page, title=HOSTILE, what_it_is=(told,), notice=HOSTILE)))
    assert about["Title"] == HOSTILE
    assert squeezed(HOSTILE) in squeezed(texts[0])


def test_a_text_in_letters_that_no_font_has_is_still_set(handbook: Handbook) -> None:
    told = replace(
        brace(handbook).what_it_is[0], text="\u4e2d \U0001f9b4 \u202e\x00\x07 \ufffd\ue000 \N{GREEK SMALL LETTER ALPHA}"
    )
    texts, _ = read(set_procedure(replace(brace(handbook), what_it_is=(told,))))
    assert "A brace" in texts[0]


def test_it_is_tagged_and_says_its_language_and_that_it_is_accessible(handbook: Handbook) -> None:
    pdf = set_procedure(brace(handbook))
    document = pypdfium2.PdfDocument(pdf)
    assert document.is_tagged()
    document.close()
    for sign in (b"/Lang", b"/StructTreeRoot", b"/DisplayDocTitle true", b"pdfuaid:part", b"/FontFile"):
        assert sign in pdf, sign


def test_it_holds_nothing_that_runs_or_leads_to_a_file(pages: Mapping[str, PlanPage], handbook: Handbook) -> None:
    for pdf in (set_procedure(brace(handbook)), *map(booklet_of_plan, list(pages.values())[:5])):
        assert [sign for sign in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction") if sign in pdf] == []


def test_the_same_page_gives_the_same_bytes(handbook: Handbook, pages: Mapping[str, PlanPage]) -> None:
    assert set_procedure(brace(handbook)) == set_procedure(brace(handbook))
    plan_of_one = next(iter(pages.values()))
    assert booklet_of_plan(plan_of_one) == booklet_of_plan(plan_of_one)


@pytest.fixture
def asked_anew() -> Iterator[None]:
    is_installed.cache_clear()
    yield
    is_installed.cache_clear()


@pytest.mark.usefixtures("asked_anew")
def test_it_is_looked_up_once_whether_the_library_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_installed()
    monkeypatch.setattr("isthmus.booklet.typeset.find_spec", lambda _: None)
    assert is_installed()


@pytest.mark.usefixtures("asked_anew")
def test_it_is_known_that_the_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isthmus.booklet.typeset.find_spec", lambda _: None)
    assert not is_installed()


def test_without_the_library_it_says_how_to_get_it(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingLibrary, match=r"^booklet: .* Run: pip install 'isthmus\[booklet\]'$"):
        set_procedure(brace(handbook))
