import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.pathway import Recommendation
from isthmus.terms import ActionId, RowId


def row(name: str) -> Recommendation:
    return next(item for item in PATHWAY.recommendations if item.row == RowId(name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("R11", "(age_years is null) or (defect_status is null)"),
        ("R19a", "(suspected) and ((symptom_months is null))"),
        ("R32", "(care_failed) and ((disc is null) or (instability is null) or (slip_percent is null))"),
    ],
)
def test_a_row_that_asks_fires_only_when_something_it_asks_for_is_missing(name: str, text: str) -> None:
    assert row(name).when.text == text


def test_a_row_that_watches_contradictions_fires_when_one_is_true() -> None:
    assert row("R10").when.text.split(" or ") == [f"contradiction_{letter}" for letter in "abcdefg"]


def test_what_is_asked_only_under_a_condition_is_missing_only_under_it() -> None:
    (item,) = [item for item in row("R06").details if item.name == "rf_postop_warning"]
    assert item.when.text == "rf_postop_warning is null and weeks_after_surgery is not null"


def test_a_row_with_phases_names_those_of_its_own_action_first() -> None:
    names = [item.name for item in row("R21").details]
    assert names == ["RTS1", "RTS2", "RTS3", "RTS4", "rts_painfree_motion", "rts_strength", "rts_sport_moves"]


def test_two_actions_may_share_a_programme() -> None:
    start, go_on = (
        PATHWAY.actions[ActionId(name)] for name in ("start-conservative-care", "continue-conservative-care")
    )
    assert start.steps == go_on.steps != ()
    assert PATHWAY.actions[ActionId("emergency-now")].steps == ()


def test_every_threshold_has_a_unit_and_an_origin() -> None:
    assert all(item.unit and item.origin for item in PATHWAY.parameters.values())
