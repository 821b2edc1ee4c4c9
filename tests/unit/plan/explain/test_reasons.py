import pytest
from tests.generative.small_pathways import feature, pathway

from isthmus.plan import read_patient
from isthmus.plan.explain.case import case_of
from isthmus.plan.explain.reasons import smallest_reasons
from isthmus.plan.explain.table import table_of

PATHWAY = pathway(
    [
        feature("rf_a", "boolean"),
        feature("rf_b", "boolean"),
        feature("x", "decimal"),
        feature("y", "decimal"),
        feature("w", "choice"),
    ],
    [("rf_a or rf_b", "a"), ("w = 'u' or x - y > 0", "b"), ("w = 'v' and x <= y", "c")],
    ["rf_b and w = 'v'"],
)
TABLE = table_of(PATHWAY)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"rf_a": True, "x": 1}, ("rf_a",)),
        ({"rf_a": True, "rf_b": True}, ("rf_a",)),
        ({"rf_a": False, "rf_b": False, "w": "u", "x": 2, "y": 1}, ("rf_a", "rf_b", "w")),
        ({"rf_a": False, "rf_b": False, "w": "v", "x": 1, "y": 1}, ("rf_a", "x", "y", "w")),
        ({"rf_a": False, "rf_b": False, "w": "v", "x": 2, "y": 1}, ("rf_a", "x", "y", "w")),
    ],
)
def test_reasons_are_the_fewest_facts_that_force_the_action(facts: dict[str, object], because: tuple[str, ...]) -> None:
    assert smallest_reasons(case_of(TABLE, read_patient(PATHWAY, facts))) == because


def test_where_everybody_is_led_alike_no_fact_is_needed() -> None:
    same = pathway([feature("b", "boolean")], [("b", "otherwise")])
    assert smallest_reasons(case_of(table_of(same), read_patient(same, {"b": True}))) == ()
