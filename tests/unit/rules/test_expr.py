from isthmus.rules.expr import Expr
from isthmus.rules.syntax import And, IsNull, LessOrEqual, Literal, Name


def test_an_operator_bears_the_name_that_backends_and_spec_cases_give_it() -> None:
    assert (LessOrEqual.operator(), LessOrEqual.reader, And.reader) == ("less_or_equal", "on_less_or_equal", "on_and")


def test_a_leaf_has_no_operands() -> None:
    assert Expr().operands() == Literal(1).operands() == ()


def test_operands_stand_from_left_to_right() -> None:
    a, b = Name("a"), Name("b")
    assert And(a, b).operands() == (a, b)
    assert IsNull(a).operands() == (a,)


def test_the_words_it_was_read_from_do_not_make_an_expression_another() -> None:
    assert Name("a", text="a") == Name("a", text="  a")
    assert Name("a") != Name("b")
