from dataclasses import replace
from datetime import date

import pytest
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.errors import InvalidCase, UnknownName
from isthmus.plan import make, make_plan

TODAY = date(2026, 11, 21)


def test_plain_facts_become_a_plan_in_the_words_of_an_audience() -> None:
    plan = make_plan(PATHWAY, FACTS["foot-drop"], audience="patient", today=TODAY)
    assert (plan.row, plan.audience, plan.today) == ("R02", "patient", TODAY)


def test_a_plan_that_is_made_is_explained() -> None:
    plan = make_plan(PATHWAY, FACTS["foot-drop"], audience="patient", today=TODAY)
    assert plan.explanation is not None
    assert plan.explanation.settled


def test_what_explains_a_pathway_is_made_once_and_only_the_last_few_are_kept() -> None:
    pathways = [replace(PATHWAY) for _ in range(12)]
    for pathway in pathways:
        make_plan(pathway, {"rf_saddle_numb": True}, audience="patient", today=TODAY)
    assert list(make._EXPLAINERS) == [id(pathway) for pathway in pathways[-8:]]
    explainer = make._EXPLAINERS[id(pathways[-1])]
    make_plan(pathways[-1], {}, audience="patient", today=TODAY)
    assert make._EXPLAINERS[id(pathways[-1])] is explainer


def test_facts_that_do_not_fit_and_audiences_without_words_are_refused() -> None:
    with pytest.raises(InvalidCase):
        make_plan(PATHWAY, {"age_years": -1}, audience="patient", today=TODAY)
    with pytest.raises(UnknownName, match="There is no audience `patiant`. Did you mean `patient`?"):
        make_plan(PATHWAY, {}, audience="patiant", today=TODAY)
    with pytest.raises(
        UnknownName,
        match="Name one of: athlete, coach, parent, patient, physiotherapist, primary-care-clinician, surgeon.",
    ):
        make_plan(PATHWAY, {}, audience="xyz", today=TODAY)
