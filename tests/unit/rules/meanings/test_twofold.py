import pytest
import z3

from isthmus.rules import Kind, Type
from isthmus.rules.meanings.twofold import (
    DECIMAL,
    PLACES,
    WHOLE,
    Term,
    alike,
    brought_whole,
    compared,
    computed,
    either,
    fit,
    step_of,
    truth,
    unless_zero,
    within,
)
from isthmus.terms import Form, Precision

A = z3.Bool("a")
NULL = Term(Type(Kind.NULL), known=False, value=None)
THREE, HALF = Term(WHOLE, known=True, value=3), Term(DECIMAL, known=True, value=PLACES // 2)
MILD = Term(Type(Kind.CHOICE, frozenset({"mild"})), known=True, value={"mild": True})
SEVERE = Term(Type(Kind.CHOICE, frozenset({"severe"})), known=True, value={"severe": True})
DAY = Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY)


def test_a_truth_that_is_not_known_neither_holds_nor_fails() -> None:
    unknown = truth(known=False, holds=False)
    assert (unknown.holds, unknown.fails) == (False, False)
    assert truth(known=True, holds=False).fails is True


def test_values_that_meet_are_brought_to_one_type() -> None:
    assert computed((THREE, HALF), lambda a, b: a + b) == Term(DECIMAL, known=True, value=7 * PLACES // 2)
    assert fit(THREE, Kind.DECIMAL) == 3 * PLACES
    assert either(False, THREE, HALF) == HALF  # noqa: FBT003 - a plain condition is the subject
    word = either(A, MILD, SEVERE)
    assert word.type.choices == {"mild", "severe"}
    assert z3.Solver().check(word.value["mild"], word.value["severe"]) == z3.unsat


def test_null_gives_way_to_any_type_and_is_never_known() -> None:
    assert either(A, NULL, THREE).type == WHOLE
    assert either(A, NULL, NULL).type.kind is Kind.NULL
    assert computed((NULL, NULL), lambda a, b: a + b).known is False
    assert compared(NULL, THREE, alike).known is False
    assert [fit(NULL, kind) for kind in (Kind.CHOICE, Kind.BOOLEAN, Kind.DECIMAL)] == [{}, False, 0]


@pytest.mark.parametrize(
    ("type_", "last"),
    [(WHOLE, 2**31 - 1), (DECIMAL, 10**28 - 1), (DAY, 3652059)],
    ids=["whole", "decimal", "the last day of 9999"],
)
def test_a_number_beyond_its_kind_is_null(type_: Type, last: int) -> None:
    assert within(Term(type_, known=True, value=last)).known is True
    assert within(Term(type_, known=True, value=last + 1)).known is False


def test_nothing_is_divided_by_zero() -> None:
    assert unless_zero(THREE, THREE)[1].known is True
    assert unless_zero(THREE, Term(WHOLE, known=True, value=0))[1].known is False


def test_only_a_decimal_is_brought_to_a_whole_number() -> None:
    assert brought_whole(THREE, lambda _: 7) is THREE
    assert brought_whole(HALF, lambda count: count // PLACES) == Term(WHOLE, known=True, value=0)


def test_the_next_value_is_one_step_on() -> None:
    assert (step_of(WHOLE), step_of(DECIMAL), step_of(DAY)) == (1, 1, 1)
    assert z3.simplify(step_of(Type(Kind.QUANTITY, unit="cm")) > 0)
