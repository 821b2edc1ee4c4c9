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
    found = Frames(read_text(said), parted=True).slips_from(Frames(read_text(HELD), parted=True))
    assert list(dict.fromkeys((slip.said, slip.held) for slip in found)) == slips


def test_words_that_point_the_same_way_are_no_slip() -> None:
    said, held = "The pain then grew worse again.", "The pain then grew poorer again."
    assert list(Frames(read_text(said), parted=True).slips_from(Frames(read_text(held), parted=True))) == []
    decimal = "It healed in 69.0% of them."
    assert (
        list(
            Frames(read_text(decimal), parted=True).slips_from(
                Frames(read_text("It healed in 69% of them."), parted=True)
            )
        )
        == []
    )


def test_a_list_of_references_is_read_on() -> None:
    held, said = (read_text(f"(Ash et al., {year}; Birch et al., 2018)") for year in (2010, 2018))
    slips = [list(Frames(said, parted=parted).slips_from(Frames(held, parted=parted))) for parted in (True, False)]
    assert [[slip.held for slip in found] for found in slips] == [[], ["2010"]]
