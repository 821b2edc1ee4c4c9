import pytest

from isthmus.answer.watch import first_watch
from isthmus.claims import Guard, Words


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
        ("Does a brace help?", None),
    ],
)
def test_the_first_watch_that_holds_decides(guard: Guard, question: str, watch: str | None) -> None:
    found = first_watch(Words.of(question), guard)
    assert (found.id if found else None) == watch
