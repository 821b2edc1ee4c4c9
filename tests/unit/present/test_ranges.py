from decimal import Decimal

import pytest

from isthmus.claims import Disagreement, Position
from isthmus.condition import Condition
from isthmus.guide import Manner, Register
from isthmus.present.ranges import Plot, Row, Split, draw, draw_facts
from isthmus.present.sources import cite_source, list_sources
from isthmus.present.teller import Drawn, FactTold
from isthmus.present.told import Told
from isthmus.terms import ClaimId, DisagreementId


def drawn(condition: Condition, *positions: Position) -> Split:
    sources = [source for position in positions for source in position.sources]
    cited = [(None, cite_source(source, "words", condition.evidence)) for source in sources]
    disagreement = Disagreement(
        DisagreementId("D1"), "How long?", positions, "They differ.", "We wait.", (ClaimId("C-1"),)
    )
    return draw(disagreement, list_sources(cited, condition.evidence))


def months(low: str | None, high: str | None) -> Position:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Position("says", (), low=ends[0], high=ends[1], unit="months")


def test_an_axis_starts_at_zero_and_reaches_past_the_largest_figure(condition: Condition) -> None:
    split = drawn(condition, months("6", "6"), months("1.5", "12"))
    assert split.axis is not None
    assert split.axis.unit == "months"
    assert split.axis.ticks[0] == ("0", "0.00%")
    assert split.axis.ticks[-1] == ("12.5", "100.00%")


def test_a_figure_has_one_place_and_a_range_two(condition: Condition) -> None:
    dot, span = drawn(condition, months("5", "5"), months("2.5", "12.5")).rows
    assert (dot.start, dot.end, dot.low, dot.high) == ("40.00%", "40.00%", "5", "5")
    assert (span.start, span.end, span.low, span.high) == ("20.00%", "100.00%", "2.5", "12.5")


def test_a_side_without_a_figure_keeps_its_row(condition: Condition) -> None:
    row = drawn(condition, months("5", "5"), months("10", "10"), Position("not defined", ())).rows[-1]
    assert (row.text, row.low, row.high, row.start) == ("not defined", None, None, None)


@pytest.mark.parametrize(
    ("low", "high", "start", "end"), [("4", None, "80.00%", "100.00%"), (None, "4", "0.00%", "80.00%")]
)
def test_an_open_end_is_drawn_to_the_end_of_the_axis(
    low: str | None, high: str | None, start: str, end: str, condition: Condition
) -> None:
    row = drawn(condition, months(low, high), months("5", "5")).rows[0]
    assert (row.low, row.high, row.start, row.end) == (low, high, start, end)


@pytest.mark.parametrize(
    "positions",
    [
        (months("5", "5"), Position("words", ())),
        (Position("words", ()), Position("others", ())),
        (months("0", "0"), months("0", "0")),
    ],
)
def test_without_two_figures_to_compare_there_is_no_axis(positions: tuple[Position, ...], condition: Condition) -> None:
    split = drawn(condition, *positions)
    assert split.axis is None
    assert {row.start for row in split.rows} == {None}


def test_figures_in_another_unit_are_said_and_not_drawn(condition: Condition) -> None:
    weeks = Position("says", (), low=Decimal(6), high=Decimal(6), unit="weeks")
    row = drawn(condition, months("5", "5"), months("10", "10"), weeks).rows[-1]
    assert (row.low, row.unit, row.start, row.end) == ("6", "weeks", None, None)


def test_every_disagreement_on_file_can_be_drawn_with_the_sources_of_each_side(condition: Condition) -> None:
    for disagreement in condition.evidence.disagreements.values():
        split = drawn(condition, *disagreement.positions)
        assert [len(row.marks) for row in split.rows] == [len(side.sources) for side in disagreement.positions]


def fact(unit: str, value: float | None, *, ends: tuple[float, float] | None = None, draw: Manner | None) -> FactTold:
    low, high = ends or (None, None)
    return FactTold(Told("Says.", (), (), None), Drawn("m", unit, value, low, high, None, 30, 2009, draw=draw))


def share(value: float, *, rest: bool = False, draw: Manner | None = "range") -> FactTold:
    drawn = Drawn("m", "%", value, None, None, (86.4, 100.0), 30, 2009, draw=draw, rest=rest)
    return FactTold(Told("Says.", (), (), None), drawn)


def only(facts: list[FactTold], register: Register = "plain") -> tuple[Plot, Row]:
    (plot,) = draw_facts(facts, register)
    (row,) = plot.rows
    return plot, row


def test_a_share_is_drawn_on_an_axis_to_a_hundred_with_its_interval_around_it() -> None:
    plot, row = only([share(93.2)])
    assert (plot.axis.unit, plot.axis.ticks[-1]) == ("%", ("100", "100.00%"))
    assert (row.value, row.low, row.high, row.n, row.year) == ("93", "86", "100", 30, 2009)
    assert (row.start, row.at, row.end) == ("86.00%", "93.00%", "100.00%")


def test_clinical_words_keep_the_decimals() -> None:
    _, row = only([share(93.2)], "clinical")
    assert (row.value, row.low, row.at) == ("93.2", "86.4", "93.20%")


def test_the_rest_of_a_share_is_drawn_with_its_interval_turned_round() -> None:
    _, row = only([share(93.2, rest=True)], "clinical")
    assert (row.value, row.low, row.high) == ("6.8", "0", "13.6")


def test_each_unit_has_its_own_axis() -> None:
    facts = [fact("months", 7.9, draw="range"), share(93), fact("months", None, ends=(3, 6), draw="range")]
    months, percent = draw_facts(facts, "plain")
    assert ([row.low for row in months.rows], len(percent.rows)) == (["7.9", "3"], 1)
    assert months.axis.ticks[-1][0] == "8"


@pytest.mark.parametrize(
    "left_out",
    [share(93, draw=None), share(93, draw="people"), fact("points", -3, draw="range"), fact("%", 0, draw="range")],
)
def test_what_has_no_place_on_an_axis_is_left_out(left_out: FactTold) -> None:
    assert draw_facts([left_out, FactTold(left_out.says, None)], "plain") == ()
