from dataclasses import replace
from decimal import Decimal

import pytest

from isthmus.answer.verify import grounds_of, tells
from isthmus.claims import Claim, Evidence, Figure
from isthmus.terms import ClaimId


@pytest.fixture
def claim(evidence: Evidence) -> Claim:
    figures = (
        Figure(
            "healed",
            "%",
            value=Decimal("37.9"),
            ci95=(Decimal("30.1"), Decimal(45)),
            population="adults",
            n=59,
            year=2014,
        ),
        Figure("time", "weeks", low=Decimal(6), high=Decimal(12)),
        Figure("wait", "months", high=Decimal(9)),
    )
    return replace(evidence.claims[ClaimId("PD-5")], figures=figures, source_grade="B", note="a small series")


def test_figures_grade_note_and_sources_stand_beside_a_claim(claim: Claim, evidence: Evidence) -> None:
    assert grounds_of(claim, evidence) == (
        "healed: 37.9 %, 30.1 to 45 (95% CI), adults, n=59, 2014. time: 6 to 12 weeks. wait: 9 months. B a small series "
        "Title of A20  2020. Title of B20  2020."
    )


def test_words_for_a_reader_may_use_the_figures_of_their_claim(claim: Claim, evidence: Evidence) -> None:
    assert tells("In a series of 59 adults an injection eased pain in one of three.", claim, evidence)
    assert not tells("In a series of 94 adults an injection eased pain in one of three.", claim, evidence)


def test_a_claim_tells_itself(evidence: Evidence) -> None:
    assert all(tells(claim.text, claim, evidence) for claim in evidence.claims.values())
