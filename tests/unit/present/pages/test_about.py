import pytest
from tests.built_in import built_in_handbook

from isthmus.condition import Condition, Handbook
from isthmus.present.pages.about import Proved, about_page


@pytest.fixture(scope="module")
def real() -> Handbook:
    return built_in_handbook()


def test_the_counts_are_those_of_the_knowledge(condition: Condition, real: Handbook) -> None:
    page = about_page(condition, real, "patient")
    pathway, evidence = condition.pathway, condition.evidence
    assert (page.version, page.sha256) == (pathway.version, pathway.sha256)
    assert (page.deciding.questions, page.deciding.actions) == (len(pathway.features), len(pathway.actions))
    assert page.deciding.danger_signs == sum(feature.red_flag for feature in pathway.features.values())
    assert sum(page.held.claims.values()) == len(evidence.claims)
    assert sum(page.held.sources.values()) == len(evidence.sources)
    assert len(page.held.readers) == len(real.book.audiences)


def test_rows_stand_in_their_order_and_lead_to_plans_in_the_words_of_the_reader(
    condition: Condition, real: Handbook
) -> None:
    plain, clinical = (about_page(condition, real, who).deciding.rows for who in ("patient", "surgeon"))
    assert [row.row for row in plain] == [row.row for row in condition.pathway.recommendations]
    assert [row.leads_to for row in plain] != [row.leads_to for row in clinical]


def test_a_threshold_has_its_unit_its_origin_and_its_rivals(condition: Condition, real: Handbook) -> None:
    thresholds = about_page(condition, real, "patient").deciding.thresholds
    assert len(thresholds) == len(condition.pathway.parameters)
    assert all(one.says and one.value and one.origin for one in thresholds)
    assert any(one.others for one in thresholds)
    assert "6 months" in [one.value for one in thresholds]


def test_nothing_from_memory_is_counted(condition: Condition, real: Handbook) -> None:
    assert "memory" not in about_page(condition, real, "patient").held.claims


def test_a_proved_claim_has_a_plain_name() -> None:
    assert Proved("red-flags-first", "a red flag outranks everything", 0.1, ()).title == "Red flags first"
