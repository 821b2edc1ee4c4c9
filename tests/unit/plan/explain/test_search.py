from collections.abc import Mapping
from decimal import Decimal

import pytest
from tests.generative.small_pathways import feature, pathway

from isthmus.plan import read_patient
from isthmus.plan.explain.search import Pairs, Search
from isthmus.plan.explain.solver import holds_in
from isthmus.plan.explain.table import table_of
from isthmus.terms import ActionId, FeatureName

NAMES = RF_A, X, Y, N = FeatureName("rf_a"), FeatureName("x"), FeatureName("y"), FeatureName("n")
PATHWAY = pathway(
    [feature(RF_A, "boolean"), feature(X, "decimal"), feature(Y, "decimal"), feature(N, "integer")],
    [("rf_a", "a"), ("x - y > 0", "over"), ("n * n > 3", "large")],
    ["x - y > 1"],
)
TABLE = table_of(PATHWAY)
OVER, LARGE = ActionId("over"), ActionId("large")


def search(facts: Mapping[str, object], allowed: frozenset[str] = frozenset()) -> Search:
    return Search(TABLE, read_patient(PATHWAY, facts), allowed)


def test_what_is_found_has_the_facts_and_the_action() -> None:
    one = search({"rf_a": False, "x": 1})
    model = one.find(*one.facts.values(), TABLE.actions[OVER])
    assert model is not None
    assert holds_in(model, TABLE.domains[X].known)
    assert holds_in(model, TABLE.domains[Y].known)
    assert not holds_in(model, TABLE.rows[0].holds)


@pytest.mark.parametrize(
    ("facts", "found"),
    [({"x": 0}, False), ({"x": Decimal("0.00000001")}, True), ({"x": 2, "y": 2}, False), ({"x": 2, "y": 1}, True)],
)
def test_numbers_are_held_to_their_last_step(facts: dict[str, object], found: bool) -> None:
    one = search({"rf_a": False, **facts})
    assert (one.find(*one.facts.values(), TABLE.actions[OVER]) is not None) == found


def test_nobody_is_found_whom_a_contradiction_rules_out() -> None:
    facts = {"x": 2, "y": 0}
    assert search(facts).find(*search(facts).facts.values()) is None
    allowed = search(facts, frozenset({"c0"}))
    assert allowed.find(*allowed.facts.values()) is not None


def test_the_core_names_the_facts_that_keep_others_out() -> None:
    one = search({"rf_a": True, "x": 1})
    assert one.find(-TABLE.actions[ActionId("a")], *one.facts.values()) is None
    assert set(one.core()) == {-TABLE.actions[ActionId("a")], one.facts[RF_A]}


def test_a_truth_that_is_left_open_is_evaluated_where_its_facts_are_known() -> None:
    for n, found in ((1, False), (2, True)):
        one = search({"rf_a": False, "x": 0, "n": n})
        assert (one.find(*one.facts.values(), TABLE.actions[LARGE]) is not None) == found


@pytest.mark.parametrize(
    ("facts", "name", "actions", "seen"),
    [
        ({"rf_a": False, "x": 1, "n": 0}, Y, [OVER], {OVER, "otherwise"}),
        ({"rf_a": False, "x": 0, "n": 0}, Y, [OVER], set()),
        ({"rf_a": False, "n": 0}, X, [OVER], {OVER, "otherwise"}),
        ({"x": 0, "n": 0}, RF_A, [OVER], set()),
        ({"rf_a": False, "x": 0}, N, [LARGE], {LARGE, "otherwise"}),
        ({"rf_a": False, "x": 0}, Y, [LARGE], set()),
    ],
)
def test_a_pair_differs_in_one_fact_and_in_its_actions(
    facts: dict[str, object], name: FeatureName, actions: list[ActionId], seen: set[str]
) -> None:
    assert Pairs(search(facts), TABLE).parted(name, actions) == seen
