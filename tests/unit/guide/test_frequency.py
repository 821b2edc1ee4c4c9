import pytest
from tests.unit.guide.small import written

from isthmus.guide.frequency import check_frequencies


@pytest.mark.parametrize("text", ["About 1 in 5 had it.", "Four in five came back.", "One in every 20."])
def test_a_plain_frequency_with_another_base_is_a_fault(text: str) -> None:
    (fault,) = check_frequencies([written(text)])
    assert fault.remedy == "Write `N of 100`."


@pytest.mark.parametrize(
    "text",
    [
        "About 84 in 100 did well.",
        "Of 42 people 10 had surgery; that is 10 of 42.",
        "Come back once in 4 weeks.",
        "3 in 6 months",
    ],
)
def test_one_base_counts_and_weeks_are_in_order(text: str) -> None:
    assert list(check_frequencies([written(text)])) == []


def test_professionals_may_read_any_base() -> None:
    assert list(check_frequencies([written("1 in 5 had it.", register="clinical")])) == []
