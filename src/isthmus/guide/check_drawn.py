"""Whether a figure can be drawn as its sentence asks: as so many of a hundred people, or as a place on an axis."""

import re
from collections.abc import Iterable, Iterator

from isthmus.claims import Basis, Figure
from isthmus.errors import Fault
from isthmus.guide.writing import Reference

__all__ = ["check_drawn"]

_PERCENT = "%"
_OF = re.compile(r"of \d+")


def check_drawn(references: Iterable[Reference], basis: Basis) -> Iterator[Fault]:
    """Hold each figure that is to be drawn against what its claim says of it.

    Yields:
        One fault for each that is no share of counted people, has no place on an axis, or has no rest.
    """
    figures = {f"{claim.id}: {figure.measure}": figure for claim in basis.claims.values() for figure in claim.figures}
    for named in references:
        figure = figures.get(named.name)
        if figure is None or named.kind != "figure":
            continue
        if named.draw == "people" and not _counts_people(figure):
            what = f"`{named.name}` is no share of people whose number is known."
            yield Fault(named.where, what, "Draw it as a range, or leave `draw` out.")
        if named.draw == "range" and not _has_a_place(figure):
            yield Fault(named.where, f"`{named.name}` has no place on an axis from zero.", "Leave `draw` out.")
        if named.rest and not _is_share(figure):
            yield Fault(named.where, f"`{named.name}` is no share, so it has no rest.", "Leave `rest` out.")


def _counts_people(figure: Figure) -> bool:
    return (figure.unit == _PERCENT and figure.n is not None) or _OF.fullmatch(figure.unit) is not None


def _is_share(figure: Figure) -> bool:
    return figure.unit == _PERCENT or _OF.fullmatch(figure.unit) is not None


def _has_a_place(figure: Figure) -> bool:
    ends = [end for end in (figure.value, figure.low, figure.high, *(figure.ci95 or ())) if end is not None]
    return min(ends, default=-1) >= 0 and max(ends, default=0) > 0
