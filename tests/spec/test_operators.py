"""What every operator means, case by case, on every backend that executes; the cases are the reference manual too."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from isthmus.located import parse_yaml
from isthmus.rules import OPERATORS, Cql, Evaluate, Kind, Name, Traced, Type, Value, fold
from isthmus.rules.parse import parse, read_rule
from isthmus.terms import Truth

FOLDER = Path(__file__).parent / "operators"
TRUTHS = {"true", "false", "unknown"}


@dataclass(frozen=True)
class Spec:
    operator: str
    rule: str
    scope: Mapping[str, Type]
    never: frozenset[str]
    cases: tuple[Mapping[str, Any], ...]


def read_spec(path: Path) -> Spec:
    value = parse_yaml(path.read_text(encoding="utf-8"), path.name).value
    scope = {name: type_of(written) for name, written in value["names"].items()}
    return Spec(value["operator"], value["rule"], scope, frozenset(value.get("never", ())), tuple(value["cases"]))


def type_of(written: str | list[Any]) -> Type:
    if isinstance(written, str):
        return Type(Kind[written.upper()])
    (first, *_) = written
    if isinstance(first, list):
        return Type(Kind.LIST, frozenset(first))
    return Type(Kind.CHOICE, frozenset(written))


SPECS = {path.stem: read_spec(path) for path in sorted(FOLDER.glob("*.yaml"))}
CASES = [pytest.param(spec, case, id=f"{name}: {case['why']}") for name, spec in SPECS.items() for case in spec.cases]


def evaluate(spec: Spec, patient: Mapping[str, Any]) -> str:
    values = {name: Traced(Name(name), value_of(type_, patient.get(name))) for name, type_ in spec.scope.items()}
    return fold(read_rule(spec.rule, spec.scope).tree, Evaluate(values)).truth.value


def value_of(type_: Type, written: Any) -> Value:
    if type_.kind is Kind.BOOLEAN:
        return Truth.of(written)
    if type_.kind is Kind.LIST:
        return None if written is None else tuple(written)
    return Decimal(written) if isinstance(written, int) else written


EXECUTING = {"evaluate": evaluate}
"""How each backend that executes runs a case; a new one adds a line."""


@pytest.mark.parametrize("backend", EXECUTING)
@pytest.mark.parametrize(("spec", "case"), CASES)
def test_an_operator_means_what_its_cases_say(backend: str, spec: Spec, case: Mapping[str, Any]) -> None:
    written = case["gives"]
    expected = str(written).lower()
    assert EXECUTING[backend](spec, case["patient"]) == expected


def test_every_operator_has_a_file_of_cases() -> None:
    assert set(SPECS) == {operator.operator() for operator in OPERATORS}


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_the_cases_of_an_operator_show_every_truth_it_can_come_to(spec: Spec) -> None:
    shown = {str(case["gives"]).lower() for case in spec.cases}
    assert shown == TRUTHS - spec.never


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_the_rule_of_a_file_uses_its_operator(spec: Spec) -> None:
    found: set[str] = set()
    waiting = [parse(spec.rule)]
    while waiting:
        node = waiting.pop()
        found.add(node.operator())
        waiting.extend(node.operands())
    assert spec.operator in found


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_cql_text_of_a_rule_reads_back_as_the_same_rule(spec: Spec) -> None:
    tree = parse(spec.rule)
    assert parse(fold(tree, Cql())) == tree
