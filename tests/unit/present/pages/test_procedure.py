from datetime import date

import pytest
from tests.built_in import built_in_handbook

from isthmus.condition import Handbook
from isthmus.errors import InvalidOption, UnknownName
from isthmus.present.pages.procedure import ProcedurePage, procedure_page
from isthmus.present.told import Reviewed

TODAY, DAY = date(2026, 11, 21), date(2027, 1, 15)
SPACE = "\N{NO-BREAK SPACE}"


def brace(handbook: Handbook, on: date | None = None, audience: str = "patient") -> ProcedurePage:
    return procedure_page(handbook, "brace", audience, today=TODAY, on=on)


def test_each_reader_gets_the_procedure_in_their_register(handbook: Handbook) -> None:
    plain, clinical = brace(handbook), brace(handbook, audience="surgeon")
    assert [page.title for page in (plain, clinical)] == ["A brace", "Orthosis"]
    assert [page.what_it_is[0].text for page in (plain, clinical)] == ["Most do well.", "83.9% of 665 did well."]
    assert [page.variants[0].title for page in (plain, clinical)] == ["A soft one", "Elastic"]


def test_preparation_is_in_the_order_of_its_days_and_counts_back_from_the_day(handbook: Handbook) -> None:
    assert [item.when() for item in brace(handbook, DAY).prepare] == [
        "As soon as it is planned",
        f"14 days before, 1{SPACE}January 2027",
        f"1 day before, 14{SPACE}January 2027",
        f"The day itself, 15{SPACE}January 2027",
    ]


def test_recovery_counts_on_from_the_day_and_may_have_an_open_end(handbook: Handbook) -> None:
    assert [phase.when() for phase in brace(handbook, DAY).recovery] == [
        f"Weeks 0 to 2, 15{SPACE}January 2027 to 29{SPACE}January 2027",
        f"From week 2, 29{SPACE}January 2027",
    ]


def test_a_phase_that_goes_by_no_calendar_has_no_dates_even_where_the_day_is_known() -> None:
    page = procedure_page(built_in_handbook(), "conservative-programme", "coach", today=TODAY, on=DAY)
    phases = {phase.phase: phase for phase in page.recovery}
    assert phases["FL1"].first == DAY
    assert (phases["RTS1"].first, phases["RTS1"].last, phases["RTS1"].when()) == (None, None, "No fixed week")


def test_every_sentence_carries_where_it_stands(handbook: Handbook) -> None:
    page = brace(handbook)
    told = (*page.what_it_is, *page.the_day, page.recovery_of, *(fact.says for fact in page.benefits))
    assert {said.review for said in told} == {Reviewed("submitted", date(2026, 11, 21), date(2027, 5, 21))}


def test_without_a_day_there_are_no_dates(handbook: Handbook) -> None:
    page = brace(handbook)
    assert [item.when() for item in page.prepare][1:] == ["14 days before", "1 day before", "The day itself"]
    assert [phase.when() for phase in page.recovery] == ["Weeks 0 to 2", "From week 2"]
    assert page.on is None


def test_a_fact_brings_the_figure_it_is_drawn_from(handbook: Handbook) -> None:
    page = brace(handbook)
    (benefit,), (harm,) = page.benefits, page.harms
    assert benefit.figure is not None
    assert (benefit.figure.value, benefit.figure.ci95, benefit.figure.n, benefit.figure.year) == (
        83.9,
        (80.0, 87.0),
        665,
        2009,
    )
    assert harm.figure is None


def test_a_procedure_that_is_not_there_is_refused(handbook: Handbook) -> None:
    with pytest.raises(UnknownName, match="There is no procedure `brce`. Did you mean `brace`?"):
        procedure_page(handbook, "brce", "patient", today=TODAY)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_at_the_end_of_the_calendar_is_refused(handbook: Handbook, day: date) -> None:
    with pytest.raises(
        InvalidOption, match="The calendar does not reach far enough around this day. Give another day."
    ):
        brace(handbook, day)
