from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.unit.knowledge import spoilt

from isthmus import ask, load_condition, plan
from isthmus.condition import built_in_knowledge, condition_slugs, load_basis, load_care, load_worked_cases, prove
from isthmus.errors import InvalidCase, KnowledgeError, UnknownName
from isthmus.pathway.proofs.trial import Run, Trial
from isthmus.terms import DisagreementId, RowId

TODAY = date(2026, 11, 21)
CONDITION = load_condition("pars-defect")


def test_a_condition_brings_its_pathway_and_its_evidence() -> None:
    assert CONDITION.slug == CONDITION.pathway.condition == CONDITION.evidence.condition == "pars-defect"
    assert DisagreementId("D08") in CONDITION.evidence.disagreements


def test_the_built_in_knowledge_is_found() -> None:
    assert condition_slugs(built_in_knowledge()) == ("pars-defect",)
    assert load_worked_cases(CONDITION)


def test_the_pathway_alone_and_the_claims_alone_are_those_of_the_whole_condition() -> None:
    assert load_care("pars-defect") == CONDITION.pathway
    basis = load_basis("pars-defect")
    assert basis.claims == CONDITION.evidence.claims
    assert basis.sources.items() >= CONDITION.evidence.sources.items()


def test_a_condition_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="There is no condition `pars-defct`. Did you mean `pars-defect`?"):
        load_condition("pars-defct")


def test_a_plan_and_an_answer_come_from_the_same_condition() -> None:
    assert plan(CONDITION, {"rf_saddle_numb": True}, today=TODAY).action == "emergency-now"
    assert ask(CONDITION, "What is a pars defect?").behaviour == "answer"


def test_every_patient_of_a_proof_is_planned_for_by_the_reference_too() -> None:
    gap = replace(CONDITION.pathway, recommendations=CONDITION.pathway.recommendations[:-1])
    broken = {proof.claim: proof.breaches for proof in prove(gap) if not proof.holds}
    (breach,) = broken["always-decides"]
    assert breach.runs[0].row is None


def test_a_solver_that_finds_another_plan_than_the_reference_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Trial, "run", lambda *_: Run({}, RowId("R01")))
    gap = replace(CONDITION.pathway, recommendations=CONDITION.pathway.recommendations[:-1])
    with pytest.raises(RuntimeError, match="the solver and the reference do not agree"):
        list(prove(gap))


def test_a_fault_in_the_facts_stands_at_the_name_of_the_case_feature() -> None:
    with pytest.raises(InvalidCase) as caught:
        plan(CONDITION, {"age_years": 170}, today=TODAY)
    assert [fault.where for fault in caught.value.faults] == ["age_years"]


@pytest.mark.parametrize("audience", ["patent", "nobody"])
def test_an_audience_without_words_is_told(audience: str) -> None:
    with pytest.raises(UnknownName, match=f"There is no audience `{audience}`."):
        plan(CONDITION, {}, today=TODAY, audience=audience)


def test_a_pathway_that_cites_a_claim_nobody_may_see_is_refused(tmp_path: Path) -> None:
    folder = spoilt(tmp_path, "pathway.yaml", lambda text: text.replace("claims: [PD-055]", "claims: [PD-045]"))
    with pytest.raises(KnowledgeError, match="Claim `PD-045` does not exist or is not shown"):
        load_condition(folder.name, knowledge=tmp_path)
