"""The null grid: every rule about a patient, for every combination of the regions of its inputs and null.

A region of a number ends where a rule compares it; the grid holds each such edge, the numbers next to it on either
side, one between it and the next, and the ends of the range. Run by itself it tries every cell on every backend.
"""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations, pairwise, product
from math import prod
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.generative.agree import Disagreement, Runners, disagreements, runners_here
from tests.generative.runners import Row
from tests.unit.knowledge import PATHWAY

from isthmus.pathway import ACTION_NAME, ROW_NAME, CaseFeature, Pathway, contradiction_name, feature_type
from isthmus.rules import Expr, Kind, Literal, Name, Type, check, syntax

MOST = 20_000
"""A rule with more cells than this takes definitions for inputs, which have grids of their own."""
_COMPARISONS = (
    syntax.Equal,
    syntax.NotEqual,
    syntax.Less,
    syntax.LessOrEqual,
    syntax.Greater,
    syntax.GreaterOrEqual,
)
_FINEST = {Kind.INTEGER: Decimal(1), Kind.DECIMAL: Decimal("0.00000001")}


@dataclass(frozen=True)
class Grid:
    """A rule, and for each of its inputs a value of every region, null first."""

    name: str
    rule: Expr
    scope: Mapping[str, Type]
    regions: Mapping[str, tuple[Any, ...]]

    @cached_property
    def size(self) -> int:
        """Count the cells."""
        return prod(len(values) for values in self.regions.values())

    def cells(self, every: int = 1) -> list[Row]:
        """List the cells, or one of so many."""
        cells = product(*self.regions.values())
        return [dict(zip(self.regions, values, strict=True)) for at, values in enumerate(cells) if at % every == 0]


def grids(pathway: Pathway = PATHWAY) -> Iterator[Grid]:
    """Make the grid of every rule about a patient that depends on anything, from definitions to outlooks."""
    features = {name: feature_type(feature) for name, feature in pathway.features.items()}
    rows: list[str] = [row.row for row in pathway.recommendations]
    words: dict[str, list[str]] = {ROW_NAME: rows, ACTION_NAME: list(pathway.actions)}
    scope = features | {name: Type(Kind.CHOICE, frozenset(chosen)) for name, chosen in words.items()}
    parts: dict[str, Expr] = {name: Literal(item.value) for name, item in pathway.parameters.items()}
    direct: dict[str, Expr] = dict(parts)
    for name, tree, is_part in _rules(pathway):
        whole = _grid(name, _inlined(tree, parts), scope, pathway)
        if whole.regions:
            yield whole if whole.size <= MOST else _grid(name, _inlined(tree, direct), scope, pathway)
        if is_part:
            scope[name] = check(tree, scope | _types(direct))
            parts[name] = whole.rule


def _rules(pathway: Pathway) -> Iterator[tuple[str, Expr, bool]]:
    yield from ((item.name, item.rule.tree, True) for item in pathway.definitions.values())
    yield from ((contradiction_name(item.id), item.rule.tree, True) for item in pathway.contradictions)
    for row in pathway.recommendations:
        yield row.row, row.when.tree, False
        yield from ((f"{row.row} {item.name}", item.when.tree, False) for item in row.details)
    for ruled in (pathway.flags, pathway.phases, pathway.outlooks):
        yield from ((item.id, item.when.tree, False) for item in ruled)


def _types(literals: Mapping[str, Expr]) -> dict[str, Type]:
    return {name: check(literal, {}) for name, literal in literals.items()}


def _inlined(tree: Expr, parts: Mapping[str, Expr]) -> Expr:
    """Put what names stand for in place of them."""
    if isinstance(tree, Name):
        return parts.get(tree.name, tree)
    return replace(tree, **{field.name: _inlined_in(getattr(tree, field.name), parts) for field in fields(tree)})


def _inlined_in(value: Any, parts: Mapping[str, Expr]) -> Any:
    match value:
        case Expr():
            return _inlined(value, parts)
        case tuple():
            return tuple(_inlined_in(item, parts) for item in value)
    return value


def _grid(name: str, rule: Expr, scope: Mapping[str, Type], pathway: Pathway) -> Grid:
    used = sorted({part.name for part in _walk(rule) if isinstance(part, Name)})
    features: Mapping[str, CaseFeature] = {str(key): feature for key, feature in pathway.features.items()}
    regions = {
        used_name: (None, *_regions(scope[used_name], _edges(rule, used_name, features.get(used_name))))
        for used_name in used
    }
    return Grid(name, rule, {used_name: scope[used_name] for used_name in used}, regions)


def _walk(tree: Expr) -> Iterator[Expr]:
    yield tree
    for operand in tree.operands():
        yield from _walk(operand)


def _edges(rule: Expr, name: str, feature: CaseFeature | None) -> list[Decimal]:
    """Find the ends of a number's range and the numbers that stand in comparisons with it."""
    if feature is None or feature.low is None or feature.high is None:
        return []
    compared = [part for part in _walk(rule) if isinstance(part, _COMPARISONS) and Name(name) in _walk(part)]
    written = (part.value for each in compared for part in _walk(each) if isinstance(part, Literal))
    numbers = {Decimal(value) for value in written if isinstance(value, int | Decimal) and not isinstance(value, bool)}
    inside = {number for number in numbers if feature.low <= number <= feature.high}
    return sorted({feature.low, feature.high} | inside)


def _regions(type_: Type, edges: Sequence[Decimal]) -> list[Any]:
    match type_.kind:
        case Kind.BOOLEAN:
            return [False, True]
        case Kind.CHOICE:
            return sorted(type_.choices)
        case Kind.LIST:
            words = sorted(type_.choices)
            return [chosen for length in range(len(words) + 1) for chosen in combinations(words, length)]
    if not edges:  # a whole number that a definition comes to
        return list(range(-1, 7))
    step = _FINEST[type_.kind]
    near = {edge + by for edge in edges for by in (-step, 0, step)}
    between = {_middle(low, high, step) for low, high in pairwise(edges)}
    inside = sorted(number for number in near | between if edges[0] <= number <= edges[-1])
    return [int(number) if type_.kind is Kind.INTEGER else number for number in inside]


def _middle(low: Decimal, high: Decimal, step: Decimal) -> Decimal:
    return ((low + high) / 2).quantize(step)


def tried(runners: Runners, every: int = 1) -> Iterator[tuple[Grid, int, list[Disagreement]]]:
    """Try every grid, or one cell of so many of each: how many cells there were, and where backends disagree."""
    for grid in grids():
        cells = grid.cells(every)
        yield grid, len(cells), list(disagreements(runners, [grid.rule], cells, grid.scope))


def main() -> int:
    """Try every cell of every grid on every backend."""
    runners, begun, cells, found = runners_here(), time.monotonic(), 0, list[Disagreement]()
    for grid, number, some in tried(runners):
        cells += number
        found += some[:1]
        print(f"{grid.name}: {number:,} cells of {', '.join(grid.regions)}: {len(some)} disagreements", flush=True)
    for one in found:
        print(one)
    seconds = time.monotonic() - begun
    print(f"null grid: {cells:,} cells on {', '.join(runners)} in {seconds:.0f} s: {len(found)} rules disagree")
    return 3 if found else 0


if __name__ == "__main__":
    sys.exit(main())
