from isthmus.answer.verify.places import Surroundings, likeness
from isthmus.answer.verify.tokens import read_text


def test_a_place_is_most_like_itself_and_nothing_like_a_place_of_other_words() -> None:
    near = Surroundings(read_text("Bone heals in six weeks at most. Nerves need care."))
    here, there = near.of(3), near.of(8)
    assert likeness(here, here) > likeness(here, near.of(1)) > 0
    assert likeness(here, there) == 0


def test_a_word_counts_less_on_the_other_side() -> None:
    one, other = (Surroundings(read_text(text)).of(1) for text in ("heals bone", "bone heals"))
    before, behind = (Surroundings(read_text("heals x bone")).of(1), Surroundings(read_text("bone x heals")).of(1))
    assert likeness(before, before) > likeness(before, behind) > 0
    assert likeness(one, other) == 0


def test_surroundings_end_with_the_sentence_and_are_weighed_once() -> None:
    near = Surroundings(read_text("Rest. Walk now."))
    assert near.of(0) == ({}, {})
    assert near.of(1) is near.of(1)
