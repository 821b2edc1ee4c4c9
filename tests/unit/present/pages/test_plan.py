from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from isthmus.condition import Condition, Handbook, plan
from isthmus.pathway import WorkedCase
from isthmus.present import PlanPage, plan_page
from isthmus.present.sources import Sourced
from isthmus.terms import FeatureName

Cases = tuple[WorkedCase, ...]


def a_page(condition: Condition, facts: Mapping[str, object], today: date) -> PlanPage:
    return plan_page(plan(condition, facts, today=today), condition, facts)


@pytest.fixture(scope="module")
def pages(condition: Condition, cases: Cases, today: date) -> dict[str, PlanPage]:
    """The page of every worked patient."""
    return {case.id: a_page(condition, case.facts, today) for case in cases}


def sentences(page: PlanPage) -> list[Sourced]:
    steps = [sentence for period in page.periods for sentence in period.sentences]
    return [*page.sentences, *page.flags, *page.outlook, *steps]


def test_every_mark_leads_to_a_source_and_every_source_has_a_number(pages: Mapping[str, PlanPage]) -> None:
    for page in pages.values():
        numbers = [source.number for source in page.sources]
        assert numbers == list(range(1, len(numbers) + 1))
        assert {mark.number for said in sentences(page) for mark in said.marks} <= set(numbers)


def test_every_sentence_that_cites_a_claim_shows_its_source(
    condition: Condition, cases: Cases, pages: Mapping[str, PlanPage]
) -> None:
    words = next(wording for name, wording in condition.pathway.wordings.items() if name == "patient")
    for case in cases:
        said = words.actions[case.action].says
        assert [bool(sentence.marks) for sentence in pages[case.id].sentences] == [bool(words.claims) for words in said]


def test_a_plan_is_told_apart_by_how_loud_it_is(cases: Cases, pages: Mapping[str, PlanPage]) -> None:
    tones = {str(case.action): pages[case.id].tone for case in cases}
    assert tones["emergency-now"] == "emergency"
    assert tones["urgent-referral"] == "urgent"
    assert tones["ask-missing"] == "question"
    assert tones["continue-conservative-care"] == "ordinary"


def test_the_facts_are_those_the_deciding_row_looked_at(condition: Condition, today: date) -> None:
    page = a_page(condition, {"rf_saddle_numb": True}, today)
    asked = {feature.ask: name for name, feature in condition.pathway.features.items()}
    assert {asked[fact.ask]: fact.value for fact in page.facts} == {"rf_bladder_bowel": None, "rf_saddle_numb": True}


def test_what_is_missing_is_asked_for_in_the_words_of_its_question(
    condition: Condition, safe: Mapping[str, object], today: date
) -> None:
    missing = plan(condition, safe, today=today).detail
    assert [point.features for point in a_page(condition, safe, today).points] == [(name,) for name in missing]


@pytest.mark.parametrize("kind", ["contradictions", "phases", "definitions"])
def test_what_the_detail_names_is_told_in_words(
    kind: str, condition: Condition, cases: Cases, pages: Mapping[str, PlanPage]
) -> None:
    known = getattr(condition.pathway, kind)
    names = set(known) if kind == "definitions" else {item.id for item in known}
    named = [case for case in cases if names & set(case.detail)]
    assert len(named) > 0
    for case in named:
        assert not {point.title for point in pages[case.id].points} & names


def test_the_review_is_counted_from_the_day_of_the_plan(pages: Mapping[str, PlanPage], today: date) -> None:
    assert {page.made for page in pages.values()} == {today}
    assert any(page.dates is None for page in pages.values())
    assert all(page.dates is None or today <= page.dates[0] <= page.dates[1] for page in pages.values())


def test_the_trace_ends_at_the_row_that_decides(pages: Mapping[str, PlanPage]) -> None:
    for page in pages.values():
        assert [line.row for line in page.trace if line.decides] == [page.row]
        assert page.trace[-1].decides
        assert page.trace[-1].parts[0][0] == 0


def test_the_classification_is_said_in_the_words_of_the_form(pages: Mapping[str, PlanPage]) -> None:
    values = {line.value for page in pages.values() for line in page.classification}
    assert "One side" in values
    assert "unilateral" not in values


def test_a_plan_is_shown_with_its_explanation_and_one_that_nobody_explained_without(
    condition: Condition, safe: Mapping[str, object], today: date
) -> None:
    made = plan(condition, safe, today=today)
    explained = plan_page(made, condition, safe).explained
    assert explained is not None
    assert (explained.settled, explained.because) == (False, ())
    assert plan_page(replace(made, explanation=None), condition, safe).explained is None


def test_what_decides_holds_what_the_rule_looked_at_and_no_absent_danger_sign(
    condition: Condition, pages: Mapping[str, PlanPage]
) -> None:
    page = pages["weeks-after-6"]
    asked = condition.pathway.wordings[page.audience].features
    assert page.deciding[0].ask == asked[FeatureName("weeks_after_surgery")].ask
    assert page.explained is not None
    assert set(page.explained.because) <= set(page.deciding)
    for page in pages.values():
        assert all(
            fact.value is not None and (fact.value, fact.ask in page.signs) != (False, True) for fact in page.deciding
        )


def test_the_outlook_is_in_plain_words_for_plain_readers_with_the_same_marks(
    condition: Condition, whole: Handbook, cases: Cases, today: date
) -> None:
    facts = next(case.facts for case in cases if plan(condition, case.facts, today=today).outlook)
    for who, plain in (("patient", True), ("coach", True), ("surgeon", False)):
        made = plan(condition, facts, today=today, audience=who)
        kept, told = (plan_page(made, condition, facts, book).outlook for book in (None, whole.book))
        says = [condition.evidence.claims[claim].text for claim in made.outlook]
        assert [said.text for said in kept] == says
        plainly = [whole.book.plain[claim].text for claim in made.outlook]
        assert [said.text for said in told] == (plainly if plain else says)
        assert [len(said.marks) for said in told] == [len(said.marks) for said in kept]
