import pytest

from isthmus.answer.watch import first_watch
from isthmus.claims import Guard, Spelling, Words


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
