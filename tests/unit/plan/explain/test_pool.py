import pytest
from tests.generative.small_pathways import World, feature, pathway

from isthmus.plan import read_patient
from isthmus.plan.explain.case import case_of
from isthmus.plan.explain.pool import Pool
from isthmus.plan.explain.table import table_of

WORLD = World(
    pathway(
        [feature(name, "boolean") for name in ("a", "b", "c")] + [feature(name, "decimal") for name in ("x", "y")],
        [("a", "one"), ("b", "two"), ("x - y > 0", "over"), ("x > 1", "large")],
        ["b and c"],
    )
)
TABLE = table_of(WORLD.pathway)


@pytest.mark.parametrize(
    "facts", [{}, {"c": True}, {"a": False, "x": 1}, {"b": False, "y": 2}, {"a": False, "b": False, "y": 1}]
)
def test_what_is_seen_is_so(facts: dict[str, object]) -> None:
    patient = read_patient(WORLD.pathway, facts)
    case = case_of(TABLE, patient)
    pool, so = Pool(case), WORLD.questions(patient)
    for name in case.askable:
        assert pool.leads_to(name) - {case.action} <= so.get(name, frozenset())


def test_what_a_single_change_shows_is_seen_unless_it_is_tied_to_another_or_clashes() -> None:
    pool = Pool(case_of(TABLE, read_patient(WORLD.pathway, {"a": False, "c": True, "y": 1})))
    assert pool.leads_to(WORLD.names[1]) == set()  # b clashes with c
    free = Pool(case_of(TABLE, read_patient(WORLD.pathway, {"b": False, "c": True})))
    assert free.leads_to(WORLD.names[0]) >= {"one", "otherwise"}
    assert free.leads_to(WORLD.names[3]) >= {"large", "otherwise"}
