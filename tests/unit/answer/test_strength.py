from dataclasses import replace
from typing import Any

import pytest

from isthmus.answer.strength import strength
from isthmus.claims import Evidence
from isthmus.claims.read_wording import WordingReader
from isthmus.terms import ClaimId, SourceId


@pytest.fixture
def graded(evidence: Evidence) -> Evidence:
    read = WordingReader().read
    grades = ((read("systematic review"),), (read("randomised trial"), read("cohort")))
    same = {key: replace(source, independence="one group") for key, source in evidence.sources.items()}
    return replace(evidence, sources=same, lexicon=replace(evidence.lexicon, grades=grades))


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ({"source_grade": "Systematic review, 13 articles"}, {"source_grade": "randomised trial"}),
        ({"source_grade": "cohort"}, {"source_grade": "press release"}),
        ({"source_grade": "cohort", "seen": "seed"}, {}),
        ({}, {"seen": "stored_page_secondary"}),
        ({"seen": "stored_page_secondary"}, {"seen": "seed"}),
    ],
)
def test_how_it_was_found_out_counts_before_how_far_it_was_read(
    graded: Evidence, stronger: dict[str, Any], weaker: dict[str, Any]
) -> None:
    claim = graded.claims[ClaimId("PD-1")]
    assert strength(replace(claim, **stronger), graded) > strength(replace(claim, **weaker), graded)


def test_each_independent_source_adds_and_copies_do_not(evidence: Evidence, graded: Evidence) -> None:
    both = evidence.claims[ClaimId("PD-1")]
    alone = replace(both, sources=(SourceId("A20"),))
    assert strength(both, evidence) > strength(alone, evidence)
    assert strength(both, graded) == strength(alone, graded)
