"""Defects that could be made in the built-in pathway by hand: one in a rule, in the table or in a threshold."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from tests.unit.knowledge import KNOWLEDGE, PATHWAY

from isthmus.rules import Cql, Expr, fold, syntax
from isthmus.rules.text.parse import parse

Data = Any
Steps = tuple[str | int, ...]
Variant = tuple[str, Expr]

_STEP = Decimal("0.1")
FILE = Path("conditions", "pars-defect", "pathway.yaml")


@dataclass(frozen=True)
class Mutant:
    """One defect: its kind, where it stands, and the file with it."""

    kind: str
    where: str
    data: Data


# defects of one rule

_SWAPS: dict[type[Expr], tuple[tuple[str, type[Expr]], ...]] = {
    syntax.Less: (("moved boundary", syntax.LessOrEqual), ("flipped comparison", syntax.Greater)),
    syntax.LessOrEqual: (("moved boundary", syntax.Less), ("flipped comparison", syntax.GreaterOrEqual)),
    syntax.Greater: (("moved boundary", syntax.GreaterOrEqual), ("flipped comparison", syntax.Less)),
    syntax.GreaterOrEqual: (("moved boundary", syntax.Greater), ("flipped comparison", syntax.LessOrEqual)),
    syntax.Equal: (("flipped comparison", syntax.NotEqual),),
    syntax.NotEqual: (("flipped comparison", syntax.Equal),),
    syntax.And: (("or for and", syntax.Or),),
    syntax.Or: (("and for or", syntax.And),),
}


def variants(tree: Expr) -> Iterator[Variant]:
    """List a rule's defective forms: each has one operator, name or value changed somewhere."""
    yield from _changed_here(tree)
    for part, operand in _operands(tree):
        for kind, changed in variants(operand):
            yield kind, _with_part(tree, part, changed)


def _with_part(tree: Expr, part: str, changed: Expr) -> Expr:
    parts: dict[str, Any] = {part: changed}
    return replace(tree, **parts)


def _operands(tree: Expr) -> Iterator[tuple[str, Expr]]:
    for part in ("operand", "left", "right", "condition", "then", "otherwise"):
        if hasattr(tree, part):
            yield part, getattr(tree, part)


def _changed_here(tree: Expr) -> Iterator[Variant]:
    for kind, operator in _SWAPS.get(type(tree), ()):
        yield kind, operator(*tree.operands())
    match tree:
        case syntax.Less() | syntax.LessOrEqual() | syntax.Greater() | syntax.GreaterOrEqual():
            yield from (("moved boundary", replace(tree, right=right)) for right in _near_by(tree.right))
        case syntax.And(left, right) | syntax.Or(left, right):
            yield from (("dropped part", part) for part in (left, right))
        case syntax.Not(operand):
            yield "dropped not", operand
            yield "unknown taken for no", syntax.Not(syntax.IsTrue(operand))
        case syntax.IsNull():
            yield "lost null", syntax.Literal(value=False)
            yield "turned null", syntax.Not(tree)
        case syntax.IsTrue(operand) | syntax.IsFalse(operand):
            yield "lost certainty", operand
        case syntax.Coalesce(choices):
            yield from (("dropped choice", choice) for choice in choices)
        case syntax.If(condition, then, otherwise):
            yield "swapped branches", syntax.If(condition, otherwise, then)
        case _:
            yield from _another(tree)


def _another(leaf: Expr) -> Iterator[Variant]:
    """List what a leaf could be instead: a list without a word, another name, another value."""
    match leaf:
        case syntax.ListOf(items) if len(items) > 1:
            yield from (("dropped word", syntax.ListOf(tuple(i for i in items if i != item))) for item in items)
        case syntax.Name(name):
            yield from (("swapped name", syntax.Name(other)) for other in _like(name))
        case syntax.Literal(value):
            yield from (("another value", syntax.Literal(other)) for other in _near(value))


def _like(name: str) -> list[str]:
    """Name the next parameter of the same unit, or the next case feature that could be taken for it."""
    units = [other.name for other in PATHWAY.parameters.values() if _unit(other.name) == _unit(name)]
    types = {str(key): (feature.type, feature.unit, feature.choices) for key, feature in PATHWAY.features.items()}
    kin = units if name in PATHWAY.parameters else [key for key in types if types[key] == types.get(name)]
    return [kin[(kin.index(name) + 1) % len(kin)]] if len(kin) > 1 else []


def _unit(name: str) -> str | None:
    return PATHWAY.parameters[name].unit if name in PATHWAY.parameters else None


def _near_by(limit: Expr) -> list[Expr]:
    """Move a limit that is written into a rule by less than a whole one."""
    match limit:
        case syntax.Literal(int() as value):
            return [syntax.Literal(Decimal(value) + by) for by in (-_STEP, _STEP)]
    return []


def _near(value: object) -> list[Any]:
    match value:
        case bool():
            return [not value]
        case int():
            return [value - 1, value + 1]
        case Decimal():
            return [value - _STEP, value + _STEP]
        case str():
            lists = [[choice.value for choice in feature.choices] for feature in PATHWAY.features.values()]
            lists += [list(PATHWAY.actions), [row.row for row in PATHWAY.recommendations]]
            return [other for other in next(words for words in lists if value in words) if other != value]
    return []


def _defective_rules(data: Data) -> Iterator[Mutant]:
    for steps, text in _rules(data):
        for kind, tree in variants(parse(text)):
            changed = fold(tree, Cql())
            yield _with(data, _kind(kind, str(steps[0]), text, changed), steps, changed)


