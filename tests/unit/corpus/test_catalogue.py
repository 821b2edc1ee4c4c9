from pathlib import Path

import pytest

from isthmus.corpus import Library, correct, read_library
from isthmus.corpus.catalogue import Leaf, copies_of, leaves_between, parts_of, texts, texts_by_title

REST = "Rest is the first treatment of a stress fracture, and most people are better within three months of it.\n"
PAGES = {
    "beta.txt": f"Beta\n\n{REST * 3}",
    "copy.txt": f"Beta\n\n{REST * 3}\nPrinted in May.\n",
    "alpha.txt": "alpha\n\nHome\n\nA brace is worn for some weeks by people whose back hurts when they bend.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return read_library(tmp_path)[0]


def test_a_text_and_its_copies_are_listed_once_by_title(library: Library) -> None:
    assert texts(library) == 2
    assert [about.title for about in texts_by_title(library, start=0, most=9)] == ["alpha", "Beta"]
    assert [about.title for about in texts_by_title(library, start=1, most=9)] == ["Beta"]
    assert len(texts_by_title(library, start=0, most=1)) == 1


def test_the_copies_of_a_text_are_found_and_a_text_of_its_own_has_none(library: Library) -> None:
    alpha, beta = texts_by_title(library, start=0, most=9)
    assert copies_of(library, alpha) == []
    (copy,) = copies_of(library, beta)
    assert {copy.place, beta.place} == {"beta.txt", "copy.txt"}
    assert copies_of(library, copy) == [beta]


def test_the_sources_that_a_page_quotes_are_its_parts(tmp_path: Path) -> None:
    said = "Rest from sport is the first treatment, and therapy of the trunk follows within some weeks of it."
    lines = [f"{said} It is number {n}.\n\nTreatment number {n} - Clinic {n}\n\n" for n in ("one", "two", "three")]
    (tmp_path / "found.txt").write_text("".join(lines), encoding="utf-8")
    library = read_library(tmp_path)[0]
    (page,) = [about for about in library.abouts() if about.stands_on is None]
    assert {about.stands_on for about in parts_of(library, page.id)} == {page.id}
    assert len(parts_of(library, page.id)) == len(library) - 1 == 3


def test_passages_are_found_by_the_bytes_they_lie_at(library: Library) -> None:
    alpha = texts_by_title(library, start=0, most=1)[0]
    text = library.text(alpha.id) or b""
    start = text.index(b"A brace")
    leaf = Leaf(start, len(text) - 1, None)
    assert leaves_between(library, alpha.id, 0, len(text)) == [leaf]
    assert leaves_between(library, alpha.id, start + 1, start + 2) == [leaf]
    assert leaves_between(library, alpha.id, 0, start) == []


def test_a_title_that_was_put_right_is_the_one_listed_by(library: Library) -> None:
    correct(library, library.find("alpha.txt"), {"title": "Zebra"})
    assert [about.title for about in texts_by_title(library, start=0, most=9)] == ["Beta", "Zebra"]
