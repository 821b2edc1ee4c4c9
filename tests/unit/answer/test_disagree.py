from typing import Protocol

import pytest

from isthmus.answer.disagree import on_asked_point, on_points
from isthmus.answer.question import Asked
from isthmus.claims import Evidence
from isthmus.terms import ClaimId, DisagreementId


class Understand(Protocol):
    def __call__(self, text: str) -> Asked: ...


@pytest.mark.parametrize(
    ("question", "shown", "laid_open"),
    [
        ("brace?", ["PD-3"], ["D10"]),
        ("brace?", ["PD-1", "PD-3"], ["D10"]),
        ("brace?", ["PD-1", "PD-2", "PD-3"], []),
        ("rest?", ["PD-3"], []),
        ("rest?", ["PD-3", "PD-4"], ["D10"]),
        ("rest?", ["PD-3", "PD-4", "PD-1", "PD-2"], ["D10"]),
        ("rest?", ["PD-3", "PD-4", "PD-1", "PD-2", "PD-5"], []),
        ("rest?", ["PD-1", "PD-3", "PD-4"], []),
        ("brace?", [], []),
        ("brace for a crack?", [], ["D10"]),
    ],
)
def test_a_disagreement_is_laid_open_where_it_is_asked_or_fought_out(
    asked: Understand, evidence: Evidence, question: str, shown: list[str], laid_open: list[str]
) -> None:
    claims = [evidence.claims[ClaimId(key)] for key in shown]
    assert [one.id for one in on_asked_point(asked(question), claims, evidence)] == laid_open


@pytest.mark.parametrize(
    ("points", "shown", "laid_open"),
    [(["D10"], ["PD-1", "PD-4"], ["D10"]), (["D10"], ["PD-1"], []), (["D99"], ["PD-3"], []), ([], ["PD-3"], [])],
)
def test_a_point_that_is_asked_is_laid_open_where_a_claim_takes_a_side(
    evidence: Evidence, points: list[str], shown: list[str], laid_open: list[str]
) -> None:
    found = on_points(map(DisagreementId, points), [ClaimId(key) for key in shown], evidence)
    assert [one.id for one in found] == laid_open
