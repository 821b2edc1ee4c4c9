import pytest

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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Which exercises make a pars fracture worse?", True),
        ("Which sports are off limits?", True),
        ("What should I not do?", True),
        ("What can damage the disc?", True),
        ("What are the most dangerous moves?", True),
        ("Which sports should be prohibited?", True),
        ("What makes it better?", False),
        ("Does surgery make it worse?", False),
        ("What slows the slip?", False),
        ("Things that make it worse", False),  # no question
    ],
)
def test_a_question_is_told_that_asks_what_is_not_to_be_done(line: str, told: bool) -> None:
    assert quotable_words().asks_what_not(line) is told
    assert quotable_words().warns(line) >= told


def test_people_are_told_by_their_numbers_in_each_pair() -> None:
    told = quotable_words()
    assert told.people_in(Words.of("In teenagers and in older adults"), 0) == {0, 1}
    assert told.people_in(Words.of("In athletes"), 0) == frozenset()
    assert [told.people_in(Words.of("The boys with a one-sided crack"), pair) for pair in range(4)] == [
        frozenset(),
        {1},
        {0},
        frozenset(),
    ]
    assert told.people_in(Words.of("The right brace, on the left"), 3) == {0}


@pytest.mark.parametrize("heading", ["History", "A brief history", "Brief history of bracing"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Most children with a crack were kept in plaster for a year.",
        "In the 1970s a fusion followed whenever a slip was seen.",
        "A cast was usually worn for nine months.",
    ],
)
def test_how_people_were_treated_formerly_is_told_below_a_bare_history(heading: str, sentence: str) -> None:
    assert quotable_words().is_past(heading, sentence)
    assert not quotable_words().is_past("Treatment", sentence)
    assert not quotable_words().is_past("Medical history", sentence)


@pytest.mark.parametrize("heading", ["History", "History and examination"])
def test_what_patients_tell_is_no_such_history(heading: str) -> None:
    assert not quotable_words().is_past(
        heading, "Patients report pain in the low back that is worse when they arch it."
    )
