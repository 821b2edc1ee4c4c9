import pytest
from tests.generative.small_pathways import feature, pathway

from isthmus.plan import read_patient
from isthmus.plan.explain.case import case_of
from isthmus.plan.explain.questions import open_questions
from isthmus.plan.explain.table import table_of

PATHWAY = pathway(
    [
        feature("b", "boolean"),
        feature("x", "decimal"),
        feature("y", "decimal"),
        feature("n", "integer"),
        feature("rf_a", "boolean"),
        feature("unread", "boolean"),
    ],
    [("rf_a", "a"), ("x - y > 1", "far"), ("x - y > 0", "over"), ("b", "told"), ("n * n > 3", "large")],
    ["x - y > 1", "unread and not b"],
)
TABLE = table_of(PATHWAY)


@pytest.mark.parametrize(
    ("facts", "questions"),
    [
        (
            {},
            {
                "rf_a": ("a", "over", "told", "large"),
                "x": ("over", "told", "large"),
                "y": ("over", "told", "large"),
                "b": ("told", "large"),
                "n": ("large",),
            },
        ),
        ({"rf_a": False, "b": True, "x": 1}, {"y": ("over",)}),
        ({"rf_a": False, "b": True, "x": 0}, {}),
        ({"rf_a": False, "x": 0, "n": 1, "unread": True}, {"b": ("told",)}),
        ({"rf_a": False, "x": 0, "b": False, "n": 1}, {}),
    ],
)
def test_questions_are_the_unknown_facts_that_can_change_the_action(
    facts: dict[str, object], questions: dict[str, tuple[str, ...]]
) -> None:
    found = open_questions(case_of(TABLE, read_patient(PATHWAY, facts)))
    assert found == questions
    assert list(found) == list(questions)
