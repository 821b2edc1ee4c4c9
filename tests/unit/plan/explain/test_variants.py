from decimal import Decimal

from tests.generative.small_pathways import World, feature, pathway

from isthmus.plan import Patient
from isthmus.plan.explain.table import table_of
from isthmus.plan.explain.variants import open_literals, run_variants
from isthmus.terms import FeatureName, Truth

N, X, A = FeatureName("n"), FeatureName("x"), FeatureName("a")
WORLD = World(
    pathway(
        [feature("a", "boolean"), feature("x", "decimal"), feature("n", "integer")],
        [("n * n > 3", "far"), ("x - n > 0", "over"), ("a", "told")],
    )
)
TABLE = table_of(WORLD.pathway)
PATIENT: Patient = {A: Truth.TRUE, X: Decimal(1), N: 1}


def test_each_change_has_a_bit_of_its_own() -> None:
    changes: list[Patient] = [{}, {A: Truth.FALSE}, {N: 0}, {N: 2}, {X: None, A: Truth.UNKNOWN}, {X: Decimal("1.5")}]
    signals = run_variants(TABLE, PATIENT, changes)
    led = {action: signals[literal] for action, literal in TABLE.actions.items()}
    assert led == {"told": 0b000001, "otherwise": 0b010010, "over": 0b100100, "far": 0b001000}


def test_a_truth_that_is_left_open_is_evaluated() -> None:
    ((features, literals),) = open_literals(TABLE, PATIENT)
    assert features == {N}
    assert [literal > 0 for literal in literals] == [False, True]
    ((_, literals),) = open_literals(TABLE, {**PATIENT, N: None})
    assert [literal > 0 for literal in literals] == [False, False]
    ((_, literals),) = open_literals(TABLE, {**PATIENT, N: 2})
    assert [literal > 0 for literal in literals] == [True, False]
