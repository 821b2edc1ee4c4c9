from decimal import Decimal

import pytest
import z3

from isthmus.rules import Kind, Type, fold
from isthmus.rules.backends.smt import Smt
from isthmus.rules.meanings.formula import Formula
from isthmus.rules.proof.solver import Solver, Undecided
from isthmus.rules.proof.symbol import symbol
from isthmus.rules.text.parse import parse

SYMBOLS = {
    "a": symbol("a", Type(Kind.BOOLEAN)),
    "b": symbol("b", Type(Kind.BOOLEAN)),
    "x": symbol("x", Type(Kind.DECIMAL)),
    "i": symbol("i", Type(Kind.INTEGER)),
}


def holds(text: str) -> Formula:
    return fold(parse(text), Smt({name: known.term for name, known in SYMBOLS.items()})).holds


SOLVER = Solver(SYMBOLS, [holds("x is null or x >= 0")])


def test_each_proof_has_a_plain_name_and_shows_who_breaks_it() -> None:
    assert SOLVER.reachable(holds("a and x > 3"))
    assert not SOLVER.reachable(holds("x < 0"))
    assert SOLVER.never_both(holds("a"), holds("not a")) is None
    assert SOLVER.never_both(holds("a"), holds("b")) == {"a": True, "b": True, "x": None, "i": None}
    assert SOLVER.implies(holds("x > 3"), holds("x > 2")) is None
    assert SOLVER.implies(holds("x > 2"), holds("x > 3")) == {"a": None, "b": None, "x": Decimal(3), "i": None}
    assert SOLVER.equivalent(holds("not (a or b)"), holds("not a and not b")) is None


def test_null_is_part_of_every_proof() -> None:
    assert SOLVER.always_decides([holds("a"), holds("not a")]) == dict.fromkeys(SYMBOLS)
    assert SOLVER.always_decides([holds("a"), holds("a is not true")]) is None


@pytest.mark.parametrize(
    ("text", "places"), [("x > 0.3 and x < 0.9", 1), ("x > 12 and x < 19", 0), ("x = 0.12345678", 8)]
)
def test_the_case_that_is_shown_is_as_round_as_can_be(text: str, places: int) -> None:
    case = SOLVER.case(holds(text))
    assert case is not None
    assert isinstance(case["x"], Decimal)
    assert -int(case["x"].as_tuple().exponent) == places


def test_what_the_solver_cannot_settle_is_not_taken_for_proved() -> None:
    x, y, z = z3.Ints("x y z")
    with pytest.raises(Undecided):
        Solver({}, []).reachable(x * x * x + y * y * y + z * z * z == 42)  # there are such numbers, of 17 digits


def test_a_quantity_that_cannot_be_written_down_shows_nothing() -> None:
    names = {"long": symbol("long", Type(Kind.QUANTITY, unit="cm"))}
    tree = parse("long > 0.00000001 'cm' and long < 0.00000002 'cm'")
    with pytest.raises(Undecided):
        Solver(names, []).case(fold(tree, Smt({"long": names["long"].term})).holds)
