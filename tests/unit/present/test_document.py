from pathlib import Path

import pytest

from isthmus.corpus import DocumentId, Library, correct, read_library
from isthmus.errors import InvalidOption, UnusableLibrary
from isthmus.present import document_page

SAID = "Rest from sport is the first treatment, and therapy of the trunk follows within some weeks of it."


@pytest.fixture
def library(tmp_path: Path) -> Library:
    lines = [f"{SAID} It is number {n}.\n\nTreatment number {n} - Clinic {n}\n\n" for n in ("one", "two", "three")]
    (tmp_path / "found.txt").write_text("".join(lines), encoding="utf-8")
    return read_library(tmp_path)[0]


def key_of(library: Library, *, quoted: bool) -> DocumentId:
    return next(about.id for about in library.abouts() if (about.stands_on is not None) is quoted)


def test_a_page_names_the_sources_it_quotes_and_a_source_its_page(library: Library) -> None:
    page = document_page(library, key_of(library, quoted=False))
    source = document_page(library, key_of(library, quoted=True))
    assert page
    assert source
    assert page.stands_on is None
    assert source.about.id in [part.id for part in page.parts]
    assert source.stands_on
    assert source.stands_on.id == page.about.id


def test_without_marks_it_opens_at_the_first_page_and_with_them_at_theirs(library: Library) -> None:
    key = key_of(library, quoted=False)
    whole, marked = document_page(library, key), document_page(library, key, at=["5-9", "0-4", "5-9"])
    assert whole
    assert marked
    assert (whole.number, whole.pages, whole.marks) == (1, 1, ())
    assert marked.marks == ((0, 4), (5, 9))


@pytest.mark.parametrize(("url", "shown"), [("https://a.example/x", "https://a.example/x"), (None, None)])
def test_only_addresses_of_the_web_are_linked_and_corrections_are_told(
    url: str | None, shown: str | None, library: Library
) -> None:
    key = key_of(library, quoted=False)
    correct(library, key, {"url": url})
    page = document_page(library, key)
    assert page
    assert (page.url, page.corrected) == (shown, ("url",))


def test_what_is_not_there_is_none_and_what_makes_no_sense_is_refused(library: Library) -> None:
    key = key_of(library, quoted=False)
    assert document_page(library, "none") is None
    with pytest.raises(InvalidOption, match="page: The text has no such page"):
        document_page(library, key, page=2)
    with pytest.raises(InvalidOption, match="at: That is more than can be marked"):
        document_page(library, key, at=["0-4"] * 101)


def test_a_damaged_text_is_not_shown(library: Library) -> None:
    key = key_of(library, quoted=False)
    library.store.run("UPDATE documents SET text = ? WHERE id = ?", b"Something else.", key)
    with pytest.raises(UnusableLibrary):
        document_page(library, key)
