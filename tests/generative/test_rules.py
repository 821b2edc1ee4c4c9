"""Whatever the rule and whoever the patient, the language keeps its promises."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.generative.rules import SCOPE, certain, expressions, has_type, patients, steady
from tests.generative.runners import Answer, Row, run_evaluate, same

from isthmus.rules import OPERATORS, Cql, Expr, Kind, check, fold
from isthmus.rules.text.parse import parse

EXAMPLES = settings(max_examples=300, deadline=None)


def evaluated(rule: Expr, patient: Row) -> Answer:
    ((answer,),) = run_evaluate([rule], SCOPE, [patient])
    return answer


def operators_in(rule: Expr) -> set[type[Expr]]:
    return {type(rule)}.union(*(operators_in(operand) for operand in rule.operands()))


@EXAMPLES
@given(expressions(3))
def test_text_made_from_a_tree_reads_back_as_that_tree(rule: Expr) -> None:
    assert parse(fold(rule, Cql())) == rule


@EXAMPLES
@given(expressions(3), patients())
def test_text_made_from_a_tree_means_the_same(rule: Expr, patient: Row) -> None:
    assert same(evaluated(parse(fold(rule, Cql())), patient), evaluated(rule, patient))


@EXAMPLES
@given(expressions(3), patients())
def test_a_rule_comes_to_a_value_of_its_type_or_to_nothing(rule: Expr, patient: Row) -> None:
    assume(has_type(rule))
    answer = evaluated(rule, patient)
    assert answer is None or type(answer).__name__ == OF_KIND[check(rule, SCOPE).kind]


OF_KIND = {
    Kind.BOOLEAN: "bool",
    Kind.INTEGER: "int",
    Kind.DECIMAL: "Decimal",
    Kind.CHOICE: "str",
    Kind.MOMENT: "Moment",
    Kind.QUANTITY: "Amount",
    Kind.LIST: "tuple",
}


@EXAMPLES
@given(certain(2), patients())
def test_a_rule_that_is_certain_is_never_unknown(rule: Expr, patient: Row) -> None:
    assume(has_type(rule))
    assert check(rule, SCOPE).certain
    assert evaluated(rule, patient) is not None


@EXAMPLES
@given(steady(3), patients(), patients())
def test_learning_more_never_overturns_what_was_settled(rule: Expr, partial: Row, other: Row) -> None:
    fuller = {name: other[name] if value is None else value for name, value in partial.items()}
    before, after = evaluated(rule, partial), evaluated(rule, fuller)
    assert before is None or before == after


def test_nearly_every_rule_drawn_has_a_type() -> None:
    drawn: list[bool] = []

    @settings(max_examples=500, deadline=None, database=None, derandomize=True)
    @given(expressions(3))
    def draw(rule: Expr) -> None:
        drawn.append(has_type(rule))

    draw()
    assert sum(drawn) > 0.9 * len(drawn)


def test_every_operator_is_drawn() -> None:
    drawn: set[type[Expr]] = set()

    @settings(max_examples=1000, deadline=None, database=None, derandomize=True)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        drawn.update(operators_in(data.draw(expressions(3))))

    draw()
    assert drawn == set(OPERATORS)
