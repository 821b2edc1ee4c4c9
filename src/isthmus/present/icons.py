"""Figures that count people, as so many of a hundred marks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from isthmus.present.teller import Drawn, FactTold
from isthmus.present.told import Told

__all__ = ["IconArray", "draw_people"]

_PEOPLE = 100
_IN_A_ROW = 10
_APART = 10
"""From the middle of a mark to the next, in units of the drawing, which is 100 wide and high."""
_RADIUS = 3.7
_OF = re.compile(r"of (\d+)\b")


@dataclass(frozen=True)
class IconArray:
    """A hundred marks, filled from the top left: `low` are filled, those from there to `high` half-filled.

    `says` is the sentence they draw, `n` how many people were counted and `who` they were, where that is known.
    `interval` tells that the half-filled marks are a 95% confidence interval, and not the range of what was found.
    `on`, `off` and `half` are path data: a row of marks is one stroke of points, a half mark is half a disc.
    """

    says: Told
    low: int
    high: int
    n: int
    who: str | None
    year: int | None
    interval: bool

    @property
    def number(self) -> str:
        """Say how many of a hundred."""
        return f"{self.low}" if self.low == self.high else f"{self.low} to {self.high}"

    @property
    def on(self) -> str:
        """The filled marks."""
        return _rows(0, self.low)

    @property
    def may(self) -> str:
        """The half-filled marks."""
        return _rows(self.low, self.high)

    @property
    def off(self) -> str:
        """The empty marks."""
        return _rows(self.high, _PEOPLE)

    @property
    def half(self) -> str:
        """The filled halves of the half-filled marks."""
        return "".join(
            f"M{_place(at)[0]} {_place(at)[1] - _RADIUS:g}a{_RADIUS} {_RADIUS} 0 0 0 0 {2 * _RADIUS:g}z"
            for at in range(self.low, self.high)
        )


def draw_people(facts: Iterable[FactTold]) -> tuple[IconArray, ...]:
    """Draw those facts that are to be drawn as people and say how many were counted; others are left out.

    Args:
        facts: Benefits and harms, in the order in which they are shown; all are drawn on the same base of a hundred.
    """
    people = [(fact.says, fact.figure) for fact in facts if fact.figure is not None and fact.figure.draw == "people"]
    return tuple(_array(says, figure, counted) for says, figure in people if (counted := _counted(figure)) is not None)


def _array(says: Told, figure: Drawn, counted: int) -> IconArray:
    whole = _whole(figure) or _PEOPLE
    ends = [end for end in (figure.ci95 or (figure.low, figure.high)) if end is not None] or [figure.value or 0]
    shares = sorted(100 - 100 * end / whole if figure.rest else 100 * end / whole for end in ends)
    low, high = (min(max(_nearest(share), 0), _PEOPLE) for share in (shares[0], shares[-1]))
    return IconArray(says, low, high, counted, figure.population, figure.year, interval=figure.ci95 is not None)


def _counted(figure: Drawn) -> int | None:
    return figure.n or _whole(figure)


def _whole(figure: Drawn) -> int | None:
    """The number of people that a unit names, such as 42 in `of 42`."""
    of = _OF.fullmatch(figure.unit)
    return int(of[1]) if of else None


def _nearest(share: float) -> int:
    """Round as people do, a half upwards."""
    return int(share + 0.5)


def _place(at: int) -> tuple[int, int]:
    row, column = divmod(at, _IN_A_ROW)
    return _APART * column + _APART // 2, _APART * row + _APART // 2


def _rows(first: int, last: int) -> str:
    """Draw marks as strokes; dashes of no length, ten apart and with round ends, make points of them."""
    strokes: list[str] = []
    while first < last:
        stop = min(last, first - first % _IN_A_ROW + _IN_A_ROW)
        x, y = _place(first)
        # A little past the last point, so that no rounding loses it.
        strokes.append(f"M{x} {y}h{_APART * (stop - first - 1)}.1")
        first = stop
    return "".join(strokes)
