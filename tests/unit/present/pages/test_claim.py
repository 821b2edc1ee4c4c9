from datetime import date

import pytest

from isthmus.condition import Condition, Handbook
from isthmus.errors import UnknownName
from isthmus.present.pages.claim import claim_page
from isthmus.terms import ClaimId

TODAY = date(2026, 11, 21)


def test_the_record_holds_all_that_is_on_file(condition: Condition, whole: Handbook) -> None:
    for claim in condition.evidence.claims.values():
        page = claim_page(condition, whole, claim.id, "patient", today=TODAY)
        assert page.says == claim.text
        assert len(page.figures) == len(claim.figures)
        assert [point.split.id for point in page.differing] == list(claim.disagreements)
        assert sum(source.cited for source in page.sources) == len(claim.sources)
        assert page.topic != claim.topic


def test_each_side_of_a_disagreement_has_its_sources_in_the_list(condition: Condition, whole: Handbook) -> None:
    page = claim_page(condition, whole, "PD-014", "patient", today=TODAY)
    numbers = {source.listed.number for source in page.sources}
    marks = {mark.number for point in page.differing for row in point.split.rows for mark in row.marks}
    assert marks
    assert marks <= numbers
    assert any(not source.cited for source in page.sources)
    assert page.differing[0].why


def test_it_says_where_a_reader_meets_the_claim_in_that_readers_words(condition: Condition, whole: Handbook) -> None:
    of_patient, of_surgeon = (
        claim_page(condition, whole, "PD-113", name, today=TODAY) for name in ("patient", "surgeon")
    )
    assert {place.address.split("/")[1] for place in of_patient.places} >= {"guide", "procedures"}
    assert of_patient.places != of_surgeon.places
    assert all(place.sentences for place in of_patient.places)


@pytest.mark.parametrize("name", ["PD-045", "PD-051", "PD-052", "PD-069", "PD-109", "PD-110", "PD-999", ""])
def test_what_is_known_from_memory_only_has_no_record(name: str, condition: Condition, whole: Handbook) -> None:
    with pytest.raises(UnknownName) as refused:
        claim_page(condition, whole, name, "patient", today=TODAY)
    assert "PD" not in str(refused.value)


def test_nobody_is_said_to_have_reviewed_it(condition: Condition, whole: Handbook) -> None:
    page = claim_page(condition, whole, "PD-001", "patient", today=TODAY)
    assert (page.review, page.told.status) == ("submitted", "submitted")
    assert page.review_says == whole.book.editorial.statuses["submitted"]


def test_it_is_said_in_plain_words_to_plain_readers_and_to_them_alone(condition: Condition, whole: Handbook) -> None:
    for name in ("PD-072", "PD-056"):
        pages = {who: claim_page(condition, whole, name, who, today=TODAY) for who in ("patient", "coach", "surgeon")}
        plain = whole.book.plain[ClaimId(name)].text
        assert {who: page.plain for who, page in pages.items()} == {"patient": plain, "coach": plain, "surgeon": None}
        assert {page.says for page in pages.values()} == {condition.evidence.claims[ClaimId(name)].text} != {plain}
