import pytest

from isthmus.answer.disagree import fought_over, on_points
from isthmus.claims import Evidence
from isthmus.terms import ClaimId, DisagreementId


@pytest.mark.parametrize(
    ("points", "shown", "laid_open"),
    [(["D10"], ["PD-1", "PD-4"], ["D10"]), (["D10"], ["PD-1"], []), (["D99"], ["PD-3"], []), ([], ["PD-3"], [])],
)
def test_a_point_that_is_asked_is_laid_open_where_a_claim_takes_a_side(
    evidence: Evidence, points: list[str], shown: list[str], laid_open: list[str]
) -> None:
    found = on_points(map(DisagreementId, points), [ClaimId(key) for key in shown], evidence)
    assert [one.id for one in found] == laid_open


@pytest.mark.parametrize(
    ("shown", "point"),
    [
        (["PD-3", "PD-4"], ["D10"]),
        (["PD-1", "PD-3"], ["D10"]),
        (["PD-1", "PD-2", "PD-3"], []),
        (["PD-1"], []),
        ([], []),
    ],
)
def test_what_most_of_the_claims_fight_over_is_the_point(
    evidence: Evidence, shown: list[str], point: list[str]
) -> None:
    assert list(fought_over([ClaimId(key) for key in shown], evidence)) == point
