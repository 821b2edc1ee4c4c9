"""The figures of options side by side, drawn small: what is compared stands on one base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from isthmus.guide import Register
from isthmus.present.icons import IconArray, draw_people
from isthmus.present.ranges import Axis, Row, draw_facts
from isthmus.present.teller import FactTold
from isthmus.present.told import Told

__all__ = ["NO_FIGURES", "Figures", "draw_options"]


class _Option(Protocol):
    """What has good and bad sides."""

    @property
    def benefits(self) -> tuple[FactTold, ...]: ...
    @property
    def harms(self) -> tuple[FactTold, ...]: ...


@dataclass(frozen=True)
class Figures:
    """Drawings by the sentence they draw: as people of a hundred, or as a row on the axis that all of its unit share."""

    people: Mapping[Told, IconArray]
    rows: Mapping[Told, tuple[Axis, Row]]


NO_FIGURES = Figures({}, {})
"""Where nothing may be drawn."""


def draw_options(options: Iterable[_Option], register: Register) -> Figures:
    """Draw those figures of options that the knowledge says how to draw; the others are only said.

    Args:
        options: All options of one choice, so that figures in one unit share one axis.
        register: How exactly percentages are said.
    """
    facts = tuple(fact for option in options for fact in (*option.benefits, *option.harms))
    plots = draw_facts(facts, register)
    return Figures(
        people={array.says: array for array in draw_people(facts)},
        rows={row.says: (plot.axis, row) for plot in plots for row in plot.rows if row.says},
    )
