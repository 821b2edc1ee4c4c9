"""Good or bad sides of something, each in the form that suits it: people, places on an axis, words, and gaps."""

from collections.abc import Sequence
from dataclasses import dataclass

from isthmus.guide import Register
from isthmus.present.icons import IconArray, draw_people
from isthmus.present.ranges import Plot, draw_facts
from isthmus.present.teller import FactTold
from isthmus.present.told import Told

__all__ = ["Weighed", "weigh"]


@dataclass(frozen=True)
class Weighed:
    """What is drawn as people of a hundred, what on an axis, what is only said, and what nobody counted."""

    people: tuple[IconArray, ...]
    plots: tuple[Plot, ...]
    words: tuple[Told, ...]
    uncounted: tuple[Told, ...]


def weigh(facts: Sequence[FactTold], register: Register) -> Weighed:
    """Sort facts by how they are shown, each once.

    Args:
        facts: Benefits or harms; what one says of our own sources, and not from them, is a gap.
        register: How exactly percentages are said.
    """
    people, plots = draw_people(facts), draw_facts(facts, register)
    drawn = {array.says for array in people} | {row.says for plot in plots for row in plot.rows}
    rest = [fact.says for fact in facts if fact.says not in drawn]
    return Weighed(
        people=people,
        plots=plots,
        words=tuple(told for told in rest if told.about != "editorial"),
        uncounted=tuple(told for told in rest if told.about == "editorial"),
    )
