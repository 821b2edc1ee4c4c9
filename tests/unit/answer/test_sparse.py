from collections import Counter

import pytest

from isthmus.answer.sparse import SparseIndex


def test_rare_traits_count_more_and_each_counts_once() -> None:
    index = SparseIndex([Counter("ab"), Counter("ac"), Counter("ad")])
    common, rare = index.rank("a"), index.rank("b")
    assert rare[0] > common[0] > 0
    assert index.rank("bb") == rare
    assert rare[1:] == [0.0, 0.0]


def test_a_trait_that_is_often_shown_counts_more_but_less_each_time() -> None:
    once, twice, thrice = SparseIndex([Counter("a" + "x" * 9), Counter("aa" + "x" * 8), Counter("aaa" + "x" * 7)]).rank(
        "a"
    )
    assert once < twice < thrice
    assert twice - once > thrice - twice


def test_a_trait_can_be_made_to_count_less() -> None:
    texts = [Counter("a"), Counter("b")]
    assert SparseIndex(texts, lambda _: 0.5).rank("a")[0] == SparseIndex(texts).rank("a")[0] / 2


@pytest.mark.parametrize("texts", [[], [Counter[str]()]])
def test_where_nothing_is_held_nothing_ranks(texts: list[Counter[str]]) -> None:
    assert sum(SparseIndex(texts).rank("a")) == 0


def test_rarities_are_told_for_what_is_held() -> None:
    rarities = SparseIndex([Counter("ab"), Counter("a")]).rarities
    assert rarities.keys() == {"a", "b"}
    assert rarities["b"] > rarities["a"]
