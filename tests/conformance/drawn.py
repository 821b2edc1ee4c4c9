"""Patients drawn at random, so that every side of every threshold is met and anything may be unknown."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from isthmus.pathway import CaseFeature, Pathway, WorkedCase
from isthmus.rules import Expr, Literal

__all__ = ["draw_patients"]

_GRID = Decimal("0.25")
"""Numbers are drawn in quarters, which engines that reckon in binary hold exactly."""
_MOST_CHANGES = 5


def draw_patients(
    pathway: Pathway, cases: tuple[WorkedCase, ...], count: int, *, seed: int
) -> Iterator[dict[str, object]]:
    """Draw patients, each value unknown one time in three.

    Every other patient is drawn whole. Those between are worked cases in which a few facts are drawn anew, because a
    patient drawn whole hardly ever gets past the first rows of the table.
    """
    random = Random(seed)  # noqa: S311 - patients are drawn, not secrets
    drawing = _Drawing(random, _thresholds(pathway))
    for at in range(count):
        if at % 2 == 0:
            yield {name: drawing.value(feature) for name, feature in pathway.features.items()}
        else:
            facts = dict.fromkeys(pathway.features) | dict(random.choice(cases).facts)
            anew = random.sample(list(pathway.features), random.randint(0, _MOST_CHANGES))
            yield facts | {name: drawing.value(pathway.features[name]) for name in anew}


@dataclass(frozen=True)
class _Drawing:
    random: Random
    thresholds: list[Decimal]

    def value(self, feature: CaseFeature) -> object:
        if self.random.random() < 1 / 3:
            return None
        words = [choice.value for choice in feature.choices]
        match feature.type:
            case "boolean":
                return self.random.random() < 1 / 2
            case "choice":
                return self.random.choice(words)
            case "choices":
                return [word for word in words if self.random.random() < 1 / 3]
            case "integer":
                return int(self.number(feature))
            case _:
                return float(self.number(feature))

    def number(self, feature: CaseFeature) -> Decimal:
        """Draw a number in range: at a threshold, just beside one, or anywhere."""
        low, high = feature.low or Decimal(0), feature.high or Decimal(0)
        anywhere = low + self.random.randint(0, int((high - low) / _GRID)) * _GRID
        beside = self.random.choice(self.thresholds) + self.random.choice((-1, 0, 1)) * _GRID
        return beside if low <= beside <= high and self.random.random() < 2 / 3 else anywhere


def _thresholds(pathway: Pathway) -> list[Decimal]:
    """List the numbers with which the pathway compares."""
    rules = [
        *(definition.rule for definition in pathway.definitions.values()),
        *(row.when for row in pathway.recommendations),
        *(phase.when for phase in pathway.phases),
        *(flag.when for flag in pathway.flags),
        *(clash.rule for clash in pathway.contradictions),
    ]
    written = [leaf.value for rule in rules for leaf in _leaves(rule.tree) if isinstance(leaf, Literal)]
    values = [*(parameter.value for parameter in pathway.parameters.values()), *written]
    return sorted({Decimal(value) for value in values if isinstance(value, int | Decimal) and value is not True})


def _leaves(expr: Expr) -> Iterator[Expr]:
    operands = expr.operands()
    if not operands:
        yield expr
    for operand in operands:
        yield from _leaves(operand)
