import pytest
import z3

from isthmus.rules.meanings.formula import all_of, any_of, if_, not_, rounded, same, size, truncated, whole

A, B = z3.Bools("a b")
N = z3.Int("n")
YES, NO = True, False


def proved(claim: z3.BoolRef) -> bool:
    solver = z3.Solver()
    return bool(solver.check(z3.Not(claim)) == z3.unsat)


def test_what_is_plain_is_settled_without_the_solver() -> None:
    assert all_of() is True
    assert all_of(A, NO) is False
    assert any_of() is False
    assert any_of(A, YES) is True
    assert not_(YES) is False
    assert if_(YES, 1, 2) == 1
    assert if_(NO, 1, 2) == 2


def test_what_is_open_is_left_to_the_solver() -> None:
    assert proved(all_of(A, B, YES) == z3.And(A, B))
    assert proved(any_of(A, B, NO) == z3.Or(A, B))
    assert proved(not_(not_(A)) == A)
    assert proved(if_(A, 1, 2) == z3.If(A, z3.IntVal(1), z3.IntVal(2)))


def test_two_formulas_are_the_same_word_for_word() -> None:
    assert same(A, A)
    assert not same(z3.And(A, B), z3.And(B, A))
    assert same(YES, YES)
    assert not same(YES, A)


@pytest.mark.parametrize(("number", "by"), [(7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (0, 5), (5, 10), (-5, 10)])
def test_division_is_the_same_for_plain_numbers_and_for_the_solver(number: int, by: int) -> None:
    for divide in (truncated, rounded):
        assert proved(z3.Implies(number == N, divide(N, z3.IntVal(by)) == divide(number, by)))
    assert proved(z3.Implies(number == N, whole(N, z3.IntVal(abs(by))) == whole(number, abs(by))))
    assert proved(z3.Implies(number == N, size(N) == abs(number)))


def test_a_division_by_zero_comes_to_anything_and_breaks_nothing() -> None:
    assert (truncated(7, 0), rounded(7, 0)) == (0, 0)
