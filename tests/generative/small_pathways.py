"""Pathways so small that everybody they can tell apart can be listed, and what explanations mean by their definitions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product

from tests.unit.knowledge import PATHWAY

from isthmus.pathway import CaseFeature, Changes, Choice, Contradiction, FeatureType, Pathway
from isthmus.plan import Patient
from isthmus.plan.patient import plain
from isthmus.plan.reading import Reading
from isthmus.rules import Kind, Rule, Type, Value
from isthmus.rules.text.parse import parse
from isthmus.terms import ActionId, FeatureName, RowId, Truth

Facts = dict[FeatureName, Value]
Key = tuple[Value, ...]

EVERY: Mapping[FeatureType, tuple[Value, ...]] = {
    "boolean": (Truth.UNKNOWN, Truth.TRUE, Truth.FALSE),
    "choice": (None, "u", "v"),
    "choices": (None, (), ("u",), ("v",), ("u", "v")),
    "integer": (None, 0, 1, 2),
    "decimal": (None, *(Decimal(quarters) / 4 for quarters in range(9))),
}
"""Every value of a type; of a decimal from 0 to 2, enough to stand for all where rules cut numbers at halves."""


def feature(name: str, type_: FeatureType, changes: Changes = "any") -> CaseFeature:
    number = type_ in ("integer", "decimal")
    words = ("u", "v") if type_ in ("choice", "choices") else ()
    return replace(
        PATHWAY.features[FeatureName("age_years")],
        name=FeatureName(name),
        type=type_,
        ask=f"What is {name}?",
        low=Decimal(0) if number else None,
        high=Decimal(2) if number else None,
        choices=tuple(Choice(word, word) for word in words),
        red_flag=name.startswith("rf_"),
        changes=changes,
    )


def rule(text: str) -> Rule:
    return Rule(text, parse(text), Type(Kind.BOOLEAN))


def pathway(
    features: Sequence[CaseFeature], rows: Sequence[tuple[str, str]], contradictions: Sequence[str] = ()
) -> Pathway:
    """Make a pathway of rows, each a rule and its action; an action of its own where no row is true comes last."""
    recommendation = PATHWAY.recommendations[0]
    return replace(
        PATHWAY,
        features={each.name: each for each in features},
        parameters={},
        definitions={},
        contradictions=tuple(
            Contradiction(f"c{at}", text, rule(text), (), ()) for at, text in enumerate(contradictions)
        ),
        recommendations=tuple(
            replace(recommendation, row=RowId(f"R{at}"), when=rule(text), action=ActionId(action), details=())
            for at, (text, action) in enumerate([*rows, ("true", "otherwise")])
        ),
    )


class World:
    """Everybody a small pathway can tell apart, with their action and the contradictions that are true of them."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway, self.names = pathway, tuple(pathway.features)

    def __repr__(self) -> str:
        rows = [f"{row.when.text} -> {row.action}" for row in self.pathway.recommendations]
        return "\n".join([*rows, *(f"never {each.rule.text}" for each in self.pathway.contradictions)])

    @cached_property
    def everybody(self) -> dict[Key, tuple[ActionId, frozenset[str]]]:
        every = product(*(EVERY[each.type] for each in self.pathway.features.values()))
        return {values: self._outcome(dict(zip(self.names, values, strict=True))) for values in every}

    def _outcome(self, patient: Patient) -> tuple[ActionId, frozenset[str]]:
        reading = Reading(self.pathway, patient)
        action = next(row.action for row in self.pathway.recommendations if reading.holds(row.when))
        clashes = frozenset(each.id for each in self.pathway.contradictions if reading.holds(each.rule))
        return action, clashes

    def outcome(self, patient: Patient) -> tuple[ActionId, frozenset[str]]:
        return self._outcome(patient)

    def action(self, patient: Patient) -> ActionId:
        return self.everybody[self._key(patient)][0]

    def settled(self, patient: Patient) -> bool:
        return {self.action(other) for other in self._completions(patient)} == {self.action(patient)}

    def questions(self, patient: Patient) -> dict[FeatureName, frozenset[ActionId]]:
        found = {}
        for name in self._unknown(patient):
            led: set[ActionId] = set()
            for one in self._completions(patient):
                others = ({**one, name: value} for value in EVERY[self.pathway.features[name].type])
                for other in others:
                    if self._consistent(patient, other) and self.action(one) != self.action(other):
                        led |= {self.action(one), self.action(other)}
            if led:
                found[name] = frozenset(led - {self.action(patient)})
        return found

    def forces(self, patient: Patient, names: Sequence[FeatureName]) -> bool:
        """Whether these facts force the action on all consistent patients of whom everything is known."""
        alike = (other for other in self._real(patient) if all(other[name] == patient[name] for name in names))
        return {self.action(other) for other in alike} <= {self.action(patient)}

    def fewest_reasons(self, patient: Patient) -> int:
        known = self._known(patient)
        sizes = range(len(known) + 1)
        return next(size for size in sizes if any(self.forces(patient, names) for names in combinations(known, size)))

    def turns(self, patient: Patient, most: int = 3) -> set[tuple[tuple[FeatureName, ...], ActionId]]:
        """List the fewest facts that can change so that another action follows, with each such action."""
        for size in range(1, most + 1):
            found = {
                (names, self.action(other))
                for names in combinations(self._known(patient), size)
                for other in self._changed(patient, names)
                if self._consistent(patient, other) and self.action(other) != self.action(patient)
            }
            if found:
                return found
        return set()

    def _changed(self, patient: Patient, names: Sequence[FeatureName]) -> Iterator[Facts]:
        values = ([value for value in self.every_real(name) if self.can_become(patient, name, value)] for name in names)
        for chosen in product(*values):
            yield {**patient, **dict(zip(names, chosen, strict=True))}

    def can_become(self, patient: Patient, name: FeatureName, value: Value) -> bool:
        now, changes = patient[name], self.pathway.features[name].changes
        if value == now:
            return False
        match changes, now, value:
            case "up", int() | Decimal(), int() | Decimal():
                return value > now
            case "down", int() | Decimal(), int() | Decimal():
                return value < now
            case "grows", tuple(), tuple():
                return set(now) < set(value)
            case str(), _, _:
                return changes == "any"
            case _:
                return (plain(now), plain(value)) in changes

    def every_real(self, name: FeatureName) -> Sequence[Value]:
        return EVERY[self.pathway.features[name].type][1:]

    def _real(self, patient: Patient) -> list[Facts]:
        """List the consistent patients of whom everything is known; where none shares these facts, more may be open."""
        real = [other for other in self._all() if all(map(_known, other.values())) and self._consistent(patient, other)]
        known = self._known(patient)
        if any(all(other[name] == patient[name] for name in known) for other in real):
            return real
        return [
            other for other in self._all() if self._consistent(patient, other) and all(_known(other[n]) for n in known)
        ]

    def _completions(self, patient: Patient) -> Iterator[Facts]:
        free = [
            EVERY[each.type] if name in self._unknown(patient) else (patient[name],)
            for name, each in self.pathway.features.items()
        ]
        for values in product(*free):
            other = dict(zip(self.names, values, strict=True))
            if self._consistent(patient, other):
                yield other

    def _all(self) -> Iterator[Facts]:
        return (dict(zip(self.names, values, strict=True)) for values in self.everybody)

    def _consistent(self, patient: Patient, other: Patient) -> bool:
        return self.everybody[self._key(other)][1] <= self.everybody[self._key(patient)][1]

    def _known(self, patient: Patient) -> list[FeatureName]:
        return [name for name in self.names if _known(patient[name])]

    def _unknown(self, patient: Patient) -> list[FeatureName]:
        return [name for name in self.names if not _known(patient[name])]

    def _key(self, patient: Mapping[FeatureName, Value]) -> Key:
        return tuple(patient[name] for name in self.names)


def _known(value: Value) -> bool:
    return value is not None and value is not Truth.UNKNOWN
