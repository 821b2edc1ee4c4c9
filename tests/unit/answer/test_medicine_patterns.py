import pytest

from isthmus.answer.medicine_patterns import Pieces, choice


def test_pieces_are_put_together_from_those_before_them() -> None:
    pieces = Pieces({"number": r"\d+", "often": ["daily", "<number> times"]})
    assert pieces.spelled_out("(?<!x)<often>") == r"(?<!x)(?:daily|(?:\d+) times)"


def test_a_piece_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="often"):
        Pieces({}).spelled_out("<often>")


@pytest.mark.parametrize(
    ("entries", "pattern"),
    [(["aspirin", "opi*"], r"aspirin|opi\w*"), (["*coxib", "aspirin", "*profen"], r"aspirin|\w*(?:coxib|profen)")],
)
def test_a_star_stands_for_letters(entries: list[str], pattern: str) -> None:
    assert choice(entries) == pattern
