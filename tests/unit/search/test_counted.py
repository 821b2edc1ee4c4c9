import math

import pytest
from tests.unit.search.paper import paper, passages

from isthmus.search.counted import Counted, saturated
from isthmus.search.stem import stems


def test_sentences_stand_in_the_order_of_their_passages() -> None:
    counted = Counted.of(paper())
    assert [sentence.start for sentence in counted.sentences] == sorted(one.start for one in counted.sentences)
    assert len(counted) == len(counted.said) == len(counted.length) == len(counted.passage) == 9


def test_each_document_has_its_own_bounds() -> None:
    counted = Counted.of([*passages("One is here. Two is here.", "a"), *passages("Three is here.", "b")])
    assert counted.document == ((0, 2), (0, 2), (2, 3))


def test_a_summary_is_known_by_its_heading_or_its_first_word() -> None:
    assert Counted.of(paper()).in_summary == (True,) * 2 + (False,) * 7
    assert Counted.of(passages("Abstract: Rest helps most people.")).in_summary == (True,)


def test_places_tell_who_holds_a_stem_and_how_often() -> None:
    counted = Counted.of(passages("Rest and rest again. No brace here."))
    assert counted.places["rest"] == {0: 2}
    assert "crack" not in counted.places


def test_what_few_sentences_hold_weighs_more() -> None:
    counted = Counted.of(paper())
    assert counted.rarity(1) > counted.rarity(5) > 0
    assert counted.rarity(1) == pytest.approx(math.log(1 + 8.5 / 1.5))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("bracce", {"brace": 0.73}),  # a misspelling
        ("athletically", {"athlet": 0.7}),  # a form that the stemmer cuts elsewhere
        ("bone", {}),  # itself does not count
        ("84", {}),
        ("rib", {}),
        ("xylophon", {}),
    ],
)
def test_words_that_are_written_alike_are_found(asked: str, found: dict[str, float]) -> None:
    counted = Counted.of(passages("The brace helps. Young athletes have strong bones."))
    assert counted.written_like(asked) == pytest.approx(found, abs=0.01)


def test_a_word_said_twice_weighs_more_but_not_twice_as_much() -> None:
    assert saturated(1, 10, 10) < saturated(2, 10, 10) < 2 * saturated(1, 10, 10)
    assert saturated(1, 20, 10) < saturated(1, 10, 10)


def test_telling_words_leave_out_the_plain_ones() -> None:
    assert Counted.of(passages("This is the brace of the rower.")).telling == (frozenset({"brace", "rower"}),)


def test_a_word_that_the_end_of_a_line_parts_is_one_word() -> None:
    ill = "Most of those who fell ill were dispro-\nportionately young, and few of them were older than that."
    counted = Counted.of(passages(f"Ages\n\n{ill}"))
    assert stems("disproportionately")[0] in counted.said[0]
    assert " were disproportionately young " in counted.line[0]
