import pytest

from isthmus.corpus.marks import forbids, mark_of


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("\N{CHECK MARK} Swim", "tick"),
        ("\N{WHITE HEAVY CHECK MARK}Swim", "tick"),
        ("YES - swim", "tick"),
        ("\N{HEAVY BALLOT X} Run downhill", "cross"),
        ("\N{CROSS MARK}\N{VARIATION SELECTOR-16} Run downhill", "cross"),
        ("\N{MULTIPLICATION SIGN} Run downhill", "cross"),
        ("\N{MULTIPLICATION SIGN} 10 enlarged", None),
        ("x Run downhill", "cross"),
        ("X Run downhill", "cross"),
        ("NO \N{EN DASH} running downhill", "cross"),
        ("X Rays are done", None),
        ("x axis of the figure", None),
        ("No running", None),
        ("Swim", None),
        ("\N{CHECK MARK}", None),
    ],
)
def test_ticks_and_crosses_are_told_from_letters(words: str, mark: str | None) -> None:
    told, width = mark_of(words)
    assert (told, words[width:][:1].isalpha()) == (mark, words[:1].isalpha() or mark is not None)


@pytest.mark.parametrize("words", ["Do not run", "Don\N{RIGHT SINGLE QUOTATION MARK}t run", "Never run", "No running"])
def test_what_forbids_by_itself_says_so_without_its_cross(words: str) -> None:
    assert forbids(words)
    assert not forbids("No-hands cycling")
    assert not forbids("Stop and go drills")
