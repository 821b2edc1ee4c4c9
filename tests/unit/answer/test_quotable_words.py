from isthmus.answer.quotable_words import quotable_words
from isthmus.claims import Words


def test_lines_take_back_warn_or_clear() -> None:
    told = quotable_words()
    assert [told.falsifies(line) for line in ("Myths", "Myths and facts", "Facts", "Braces")] == [
        True,
        True,
        False,
        False,
    ]
    assert [told.clears(line) for line in ("Myths and facts", "The facts", "Braces")] == [False, True, False]
    assert [told.warns(line) for line in ("What to avoid?", "Do not", "Is it not safe?", "Braces")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_sentence_forbids_by_what_it_says_is_not_done() -> None:
    told = quotable_words()
    assert [told.forbids(line) for line in ("Running is not yet allowed.", "No sport", "Run with no shoes")] == [
        True,
        True,
        False,
    ]


def test_people_are_told_by_their_numbers() -> None:
    told = quotable_words()
    assert told.people_in(Words.of("In teenagers and in older adults")) == {0, 1}
    assert told.people_in(Words.of("In athletes")) == frozenset()
