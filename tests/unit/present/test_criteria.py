from datetime import date

import pytest

from isthmus.condition import Condition, plan
from isthmus.pathway import WorkedCase
from isthmus.present.citer import Citer
from isthmus.present.criteria import Criteria, criteria
from isthmus.present.sources import cite, list_sources


@pytest.fixture(scope="module")
def shown(condition: Condition, cases: tuple[WorkedCase, ...], today: date) -> Criteria:
    facts = next(case.facts for case in cases if case.id == "six-months-at-22")
    made = plan(condition, facts, today=today, audience="surgeon")
    evidence = condition.evidence
    citer = Citer(list_sources(cite(evidence.claims, evidence), evidence), evidence)
    return criteria(made, condition.pathway, facts, citer)


def test_the_thresholds_are_those_of_the_deciding_rule_with_their_rivals(shown: Criteria) -> None:
    (threshold,) = shown.thresholds
    assert (threshold.name, threshold.value) == ("age_repair_max", "30\N{NO-BREAK SPACE}years")
    assert threshold.marks
    assert all(other.text and other.marks for other in threshold.others)


def test_evidence_is_graded_by_its_sources_and_never_by_us(condition: Condition, shown: Criteria) -> None:
    claims = condition.evidence.claims
    assert shown.evidence
    for row in shown.evidence:
        assert (row.grade, row.disagreements) == (
            claims[row.claim].source_grade,
            len(claims[row.claim].disagreements),
        )
        assert row.says.text == claims[row.claim].text
        assert row.n is None or row.n in {figure.n for figure in claims[row.claim].figures}


def test_the_inputs_are_what_is_known_under_short_names(condition: Condition, shown: Criteria) -> None:
    labels = [feature.label for feature in condition.pathway.features.values()]
    asked = [fact.ask for fact in shown.inputs]
    assert asked == [label for label in labels if label in asked]
    assert all(fact.value is not None for fact in shown.inputs)
    assert "age" in asked
