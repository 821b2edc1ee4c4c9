"""Whatever the rule and whoever the patient, the language keeps its promises."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.generative.rules import SCOPE, certain, patients, steady, truths

from isthmus.rules import OPERATORS, Cql, Evaluate, Expr, Kind, Name, Traced, Value, check, fold
from isthmus.rules.parse import parse
from isthmus.terms import Truth

EXAMPLES = settings(max_examples=300, deadline=None)


def evaluated(rule: Expr, patient: dict[str, Value]) -> Truth:
    return fold(rule, Evaluate({name: Traced(Name(name), value) for name, value in patient.items()})).truth


def operators_in(rule: Expr) -> set[type[Expr]]:
    return {type(rule)}.union(*(operators_in(operand) for operand in rule.operands()))


def is_known(value: Value) -> bool:
    return value is not None and value is not Truth.UNKNOWN


@EXAMPLES
@given(truths(3))
def test_text_made_from_a_tree_reads_back_as_that_tree(rule: Expr) -> None:
    assert parse(fold(rule, Cql())) == rule


@EXAMPLES
@given(truths(3), patients())
def test_text_made_from_a_tree_means_the_same(rule: Expr, patient: dict[str, Value]) -> None:
    assert evaluated(parse(fold(rule, Cql())), patient) == evaluated(rule, patient)


@EXAMPLES
@given(truths(3))
def test_every_rule_drawn_has_a_type(rule: Expr) -> None:
    assert check(rule, SCOPE).kind in (Kind.BOOLEAN, Kind.NULL)


@EXAMPLES
@given(certain(2), patients())
def test_a_rule_that_is_certain_is_never_unknown(rule: Expr, patient: dict[str, Value]) -> None:
    assert check(rule, SCOPE).certain
    assert evaluated(rule, patient).known


@EXAMPLES
@given(steady(3), patients(), patients())
def test_learning_more_never_overturns_what_was_settled(
    rule: Expr, partial: dict[str, Value], other: dict[str, Value]
) -> None:
    fuller = {name: value if is_known(value) else other[name] for name, value in partial.items()}
    before, after = evaluated(rule, partial), evaluated(rule, fuller)
    assert not before.known or before == after


def test_every_operator_is_drawn() -> None:
    drawn: set[type[Expr]] = set()

    @settings(max_examples=1000, deadline=None, database=None, derandomize=True)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        drawn.update(operators_in(data.draw(truths(3))))

    draw()
    assert drawn == set(OPERATORS)
