import pytest

from isthmus.answer import Statement
from isthmus.answer.writing import Drafted
from isthmus.answer.writing.held import Held, held_of

REST = "Rest comes first. It lasts three months, but not in children. It is cheap."
SLIP = "Pain eases when the bone heals; a brace is worn by day."


def held(*sentences: tuple[str, tuple[int, ...]], texts: tuple[str, ...] = (REST, SLIP)) -> list[str]:
    statements = [Statement(text, None, None, ()) for text in texts]
    return [one.text for one in held_of([Drafted(*sentence) for sentence in sentences], statements)]


def test_a_sentence_says_which_parts_it_says() -> None:
    statements = [Statement(SLIP, None, None, ())]
    text = "A brace is worn by day; pain eases when the bone heals."
    assert held_of([Drafted(text, (1,))], statements) == [Held(text, (1,), ((1, 1), (1, 0)))]


def test_of_what_is_said_again_and_again_the_first_is_kept() -> None:
    whole = "Pain eases when the bone heals; a brace is worn by day."
    again = [
        "And pain eases when the bone heals.",
        "When the bone heals, pain eases.",
        "Pain eases when the bone heals.",
    ]
    assert held((whole, (2,)), *((text, (2,)) for text in again)) == [whole]


def test_a_condition_that_nothing_says_takes_what_hangs_on_it_along() -> None:
    first, second, third = "Rest comes first.", "It lasts three months, but not in children.", "It is cheap."
    assert held((first, (1,))) == []
    assert held((second, (1,)), (third, (1,))) == []
    assert held((first, (1,)), (third, (1,)), (second, (1,))) == [first, third, second]
    assert held((f"{first} {second}", (1,))) == [f"{first} {second}"]


def test_a_sentence_that_goes_may_take_others_with_it() -> None:
    joined = "Rest comes first, and pain eases when the bone heals."
    assert held((joined, (1, 2)), ("A brace is worn by day.", (2,))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pain eases when the bone heals; a brace is worn by day!",
        "Pain eases when the bone heals?",
        'Pain "eases" when the bone heals.',
        "Pain eases when the bone heals ___.",
        "Pain eases when the bone heals www.example.org.",
        "Pain eases when the bone heals, so do as you would.",
        "Pain eases when the bone heals, which is harmless.",
        "Pain eases.",
        "When the bone heals.",
        "The bone eases when pain heals.",
    ],
)
def test_what_is_added_cut_off_or_exchanged_does_not_hold(text: str) -> None:
    assert held((text, (2,))) == []


def test_a_sentence_rests_on_all_that_it_names() -> None:
    assert held(("Pain eases when the bone heals.", (1, 2))) == []


def test_statements_under_different_headings_are_not_joined() -> None:
    text = "Rest helps, and a brace helps."
    own = [Statement("Rest helps.", None, None, (), under=("Myths",)), Statement("A brace helps.", None, None, ())]
    assert held_of([Drafted(text, (1, 2))], own) == []
    assert [
        one.text for one in held_of([Drafted(text, (1, 2))], [own[1], Statement("Rest helps.", None, None, ())])
    ] == [text]
