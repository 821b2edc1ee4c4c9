from decimal import Decimal

import pytest
from tests.generative.small_pathways import feature, pathway
from tests.unit.knowledge import CASES, PATHWAY

from isthmus.pathway import WorkedCase
from isthmus.plan import Change, Fact, Question, Turn, read_patient
from isthmus.plan.explain import Explainer
from isthmus.plan.reading import Reading
from isthmus.terms import ActionId, FeatureName, Truth

SMALL = pathway(
    [feature("rf_a", "boolean"), feature("x", "decimal", "up"), feature("w", "choice")],
    [("rf_a", "a"), ("x > 1", "over")],
)
EXPLAINER = Explainer(PATHWAY)
RF_A, X = FeatureName("rf_a"), FeatureName("x")


def test_a_plan_that_is_settled_has_reasons_and_no_questions() -> None:
    explanation = Explainer(SMALL).explain(read_patient(SMALL, {"rf_a": True, "x": 1}))
    assert explanation.settled
    assert explanation.questions == ()
    assert explanation.because == (Fact(RF_A, Truth.TRUE),)
    assert explanation.would_change == (Turn((Change(RF_A, Truth.TRUE, Truth.FALSE),), ActionId("otherwise")),)


def test_a_plan_that_is_not_has_questions_and_no_reasons() -> None:
    explanation = Explainer(SMALL).explain(read_patient(SMALL, {"x": Decimal("0.5")}))
    assert not explanation.settled
    assert explanation.questions == (Question(RF_A, "What is rf_a?", (ActionId("a"),)),)
    assert explanation.because == ()
    assert explanation.would_change == (Turn((Change(X, Decimal("0.5"), Decimal(2)),), ActionId("over")),)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_explanation_of_every_worked_patient_is_true_of_the_reference(case: WorkedCase) -> None:
    patient = read_patient(PATHWAY, case.facts)
    explanation = EXPLAINER.explain(patient)
    assert explanation.settled == (explanation.questions == ())
    assert explanation.settled or explanation.because == ()
    assert all(patient[fact.feature] == fact.value for fact in explanation.because)
    for question in explanation.questions:
        assert not isinstance(patient[question.feature], bool)
        assert case.action not in question.could_lead_to
    for turn in explanation.would_change:
        changed = {**patient, **{change.feature: change.after for change in turn.changes}}
        reading = Reading(PATHWAY, changed)
        assert next(row.action for row in PATHWAY.recommendations if reading.holds(row.when)) == turn.action
        assert turn.action != case.action


@pytest.mark.parametrize("case", [case for case in CASES if case.action == "emergency-now"], ids=lambda case: case.id)
def test_an_emergency_is_settled_by_one_danger_sign(case: WorkedCase) -> None:
    explanation = EXPLAINER.explain(read_patient(PATHWAY, case.facts))
    assert explanation.settled
    assert len(explanation.because) <= 2
    assert PATHWAY.features[explanation.because[0].feature].red_flag
