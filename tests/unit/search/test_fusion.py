import pytest

from isthmus.search import fuse, fuse_scores, standardise, with_neighbours


@pytest.mark.parametrize(
    ("rankings", "fused"),
    [
        ([["a", "b"], ["b", "c"]], ["b", "a", "c"]),
        ([["a", "b"], ["b", "a"]], ["a", "b"]),
        ([["b"], ["a"]], ["a", "b"]),
        ([["a"], []], ["a"]),
        ([], []),
    ],
)
def test_what_stands_high_in_more_rankings_comes_first_and_equals_by_name(
    rankings: list[list[str]], fused: list[str]
) -> None:
    assert fuse(rankings) == fused


def test_less_damping_gives_the_first_rank_more_lead() -> None:
    rankings = [["a", "b", "c"], ["x", "b", "c"], ["y", "c", "b"]]
    assert fuse(rankings, damping=60)[0] == "b"
    assert fuse([["a", "b"], ["a", "b"], ["b", "a"]], damping=0) == ["a", "b"]


def test_damping_is_never_negative() -> None:
    with pytest.raises(ValueError, match="damping"):
        fuse([["a"]], damping=-1)


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


@pytest.mark.parametrize(
    ("scores", "share", "gained"),
    [
        ([1.0, 0.0, 4.0], 0.5, [1.0, 2.5, 4.0]),
        ([1.0, 2.0], 0.0, [1.0, 2.0]),
        ([1.0], 0.5, [1.0]),
        ([], 0.5, []),
    ],
)
def test_a_sentence_gains_from_those_beside_it(scores: list[float], share: float, gained: list[float]) -> None:
    assert with_neighbours(scores, share) == gained
