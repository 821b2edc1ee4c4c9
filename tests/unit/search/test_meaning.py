from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.unit.search.paper import passages
from tests.unit.search.tiny_encoder import make_encoder

from isthmus.search.backends.dense import Encoder
from isthmus.search.counted import Counted
from isthmus.search.held import Column
from isthmus.search.meaning import NearWord, Reading, of_meaning

TEXT = "A corset was worn. It was tight. Pain fell. Rest came first."
MEANINGS: dict[str, Sequence[float]] = {
    "brace": [1, 0, 0],
    "corset": [0.9, 0.1, 0],
    "pain": [0, 1, 0],
    "rest": [0, 0, 1],
}


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    return Encoder(make_encoder(tmp_path / "encoder", MEANINGS))


def signs(*near: tuple[str, Column]) -> dict[str, Column]:
    words = [NearWord(word, column, [0.0] * 4) for word, column in near]
    return of_meaning(words, Counted.of(passages(TEXT)))


def test_the_nearest_word_of_each_sentence_counts(encoder: Encoder) -> None:
    texts = [sentence.text for sentence in Counted.of(passages(TEXT)).sentences]
    (found,) = Reading(encoder, texts).near("brace?")
    assert found.word == "brace"
    assert found.near[0] == max(found.near) > 0.9
    assert found.place[0] == 1 / 5


def test_what_all_sentences_share_tells_nothing(encoder: Encoder) -> None:
    pain, corset = Reading(encoder, ["pain pain", "pain brace", "pain rest"]).near("pain corset")
    assert pain.near == pytest.approx([pain.near[0]] * 3)
    assert corset.near[1] == max(corset.near)


def test_a_sentence_of_which_nothing_was_read_is_as_far_away_as_can_be(encoder: Encoder) -> None:
    (found,) = Reading(encoder, ["", "brace", "pain"]).near("brace")
    assert (found.near[0], found.place[0]) == (-1, 0)
    assert Reading(encoder, []).near("brace") == [NearWord("brace", [], [])]


@pytest.mark.parametrize(
    ("near", "sign", "column"),
    [
        ([("brace", [0.9, 0.1, 0.1, 0.1])], "meant", [1, 0, 0, 0]),
        ([("brace", [0.9, 0.1, 0.1, 0.1])], "meant_around_first", [1, 1 / 2, 1 / 3, 1 / 4]),
        ([("brace", [0.1, 0.1, 0.1, 0.9])], "meant_around_first", [1 / 3, 1 / 4, 1 / 2, 1]),
        ([("brace", [0.1, 0.1, 0.1, 0.1])], "meant", [0, 0, 0, 0]),
        ([("brace", [0.1, 0.1, 0.1, 0.1])], "meant_around_standing", [0, 0, 0, 0]),
        ([("brace", [0.9, 0.1, 0.1, 0.1])], "meant_by_asking", [0, 0, 0, 0]),
        ([("What", [0.1, 0.1, 0.9, 0.1])], "meant_by_asking", [-0.5774, -0.5774, 1.7321, -0.5774]),
        ([], "meant", [0, 0, 0, 0]),
    ],
)
def test_nearness_becomes_signs(near: Sequence[tuple[str, Column]], sign: str, column: Column) -> None:
    assert signs(*near)[sign] == pytest.approx(column, abs=1e-3)


def test_a_word_that_only_asks_counts_less_than_one_that_says_what_is_asked() -> None:
    told = signs(("brace", [0.9, 0.1, 0.1, 0.1]), ("what", [0.1, 0.1, 0.1, 0.9]))["meant"]
    assert told[0] > 3 * told[3] > 0


def test_a_word_that_few_sentences_come_near_counts_more() -> None:
    told = signs(("brace", [0.9, 0.1, 0.1, 0.1]), ("pain", [0.1, 0.1, 0.9, 0.8]))["meant"]
    assert told[0] > told[2] > told[3]


def test_neighbours_share_in_what_a_sentence_says() -> None:
    around = signs(("brace", [0.1, 0.9, 0.1, 0.1]))["meant_around_standing"]
    assert around[1] > around[2] > around[3] == around[0]


def test_where_in_a_sentence_its_nearest_word_stands_counts_where_it_is_near() -> None:
    near = [NearWord("brace", [0.9, 0.5, 0.1, 0.1], [0.2, 0.8, 0.6, 0.6])]
    assert of_meaning(near, Counted.of(passages(TEXT)))["meant_place"] == pytest.approx([0.2, 0.8, 0, 0])
