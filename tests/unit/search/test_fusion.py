import pytest

from isthmus.search import fuse_scores, standardise


def test_standard_scores_have_mean_nothing_and_spread_one() -> None:
    assert standardise({"a": 9.0, "b": 5.0, "c": 1.0}) == pytest.approx({"a": 1.2247, "b": 0, "c": -1.2247}, abs=1e-4)


@pytest.mark.parametrize("scores", [{}, {"a": 3.0}, {"a": 2.0, "b": 2.0}])
def test_scores_that_do_not_differ_say_nothing(scores: dict[str, float]) -> None:
    assert standardise(scores) == dict.fromkeys(scores, 0.0)


def test_a_scale_of_its_own_gives_no_scoring_more_say() -> None:
    small, large = {"a": 0.5, "b": 0.25}, {"a": 1000.0, "b": 2000.0}
    assert fuse_scores([(small, 1.0), (large, 1.0)]) == {"a": 0.0, "b": 0.0}
    assert fuse_scores([(small, 1.0), (large, 0.5)]) == {"a": 0.5, "b": -0.5}


def test_what_a_scoring_does_not_hold_counts_as_its_worst() -> None:
    assert fuse_scores([({"a": 2.0, "b": 0.0}, 1.0), ({"c": 1.0}, 1.0)]) == {"a": 1.0, "b": -1.0, "c": -1.0}
