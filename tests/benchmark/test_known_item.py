from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from tests.benchmark.known_item import KnownItem, interval, isthmus_over, measure
from tests.benchmark.medquad import read_pairs

from isthmus.located import parse_yaml

EXPECTED = Path(__file__).with_name("expected.yaml")


def test_known_answers_of_an_eighth_of_medquad_are_found_as_last_accepted(shared: Path) -> None:
    measured = measure(shared, {"isthmus": isthmus_over}, every=8)["isthmus"]
    expected = parse_yaml(EXPECTED.read_text(encoding="utf-8"), "expected.yaml").value["known_item"]
    assert {
        "questions": len(measured.ranks),
        "mrr_at_10": Decimal(str(measured.mrr_at_10)),
        "recall_at_100": Decimal(str(measured.recall_at_100)),
    } == {"questions": expected["questions"], **{n: Decimal(expected[n]) for n in ("mrr_at_10", "recall_at_100")}}


def test_no_question_of_the_half_that_is_checked_asks_about_something_learned_from(shared: Path) -> None:
    pairs = read_pairs(shared)
    halves = [{pair.question.casefold() for pair in pairs if pair.half == half} for half in ("learn", "check")]
    assert len(halves[0] & halves[1]) < 0.01 * len(pairs)
    assert 0.45 < sum(pair.half == "check" for pair in pairs) / len(pairs) < 0.55


def test_an_answer_counts_by_its_rank_among_the_first_ten_and_hundred() -> None:
    scored = KnownItem.of(np.array([1.0, 2.0, 11.0, np.inf]))
    assert (scored.mrr_at_10, scored.recall_at_100) == (0.375, 0.75)


@pytest.mark.parametrize(("gain", "above"), [(0.5, True), (0.0, False)])
def test_the_interval_of_a_difference_lies_above_nothing_only_where_there_is_one(gain: float, above: bool) -> None:
    theirs = np.linspace(0, 0.4, 400)
    ours = theirs + gain * (np.arange(400) % 2) + 0.01 * np.where(np.arange(400) % 3 == 0, 1, -0.5)
    low, high = interval(ours, theirs)
    assert low <= high
    assert (low > 0) is above
