from decimal import Decimal

import pytest

from isthmus.claims import Basis, Claim, Figure
from isthmus.guide.check_drawn import check_drawn
from isthmus.guide.writing import Reference
from isthmus.terms import ClaimId, TopicId

SHARE = Figure("healed", "%", Decimal(84), n=665)
OF = Figure("healed", "of 42", Decimal(10))
UNCOUNTED = Figure("healed", "%", Decimal(84))
MONTHS = Figure("healed", "months", low=Decimal(3), high=Decimal(6))
FALL = Figure("healed", "points of 10", Decimal(-3))
NOTHING = Figure("healed", "%", Decimal(0))


def faults(figure: Figure, draw: str | None, *, rest: bool = False) -> list[str]:
    claim = Claim(ClaimId("PD-1"), TopicId("t"), "words", (), "stored_page", (figure,))
    reference = Reference("figure", "PD-1: healed", "x.yaml:3", draw, rest=rest)
    return [fault.what for fault in check_drawn([reference], Basis({claim.id: claim}, {}))]


@pytest.mark.parametrize(
    ("figure", "draw", "rest"),
    [
        (SHARE, "people", False),
        (SHARE, "people", True),
        (OF, "people", True),
        (UNCOUNTED, "range", True),
        (MONTHS, "range", False),
        (FALL, None, False),
    ],
)
def test_a_figure_is_drawn_as_what_it_is(figure: Figure, draw: str | None, *, rest: bool) -> None:
    assert faults(figure, draw, rest=rest) == []


@pytest.mark.parametrize("figure", [UNCOUNTED, MONTHS])
def test_only_counted_people_are_drawn_as_people(figure: Figure) -> None:
    assert faults(figure, "people") == ["`PD-1: healed` is no share of people whose number is known."]


@pytest.mark.parametrize("figure", [FALL, NOTHING])
def test_what_lies_below_zero_or_is_nothing_has_no_place_on_an_axis(figure: Figure) -> None:
    assert faults(figure, "range") == ["`PD-1: healed` has no place on an axis from zero."]


def test_only_a_share_has_a_rest() -> None:
    assert faults(MONTHS, "range", rest=True) == ["`PD-1: healed` is no share, so it has no rest."]


def test_a_figure_that_does_not_exist_is_left_to_another_check() -> None:
    assert not list(check_drawn([Reference("figure", "PD-9: x", "x.yaml:3", "people")], Basis({}, {})))
