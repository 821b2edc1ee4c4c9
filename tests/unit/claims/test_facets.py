from decimal import Decimal

import pytest

from isthmus.claims import OfSome
from isthmus.terms import ClaimId, FeatureName


@pytest.mark.parametrize(
    ("least", "most", "left_out"),
    [
        (None, 17.5, [False, False, True, False, False, False]),
        (17.2, None, [True, False, False, False, False, False]),
        (None, None, [False, False, False, False, False, False]),
    ],
)
def test_whoever_is_known_to_be_none_of_some_people_is_left_out(
    least: float | None, most: float | None, left_out: list[bool]
) -> None:
    some = OfSome(frozenset([ClaimId("PD-1")]), FeatureName("years"), least, most, "child")
    values = [Decimal(17), Decimal("17.5"), 18, None, "eighteen", ("17",)]
    assert [some.leaves_out(value) for value in values] == left_out
