from collections.abc import Iterable

from isthmus.plan.explain.solver import Model, Solver, holds_in


def nothing(_: Model) -> Iterable[int] | None:
    return None


def test_a_model_satisfies_every_clause_and_what_is_assumed() -> None:
    model = Solver([[1, 2], [-1, 3]], nothing).find([1])
    assert model is not None
    assert [holds_in(model, literal) for literal in (1, 3, -1)] == [True, True, False]


def test_where_there_is_no_model_the_core_says_which_assumptions_clash() -> None:
    solver = Solver([[-1, -2], [3, 4]], nothing)
    assert solver.find([3, 1, 2]) is None
    assert set(solver.core()) == {1, 2}
    solver.add([-3])
    solver.add([-4])
    assert solver.find([]) is None
    assert solver.core() == ()


def test_what_a_lemma_rules_out_is_not_found() -> None:
    def not_both(model: Model) -> Iterable[int] | None:
        return (1, 2) if holds_in(model, 1) and holds_in(model, 2) else None

    solver = Solver([[1], [2, 3]], not_both)
    model = solver.find([])
    assert model is not None
    assert not holds_in(model, 2)
    assert solver.find([2]) is None
