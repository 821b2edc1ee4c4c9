"""A disagreement drawn as distance: one axis, one row for each position."""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from isthmus.claims import Disagreement, Position
from isthmus.present.sources import Bibliography, Mark

__all__ = ["Axis", "Row", "Split", "draw"]

_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_MOST_TICKS = 5


@dataclass(frozen=True)
class Axis:
    """The common axis: its unit, and each tick with its place in percent of the width."""

    unit: str
    ticks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """What one side says, and the sources that say it.

    `low` and `high` are its figures, equal for a single one; where one of them is None the range is open at that end.
    `unit` is set where it is not the unit of the axis. `start` and `end` are places on the axis in percent of its
    width, both None where nothing is drawn. `n` is the number of people, `year` that of publication.
    """

    text: str
    marks: tuple[Mark, ...]
    n: int | None
    year: int | None
    low: str | None
    high: str | None
    unit: str | None
    start: str | None = None
    end: str | None = None


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
    low, high = (None if end is None else _plain(end) for end in (position.low, position.high))
    row = Row(position.text, marks, position.n, position.year, low, high, None if length else position.unit)
    if length is None or (low is None and high is None):
        return row
    # An open end is drawn to the end of the axis.
    start = Decimal(0) if position.low is None else position.low
    end = length if position.high is None else position.high
    return replace(row, start=_percent(start, length), end=_percent(end, length))


def _percent(value: Decimal, length: Decimal) -> str:
    return f"{100 * value / length:.2f}%"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
