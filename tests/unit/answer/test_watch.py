from dataclasses import replace

import pytest

from isthmus.answer.watch import first_watch
from isthmus.claims import Guard, Listener, Scale, Spelling, Words

SURE = Listener(
    danger=0.5,
    request=0.5,
    part=0.5,
    brief=0.5,
    brief_request=0.5,
    surely_answerable=0.9,
    dangers=(),
    alone={},
    scales={"price": Scale(0.0, {"insur": 30.0}), "answerable": Scale(0.0, {"brace": 30.0})},
)


@pytest.mark.parametrize(
    ("question", "watch"),
    [
        ("My leg is numb", "numb"),
        ("numb leg and which dose?", "numb"),
        ("Which dose? By the way, my foot went numb.", "numb"),
        ("Which dose?", "dose"),
        ("What does numb mean for a leg", "failed"),
        ("no numb leg", None),
        ("no numb leg, but which dose", "dose"),
        ("At which price?", "price"),
        ("Does a brace help?", None),
        ("How common is a numb leg?", None),
        ("How common is a numb leg? My leg is numb.", "numb"),
        ("How common is a dose?", "dose"),
    ],
)
def test_the_first_watch_that_holds_decides(guard: Guard, question: str, watch: str | None) -> None:
    found = first_watch(Words.of(question), guard)
    assert (found.id if found else None) == watch


@pytest.mark.parametrize(
    ("question", "watch"),
    [
        ("my leg is nuumbb", "numb"),  # a doubtful alarm word beside a plain word
        ("my leeeg is nuumbb", None),  # two doubtful words
        ("nuumbb, did not work", "failed"),
        ("which dose? My leg is nuumbb", "numb"),
        ("which dose? My arm is nuumbb", "dose"),
        ("my leg is numb and nuumbb", "numb"),
    ],
)
def test_a_doubtful_alarm_word_counts_beside_another_that_is_plain(
    guard: Guard, question: str, watch: str | None
) -> None:
    spelling = Spelling(meant=frozenset({"numb", "leg"}))
    found = first_watch(Words.of(question), guard, spelling)
    assert (found.id if found else None) == watch


BY_THE_WAY = "My neighbour has told me a long story about it, as he always does on Sundays."


@pytest.mark.parametrize(
    ("question", "watch"),
    [
        ("Does a brace at any price help?", None),
        ("Does a brace at any price help, did not work", "failed"),
        ("Does the price of a brace insured help?", "price"),
        ("At which price?", "price"),
        ("Which dose of brace?", "dose"),
        ("numb leg in a brace", "numb"),
    ],
)
def test_a_refusal_that_may_be_overruled_does_not_hold_where_a_question_is_surely_heard(
    guard: Guard, question: str, watch: str | None
) -> None:
    surely = replace(guard, listener=SURE, overruled=frozenset({"price"}))
    found = first_watch(Words.of(f"{BY_THE_WAY} {question}"), surely)
    assert (found.id if found else None) == watch


def test_what_is_said_in_a_few_words_is_not_said_in_passing(guard: Guard) -> None:
    surely = replace(guard, listener=SURE, overruled=frozenset({"price"}))
    assert first_watch(Words.of("a brace at a price"), surely) is not None


def test_only_a_listener_overrules_and_only_what_may_be_overruled(guard: Guard) -> None:
    message = Words.of(f"{BY_THE_WAY} A brace at a price?")
    assert first_watch(message, replace(guard, overruled=frozenset({"price"}))) is not None
    assert first_watch(message, replace(guard, listener=SURE)) is not None
