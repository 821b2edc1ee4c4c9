import dataclasses

import pytest

from isthmus.rules import OPERATORS, Expr
from isthmus.rules.syntax import Coalesce, If, LessOrEqual, Literal, Name


def test_an_operator_is_named_as_backends_and_spec_cases_do() -> None:
    assert LessOrEqual.operator() == "less_or_equal"
    assert LessOrEqual.reader == "on_less_or_equal"


def test_operands_stand_from_left_to_right() -> None:
    one, two, three = Literal(1), Literal(2), Name("x")
    assert Coalesce((one, two, three)).operands() == (one, two, three)
    assert If(one, two, three).operands() == (one, two, three)
    assert three.operands() == ()


def test_words_do_not_make_two_expressions_differ() -> None:
    assert Name("x", text="x") == Name("x")


@pytest.mark.parametrize("operator", OPERATORS)
def test_every_operator_is_a_frozen_value_with_a_sentence_of_meaning(operator: type[Expr]) -> None:
    assert operator.__dataclass_params__.frozen  # type: ignore[attr-defined]  # set by dataclasses
    assert operator.__doc__ is not None
    assert operator.__doc__.strip().endswith(".")
    assert dataclasses.is_dataclass(operator)
