from itertools import product

from tests.generative.small_pathways import World, feature, pathway

from isthmus.plan.explain.table import table_of
from isthmus.plan.explain.variants import run_variants
from isthmus.terms import FeatureName

WORLD = World(
    pathway(
        [feature("rf_a", "boolean"), feature("x", "decimal"), feature("n", "integer"), feature("b", "boolean")],
        [("rf_a", "a"), ("x - n > 0 or n * n > 3", "b"), ("b and x <= 1", "a")],
        ["x > 1 and b"],
    )
)


def test_the_literals_of_a_table_say_of_everybody_what_the_reference_says() -> None:
    table = table_of(WORLD.pathway)
    patients = [dict(zip(WORLD.names, values, strict=True)) for values in WORLD.everybody]
    signals = run_variants(table, patients[0], patients)
    for at, (action, clashes) in enumerate(WORLD.everybody.values()):
        assert [name for name, literal in table.actions.items() if signals[literal] >> at & 1] == [action]
        assert {letter for letter, literal in table.contradictions.items() if signals[literal] >> at & 1} == clashes


def test_a_table_knows_what_its_rows_read_and_what_ties_facts_together() -> None:
    table = table_of(WORLD.pathway)
    assert table.tied == table.numbers.keys() == {"x", "n"}
    assert [row.features for row in table.rows] == [{"rf_a"}, {"x", "n"}, {"b", "x"}, set()]
    everything = {"rf_a", "x", "n", "b"}
    assert table.read_down_to == {"a": everything, "b": everything - {"b"}, "otherwise": everything}


def test_two_literals_of_a_table_are_never_of_one_row() -> None:
    table = table_of(WORLD.pathway)
    rows = [row.fires for row in table.rows]
    patients = [dict(zip(WORLD.names, values, strict=True)) for values in WORLD.everybody]
    signals = run_variants(table, patients[0], patients)
    assert all(signals[one] & signals[other] == 0 for one, other in product(rows, rows) if one != other)
    assert FeatureName("rf_a") in table.domains
