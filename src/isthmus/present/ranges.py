"""Figures drawn as distance: one axis that starts at zero, and one row for each of those who say something."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from isthmus.claims import Disagreement, Position
from isthmus.guide import Register
from isthmus.present.sources import Bibliography, Mark
from isthmus.present.teller import Drawn, FactTold
from isthmus.present.told import Told

__all__ = ["Axis", "Plot", "Row", "Split", "draw", "draw_facts"]

_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_MOST_TICKS = 5
_PERCENT = "%"
_ZERO, _ALL = Decimal(0), Decimal(100)


@dataclass(frozen=True)
class Axis:
    """The common axis: its unit, and each tick with its place in percent of the width."""

    unit: str
    ticks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """What one side says, and the sources that say it.

    `low` and `high` are its figures, equal for a single one; where one of them is None the range is open at that end.
    `value` is a single figure of which they are the 95% confidence interval. `unit` is set where it is not the unit of
    the axis. `start`, `at` and `end` are places on the axis in percent of its width, None where nothing is drawn. `n`
    is the number of people. `says` is the sentence of a fact.
    """

    text: str
    marks: tuple[Mark, ...]
    n: int | None
    low: str | None
    high: str | None
    unit: str | None
    start: str | None = None
    end: str | None = None
    value: str | None = None
    at: str | None = None
    year: int | None = None
    says: Told | None = None


@dataclass(frozen=True)
class Plot:
    """Facts in one unit on one axis."""

    axis: Axis
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Split:
    """A disagreement as a page shows it; the axis is None when fewer than two sides give a comparable figure."""

    id: str
    question: str
    axis: Axis | None
    rows: tuple[Row, ...]
    handling: str


def draw(disagreement: Disagreement, shelf: Bibliography) -> Split:
    """Lay a disagreement out on one axis that starts at zero.

    Args:
        disagreement: What sources differ about.
        shelf: The sources of the page; those of the disagreement must be among them.
    """
    unit = _common_unit(disagreement.positions)
    drawn = [position for position in disagreement.positions if unit and position.unit == unit]
    most = max((end for position in drawn for end in (position.low, position.high) if end), default=Decimal(0))
    axis, length = _axis(unit, most) if unit and len(drawn) > 1 and most > 0 else (None, None)
    rows = tuple(_row(position, shelf, length if position in drawn else None) for position in disagreement.positions)
    return Split(disagreement.id, disagreement.question, axis, rows, disagreement.handling)


def draw_facts(facts: Iterable[FactTold], register: Register) -> tuple[Plot, ...]:
    """Lay facts out on one axis for each unit, in the order in which the units are first met.

    Percentages are always drawn from 0 to 100, so that no plot makes its figures look larger than another does.

    Args:
        facts: Benefits and harms; those that are not to be drawn on an axis are left out.
        register: Percentages are said in whole numbers in plain words, as the sentences say them, and exactly in
            clinical ones.
    """
    drawn = [(fact, fact.figure) for fact in facts if fact.figure is not None and _has_a_place(fact.figure)]
    units = dict.fromkeys(figure.unit for _, figure in drawn)
    alike = {unit: [(fact, figure) for fact, figure in drawn if figure.unit == unit] for unit in units}
    return tuple(_plot(unit, alike[unit], whole=unit == _PERCENT and register == "plain") for unit in units)


def _has_a_place(figure: Drawn) -> bool:
    """Whether a figure is to be drawn on an axis, and can be: none of it lies below zero, and something above."""
    ends = [end for end in _ends(figure) if end is not None]
    return figure.draw == "range" and min(ends, default=_ZERO) >= _ZERO and max(ends, default=_ZERO) > _ZERO


def _plot(unit: str, facts: list[tuple[FactTold, Drawn]], *, whole: bool) -> Plot:
    ends = [end for _, figure in facts for end in _ends(figure) if end is not None]
    axis, length = _axis(unit, _ALL if unit == _PERCENT else max(ends))
    return Plot(axis, tuple(_fact_row(fact, figure, length, whole=whole) for fact, figure in facts))


def _fact_row(fact: FactTold, figure: Drawn, length: Decimal, *, whole: bool) -> Row:
    value, low, high = (_rounded(end) if whole else end for end in _ends(figure))
    row = Row(
        fact.says.text, fact.says.marks, figure.n, _plainly(low), _plainly(high), None, year=figure.year, says=fact.says
    )
    if figure.ci95 is not None and value is not None:
        row = replace(row, value=_plain(value), at=_percent(value, length))
    return _placed(row, low, high, length)


def _ends(figure: Drawn) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Give the value of a figure and the ends of its range or interval; a value alone is both of its ends."""
    value = _decimal(figure.value)
    low, high = map(_decimal, figure.ci95 or (figure.low, figure.high))
    if low is None and high is None:
        low = high = value
    return (_rest(value), _rest(high), _rest(low)) if figure.rest else (value, low, high)


def _rounded(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.to_integral_value(ROUND_HALF_UP)


def _rest(number: Decimal | None) -> Decimal | None:
    return None if number is None else _ALL - number


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _common_unit(positions: tuple[Position, ...]) -> str | None:
    """Find the unit in which most sides give a figure."""
    units = [side.unit for side in positions if side.unit and (side.low is not None or side.high is not None)]
    return max(units, key=units.count, default=None)


def _axis(unit: str, most: Decimal) -> tuple[Axis, Decimal]:
    """Choose a round length, and ticks few enough to read on a phone."""
    rough = most / _MOST_TICKS
    tens = Decimal(10) ** rough.adjusted()
    step = next(tens * step for step in _STEPS if tens * step >= rough)
    count = int((most / step).to_integral_value(ROUND_CEILING))
    length = step * count
    ticks = tuple((_plain(step * at), _percent(step * at, length)) for at in range(count + 1))
    return Axis(unit, ticks), length


def _row(position: Position, shelf: Bibliography, length: Decimal | None) -> Row:
    marks = tuple(shelf.labels[source] for source in position.sources if source in shelf.labels)
    low, high = position.low, position.high
    row = Row(position.text, marks, position.n, _plainly(low), _plainly(high), None if length else position.unit)
    row = replace(row, year=position.year)
    return row if length is None or (low is None and high is None) else _placed(row, low, high, length)


def _placed(row: Row, low: Decimal | None, high: Decimal | None, length: Decimal) -> Row:
    """Find the place of a row on its axis; an open end is drawn to the end of the axis."""
    start = Decimal(0) if low is None else low
    end = length if high is None else high
    return replace(row, start=_percent(start, length), end=_percent(end, length))


def _plainly(value: Decimal | None) -> str | None:
    return None if value is None else _plain(value)


def _percent(value: Decimal, length: Decimal) -> str:
    return f"{100 * value / length:.2f}%"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
