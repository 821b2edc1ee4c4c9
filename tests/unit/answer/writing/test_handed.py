from dataclasses import replace

import pytest
from tests.built_in import built_in_condition

from isthmus.answer import Statement
from isthmus.answer.compose import from_claim
from isthmus.answer.writing.handed import is_handed_over
from isthmus.claims import Evidence
from isthmus.terms import ClaimId


def said(key: str, evidence: Evidence) -> Statement:
    return from_claim(evidence.claims[ClaimId(key)], None, evidence)


@pytest.mark.parametrize(("key", "handed"), [("PD-1", False), ("PD-2", True), ("PD-7", True)])
def test_what_stands_beside_a_warning_is_said_as_stored(evidence: Evidence, key: str, *, handed: bool) -> None:
    """`PD-2` stands beside a question in return, which is no warning."""
    assert is_handed_over(said(key, evidence), evidence) is handed


def test_a_topic_may_be_said_as_stored(evidence: Evidence) -> None:
    topics = tuple(replace(topic, as_stored=topic.id == "surgery") for topic in evidence.lexicon.topics)
    careful = replace(evidence, lexicon=replace(evidence.lexicon, topics=topics))
    assert [is_handed_over(said(key, careful), careful) for key in ("PD-2", "PD-6")] == [True, False]


def test_a_sentence_of_a_document_is_handed_over(evidence: Evidence) -> None:
    assert is_handed_over(replace(said("PD-1", evidence), claim=None), evidence)


@pytest.mark.parametrize(
    "key", ["PD-085", "PD-125", "PD-128", "PD-129", "PD-134", "PD-145", "PD-146", "PD-147", "PD-150"]
)
def test_danger_signs_and_medicines_around_surgery_are_never_handed_over(key: str) -> None:
    evidence = built_in_condition().evidence
    assert not is_handed_over(said(key, evidence), evidence)
