from pathlib import Path

import pytest

from isthmus.condition import Condition
from isthmus.corpus import Library, read_library
from isthmus.errors import InvalidOption
from isthmus.present import LibraryPage, library_page
from isthmus.search import PassageIndex


@pytest.fixture
def index(tmp_path: Path) -> PassageIndex:
    words = "The spine bends. A lumbar support or corset is worn by day. " + "It goes on for long. " * 20
    (tmp_path / "brace.txt").write_text(f"Support\n\n{words}\n", encoding="utf-8")
    (tmp_path / "copy.txt").write_text(f"Support\n\n{words}\nAgain.\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("Other\n\nSport waits for some months after an operation.\n", encoding="utf-8")
    return PassageIndex.over(read_library(tmp_path)[0])


def page(index: PassageIndex | None, condition: Condition, searched: str = "") -> LibraryPage:
    return library_page(index, condition.evidence.lexicon, searched=searched)


def test_without_a_library_it_holds_nothing_and_an_empty_one_holds_none(condition: Condition) -> None:
    assert page(None, condition).holds is None
    assert page(PassageIndex.over(Library.in_memory()), condition).holds == 0


def test_each_text_is_listed_once_with_its_copies(index: PassageIndex, condition: Condition) -> None:
    shown = page(index, condition)
    assert (shown.holds, [(entry.about.title, entry.copies) for entry in shown.entries]) == (
        2,
        [("Other", 0), ("Support", 1)],
    )


def test_words_that_mean_the_same_are_found_and_marked_from_the_sentence_that_holds_them(
    index: PassageIndex, condition: Condition
) -> None:
    (entry,) = page(index, condition, "  corset ").entries
    assert entry.excerpt
    text = "".join(piece for piece, _ in entry.excerpt.pieces)
    assert text.startswith("A lumbar support or corset is worn by day.")
    assert len(text) <= 281
    assert "corset" in [piece for piece, found in entry.excerpt.pieces if found]
    stored = index.library.text(entry.about.id) or b""
    assert stored[entry.excerpt.start : entry.excerpt.end].decode() == "A lumbar support or corset is worn by day."


def test_too_much_to_look_for_is_refused(condition: Condition) -> None:
    with pytest.raises(InvalidOption, match="q: This is too long to look for"):
        page(None, condition, "x" * 301)
