from datetime import date
from pathlib import Path

import pytest
from tests.unit.knowledge import CLAIMS, PATHWAY, spoilt

from isthmus.errors import KnowledgeError
from isthmus.pathway.load import load_pathway
from isthmus.terms import ActionId, AudienceId

PATIENT = AudienceId("patient")


def test_every_audience_has_its_words_and_its_register() -> None:
    assert PATHWAY.wordings.keys() == PATHWAY.registers.keys()
    assert PATHWAY.registers[PATIENT] == "plain"


def test_every_sentence_stands_where_its_own_file_stands(tmp_path: Path) -> None:
    old, new = (
        "review: {status: submitted, by: editor, changed: 2026-11-21,",
        "review: {status: under-review, by: editor, changed: 2026-12-24,",
    )
    folder = spoilt(tmp_path, "procedures/fusion.yaml", lambda text: text.replace(old, new))
    pathway = load_pathway(folder, claims=CLAIMS)
    _, _, fusion, common = pathway.timelines[ActionId("recover-after-surgery")]
    said = {fusion.says[PATIENT], *(step for phase in fusion.phases for step in phase.steps[PATIENT])}
    assert {(each.review.status, each.review.changed) for each in said} == {("under-review", date(2026, 12, 24))}
    assert "clinician" in fusion.says[PATIENT].review.says
    assert common.says[PATIENT].review == pathway.wordings[PATIENT].review
    assert {step.review.status for phase in common.phases for step in phase.steps[PATIENT]} == {"submitted"}


@pytest.mark.parametrize("name", ["options.yaml", "timelines.yaml", "wording/en/coach.yaml"])
def test_a_claim_that_is_not_shown_is_a_fault_in_every_file_of_words(tmp_path: Path, name: str) -> None:
    folder = spoilt(tmp_path, name, lambda text: text.replace("claims: [PD-", "claims: [PD-045, PD-", 1))
    with pytest.raises(KnowledgeError, match="Claim `PD-045` does not exist or is not shown"):
        load_pathway(folder, claims=CLAIMS)


def test_a_review_on_no_day_is_a_fault(tmp_path: Path) -> None:
    folder = spoilt(
        tmp_path, "options.yaml", lambda text: text.replace("changed: 2026-11-21", "changed: 2026-02-30", 1)
    )
    with pytest.raises(KnowledgeError, match="this should be a date such as 2026-11-21"):
        load_pathway(folder, claims=CLAIMS)
