from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from tests.built_in import built_in_handbook

from isthmus.condition import Condition, Handbook, plan
from isthmus.exchange import Event
from isthmus.pathway import WorkedCase
from isthmus.present import PlanPage, events_of_plan, events_of_procedure, is_dated, plan_page, procedure_page

TODAY, DAY = date(2026, 11, 21), date(2027, 1, 15)
Cases = tuple[WorkedCase, ...]


@pytest.fixture(scope="module")
def pages(condition: Condition, cases: Cases) -> Mapping[str, PlanPage]:
    return {case.id: plan_page(plan(condition, case.facts, today=TODAY), condition, case.facts) for case in cases[::3]}


@pytest.fixture(scope="module")
def book() -> Handbook:
    return built_in_handbook()


def of_procedure(book: Handbook, name: str, on: date | None = DAY) -> tuple[Event, ...]:
    return events_of_procedure(procedure_page(book, name, "patient", today=TODAY, on=on), book.book.editorial)


def test_a_plan_says_when_to_be_seen_and_counts_from_its_own_day(pages: Mapping[str, PlanPage], book: Handbook) -> None:
    dated = [page for page in pages.values() if page.dates and page.tone == "ordinary"]
    assert len(dated) > 0
    for page in dated:
        event = next(
            event for event in events_of_plan(page, book.book.editorial) if event.title.startswith("To be seen")
        )
        assert (event.first, event.last) == page.dates
        assert event.title.endswith(page.title)
        assert page.when in event.says


def test_the_phases_of_a_plan_are_there_where_they_can_be_counted_in_the_order_of_their_days(
    condition: Condition, cases: Cases, book: Handbook
) -> None:
    facts = next(case.facts for case in cases if case.action == "start-conservative-care")
    page = plan_page(plan(condition, facts, today=TODAY), condition, facts)
    events = events_of_plan(page, book.book.editorial)
    assert [event.title.partition(":")[2].strip() for event in events] == [
        "The first week",
        "Up to three months",
        "Start rest and therapy",  # to be seen
        "Three to six months",
        "After six months",
    ]
    assert (events[0].first, events[0].last) == (TODAY, TODAY + timedelta(weeks=1))
    assert events[-1].first == events[-1].last


def test_what_cannot_wait_and_what_asks_first_is_put_into_no_calendar(
    pages: Mapping[str, PlanPage], book: Handbook
) -> None:
    hurried = [page for page in pages.values() if page.tone in {"emergency", "question"}]
    assert len(hurried) > 0
    assert not any(is_dated(page) for page in hurried)
    assert {events_of_plan(page, book.book.editorial) for page in hurried} == {()}


def test_a_procedure_gives_the_days_to_get_ready_the_day_and_the_phases_in_order(book: Handbook) -> None:
    events = of_procedure(book, "fusion")
    assert [(DAY - event.first).days for event in events[:4]] == [14, 7, 1, 0]
    assert [event.title.partition(":")[0] for event in events[:3]] == ["Get ready"] * 3
    assert events[3].title == "Fusion of two bones"
    assert (events[4].first, events[4].last) == (DAY, DAY + timedelta(weeks=2))


def test_a_phase_with_an_open_end_is_told_on_its_first_day(book: Handbook) -> None:
    last = of_procedure(book, "fusion")[-1]
    assert last.first == last.last == DAY + timedelta(weeks=26)


def test_a_phase_that_goes_by_no_calendar_is_in_none(book: Handbook) -> None:
    titles = [event.title for event in of_procedure(book, "conservative-programme")]
    assert not any("Back to sport" in title for title in titles)


def test_without_a_day_a_procedure_has_no_days(book: Handbook) -> None:
    assert of_procedure(book, "fusion", on=None) == ()


def test_every_event_says_that_days_are_a_guide_and_that_no_clinician_has_reviewed_it(
    book: Handbook, pages: Mapping[str, PlanPage]
) -> None:
    events = [event for name in book.book.procedures for event in of_procedure(book, name)]
    events += [event for page in pages.values() for event in events_of_plan(page, book.book.editorial)]
    assert len(events) > len(book.book.procedures)
    assert all("These days are a guide." in event.says[-3:-1] for event in events)
    assert all("No clinician has reviewed" in event.says[-1] for event in events)


def test_each_reader_is_told_in_words_of_their_own_what_days_are_worth(book: Handbook) -> None:
    editorial = book.book.editorial
    for reader, said in editorial.days.items():
        page = procedure_page(book, "fusion", reader, today=TODAY, on=DAY)
        assert [event.says[-2] for event in events_of_procedure(page, editorial)][-1] == said[-1].text
    assert set(editorial.days) == set(book.book.audiences)