def _kind(kind: str, section: str, before: str, after: str) -> str:
    """Name the defects that a pathway must fear most."""
    if kind == "dropped part" and before.count("rf_") > after.count("rf_"):
        return "dropped red flag"
    if section == "phases" and kind in ("moved boundary", "flipped comparison", "another value", "swapped name"):
        return "gap or overlap of phases"
    return kind


def _rules(data: Data) -> Iterator[tuple[Steps, str]]:
    """List every rule that can change an action, a detail or a flag, and where it stands."""
    for section, key in (("definitions", "means"), ("contradictions", "when"), ("phases", "when"), ("flags", "when")):
        yield from (((section, at, key), item[key]) for at, item in enumerate(data[section]))
    for at, row in enumerate(data["recommendations"]):
        if row.get("when"):
            yield ("recommendations", at, "when"), row["when"]
        for key in ("asks", "names"):
            for number, entry in enumerate(row.get(key, [])):
                if isinstance(entry, dict):
                    yield from ((("recommendations", at, key, number, name), text) for name, text in entry.items())


# defects of the table


def _defective_tables(data: Data) -> Iterator[Mutant]:
    rows = data["recommendations"]
    actions = [action["id"] for action in data["actions"]]
    for at, row in enumerate(rows):
        here: Steps = ("recommendations",)
        other = actions[(actions.index(row["then"]) + 1) % len(actions)]
        yield _with(data, "wrong action", (*here, at, "then"), other)
        yield _with(data, "dropped row" if at + 1 < len(rows) else "gap", here, rows[:at] + rows[at + 1 :], row["row"])
        if at:
            yield _with(data, "swapped rows", here, [*rows[: at - 1], row, rows[at - 1], *rows[at + 1 :]], row["row"])
            yield _with(data, "row moved to the top", here, [row, *rows[:at], *rows[at + 1 :]], row["row"])
        if at + 1 < len(rows):  # the last row is true of everybody
            yield _with(data, "unreachable row", here, [*rows[:at], *rows[at + 1 :], row], row["row"])
        for key in ("asks", "clashes", "names"):
            for number, entry in enumerate(row.get(key, [])):
                rest = [item for item in row[key] if item != entry]
                yield _with(data, f"dropped from {key}", (*here, at, key), rest, f"{number}")
        if row.get("phases"):
            yield _with(data, "dropped phases", (*here, at, "phases"), value=False)
    for section in ("contradictions", "flags", "phases"):
        for at, item in enumerate(data[section]):
            rest = [other for other in data[section] if other is not item]
            yield _with(data, f"dropped of {section}", (section,), rest, f"{at}")


def _narrowed_rows(data: Data) -> Iterator[Mutant]:
    for at, row in enumerate(data["recommendations"]):
        for some in ("age_years < youth_age", "age_years >= youth_age"):
            if row.get("when"):
                steps = ("recommendations", at, "when")
                yield _with(data, "row for some ages only", steps, f"({row['when']}) and {some}")


def _defective_parameters(data: Data) -> Iterator[Mutant]:
    for at, parameter in enumerate(data["parameters"]):
        value = Decimal(str(parameter["value"]))
        for moved in (value - 1, value - _STEP, value + _STEP, value + 1):
            yield _with(data, "moved threshold", ("parameters", at, "value"), float(moved))
        for other in data["parameters"][at + 1 :]:
            if other["unit"] == parameter["unit"] and other["value"] != parameter["value"]:
                swapped = {parameter["name"]: other["value"], other["name"]: parameter["value"]}
                parameters = [
                    {**item, "value": swapped.get(item["name"], item["value"])} for item in data["parameters"]
                ]
                yield _with(data, "swapped thresholds", ("parameters",), parameters, "/".join(swapped))


def _with(data: Data, kind: str, steps: Steps, value: Data, note: str = "") -> Mutant:
    changed = deepcopy(data)
    inner = changed
    for step in steps[:-1]:
        inner = inner[step]
    inner[steps[-1]] = value
    named = [_named(data, steps), *steps[2:], note] if len(steps) > 1 else [*steps, note]
    says = f" = {value}" if isinstance(value, str | int | float) else ""
    return Mutant(kind, " ".join(str(part) for part in named if part != "") + says, changed)


def _named(data: Data, steps: Steps) -> str:
    item = data[steps[0]][steps[1]]
    return str(item.get("row") or item.get("id") or item.get("name"))


def sound() -> Data:
    """Read the built-in pathway's file as it is."""
    return yaml.safe_load((KNOWLEDGE / FILE).read_text(encoding="utf-8"))


def mutants() -> list[Mutant]:
    """List every mutant of the built-in pathway, in the order of its file."""
    data = sound()
    makers: tuple[Callable[[Data], Iterator[Mutant]], ...] = (
        _defective_parameters,
        _defective_rules,
        _defective_tables,
        _narrowed_rows,
    )
    return [mutant for make in makers for mutant in make(data)]


def sample(each: int, start: int) -> list[Mutant]:
    """Draw so many mutants of each kind, or all it has; the same ones for the same start."""
    draw = random.Random(start)  # noqa: S311 - defects, not secrets
    kinds: dict[str, list[Mutant]] = {}
    for mutant in mutants():
        kinds.setdefault(mutant.kind, []).append(mutant)
    return [mutant for kind in kinds.values() for mutant in draw.sample(kind, min(each, len(kind)))]
