"""What every operator means, case by case, on every backend that executes; the cases are the reference manual too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.generative.runners import RUNNERS, Runner

from isthmus.located import parse_yaml
from isthmus.rules import OPERATORS, Cql, Kind, Type, fold
from isthmus.rules.text.parse import parse, read_expression
from isthmus.terms import Amount, Form, Moment, Precision

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


def type_of(written: Any) -> Type:
    match written:
        case {"quantity": unit}:
            return Type(Kind.QUANTITY, unit=unit)
        case "date":
            return Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY)
        case [[*words]]:
            return Type(Kind.LIST, frozenset(words), item=Kind.CHOICE)
        case [*words]:
            return Type(Kind.CHOICE, frozenset(words))
    return Type(Kind[written.upper()])


SPECS = {path.stem: read_spec(path) for path in sorted(FOLDER.glob("*.yaml"))}


def value_of(type_: Type, written: Any) -> Any:
    match type_.kind:
        case _ if written is None:
            return None
        case Kind.DECIMAL:
            return Decimal(str(written))
        case Kind.QUANTITY:
            return Amount(Decimal(str(written)), type_.unit or "")
        case Kind.MOMENT:
            return Moment.of(date.fromisoformat(written))
        case Kind.LIST:
            return tuple(written)
    return written


TRUTH = {True: "true", False: "false", None: "unknown"}


def told(spec: Spec, runner: Runner) -> dict[str, str]:
    """Run an operator's cases: the truth that each comes to, by why it does."""
    patients = [
        {name: value_of(type_, case["patient"].get(name)) for name, type_ in spec.scope.items()} for case in spec.cases
    ]
    found = runner([read_expression(spec.rule, spec.scope).tree], spec.scope, patients)
    return {case["why"]: TRUTH[truth] for case, (truth,) in zip(spec.cases, found, strict=True)}


def expected(spec: Spec) -> dict[str, str]:
    return {case["why"]: str(case["gives"]).lower() for case in spec.cases}


@pytest.mark.parametrize("backend", list(RUNNERS))
@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_an_operator_means_what_its_cases_say(backend: str, spec: Spec) -> None:
    assert told(spec, RUNNERS[backend]) == expected(spec)


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
