import pytest

from isthmus.answer.verify.frames import Frames
from isthmus.answer.verify.tokens import read_text

HELD = "Most people often improve within six months and the upper joint may then be moved again."


@pytest.mark.parametrize(
    ("said", "slips"),
    [
        (HELD, []),
        (HELD.replace("six", "6"), []),
        (HELD.replace("six", "nine"), [("9", "6")]),
        (HELD.replace("months", "weeks"), [("weeks", "months")]),
        (HELD.replace("upper", "lower"), [("lower", "upper")]),
        (HELD.replace("often ", ""), [("", "often")]),
        (HELD.replace("may then be", "may then not be"), [("not", "")]),
        (HELD.replace("joint may then", "joint must then"), [("must", "may")]),
        (HELD.replace("joint", "knee"), []),
        ("People get well.", []),
        ("", []),
    ],
)
def test_a_word_that_turns_the_sense_between_the_same_words_is_found(said: str, slips: list[tuple[str, str]]) -> None:
    found = Frames(read_text(said)).slips_from(Frames(read_text(HELD)))
    assert list(dict.fromkeys((slip.said, slip.held) for slip in found)) == slips


def test_words_that_point_the_same_way_are_no_slip() -> None:
    said, held = "The pain then grew worse again.", "The pain then grew poorer again."
    assert list(Frames(read_text(said)).slips_from(Frames(read_text(held)))) == []
    decimal = "It healed in 69.0% of them."
    assert list(Frames(read_text(decimal)).slips_from(Frames(read_text("It healed in 69% of them.")))) == []
