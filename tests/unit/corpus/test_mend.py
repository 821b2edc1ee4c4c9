import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.corpus.conftest import CARE, KNEE, Taken, Write

from isthmus.corpus import Library, Sources, correct, corrections, forget, ingest
from isthmus.corpus.own_files import LIBRARY_FILE as FILE
from isthmus.errors import InvalidOption, UnusableLibrary

WORDS = "On this ward the word is quercitron."


def test_what_was_put_right_stays_right_when_it_is_read_again(library: Library, take: Taken, write: Write) -> None:
    folder = write({"care.txt": CARE})
    take(folder)
    key = library.find("care.txt")
    correct(library, key, {"title": "Pars care", "authors": ["A. One"], "publisher": "A press"})
    correct(library, key, {"publisher": None, "kind": "review"})
    take(folder)
    about = library.about(key)
    assert about is not None
    assert (about.title, about.authors, about.publisher, about.kind) == ("Pars care", ("A. One",), None, "review")
    assert sorted(corrections(library, key)) == ["authors", "kind", "publisher", "title"]


def test_a_new_version_at_the_same_place_keeps_what_was_put_right(library: Library, take: Taken, write: Write) -> None:
    take(write({"care.txt": CARE}))
    correct(library, library.find("care.txt"), {"year": 2021})
    take(write({"care.txt": CARE.replace("three", "four")}))
    about = library.about(library.find("care.txt"))
    assert about is not None
    assert about.year == 2021


def test_what_was_put_right_of_a_file_stays_with_it_where_names_change(
    library: Library, take: Taken, write: Write
) -> None:
    folder = write({"a.txt": CARE, "b.txt": KNEE})
    take(folder)
    right = library.find("a.txt")
    correct(library, right, {"publisher": "A clinic"})
    take(write({"a.txt": KNEE, "b.txt": CARE}))
    assert [about.id for about in library.abouts() if about.publisher] == [right]
    take(write({"a.txt": KNEE, "b.txt": KNEE.replace("knee", "hip"), "c.txt": CARE}))
    assert [about.id for about in library.abouts() if about.publisher] == [right]


def test_year_and_date_are_put_right_together(library: Library, take: Taken, write: Write) -> None:
    take(write({"care.md": f"---\ndate: 2019-05-31\n---\n{CARE}"}))
    key = library.find("care.md")

    def dated(**told: object) -> tuple[int | None, str | None]:
        correct(library, key, told)
        about = library.about(key)
        assert about is not None
        return about.year, about.published

    assert dated(title="Care") == (2019, "2019-05-31")
    assert dated(published="2021-03") == (2021, "2021-03")
    assert dated(year=2021) == (2021, "2021-03")
    assert dated(year=2020) == (2020, None)
    assert dated(published="2022", year=2022) == (2022, "2022")
    assert dated(published=None) == (None, None)
    with pytest.raises(InvalidOption, match="--year: This is not the year of that date. Leave it out."):
        dated(published="2022", year=2021)


def test_an_index_hears_of_a_correction(library: Library, take: Taken, write: Write) -> None:
    take(write({"care.txt": CARE}))
    before = library.sequence
    correct(library, library.find("care.txt"), {"title": "Pars care"})
    assert [change.document for change in library.changes_since(before)] == [library.find("care.txt")]


NAMED = (
    "--url: There is a name or a password in this address. Leave it out: whoever reads the answer is shown the address."
)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"kind": "revew"}, "--kind: This is no kind of document. Did you mean `review`?"),
        ({"title": None}, "--title: Every document has one. Say what it is."),
        ({"kind": None}, "--kind: Every document has one. Say what it is."),
        ({"year": 20210}, "--year: This is not a year. Write it as 2024."),
        (
            {"published": "May 2021"},
            "--published: This is not a date. Write it as 2024-05-31, or as far as it is known.",
        ),
        (
            {"published": "2021-02-30"},
            "--published: This is not a date. Write it as 2024-05-31, or as far as it is known.",
        ),
        ({"url": "javascript:x"}, "--url: This is not an address. Begin it with https://."),
        ({"url": "http://user:pw@example.org/"}, NAMED),
        ({"url": "https://user@example.org"}, NAMED),
    ],
)
def test_what_does_not_fit_its_field_is_refused(
    library: Library, take: Taken, write: Write, told: dict[str, object], message: str
) -> None:
    take(write({"care.txt": CARE}))
    with pytest.raises(InvalidOption) as caught:
        correct(library, library.find("care.txt"), told)
    assert str(caught.value) == message
    assert corrections(library, library.find("care.txt")) == {}


@pytest.mark.parametrize("published", ["2021", "2021-05", "2021-05-31"])
def test_a_date_may_be_told_as_far_as_it_is_known(library: Library, take: Taken, write: Write, published: str) -> None:
    take(write({"care.txt": CARE}))
    correct(library, library.find("care.txt"), {"published": published})
    about = library.about(library.find("care.txt"))
    assert about is not None
    assert about.published == published


def test_nothing_is_put_right_of_what_is_not_there(library: Library) -> None:
    assert corrections(library, "nothing") == {}


def bytes_of(folder: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_of_what_is_forgotten_no_byte_remains_in_any_file(tmp_path: Path, write: Write) -> None:
    library = Library.at(tmp_path / "library")
    reader = Library.open(tmp_path / "library")
    long = "\n\n".join(f"{WORDS} It was said {number} times to those on the ward." for number in range(3000))
    for text in (WORDS, long):
        ingest(library, Sources([str(write({"secret.txt": text, "care.txt": CARE, "knee.txt": KNEE}))]))
        assert len(reader) == 3
        assert any(b"quercitron" in content for content in bytes_of(tmp_path / "library"))
        assert forget(library, [library.find("secret.txt")])
        assert not any(b"quercitron" in content for content in bytes_of(tmp_path / "library"))
        assert [about.place for about in reader.abouts()] == ["care.txt", "knee.txt"]
    library.close()
    reader.close()


def test_who_is_stopped_while_forgetting_leaves_the_rest_to_the_next(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, pages = tmp_path / "library", write({"secret.txt": WORDS, "care.txt": CARE})
    library = Library.at(folder)
    ingest(library, Sources([str(pages)]))

    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library.store, "wipe", stop)
    with pytest.raises(KeyboardInterrupt):
        forget(library, [library.find("secret.txt")])
    library.close()
    Library.at(folder).close()
    assert not any(b"quercitron" in content for content in bytes_of(folder))


def test_a_reader_who_never_pauses_holds_up_the_wiping_and_that_is_told(tmp_path: Path, write: Write) -> None:
    folder = tmp_path / "library"
    library = Library.at(folder)
    ingest(library, Sources([str(write({"secret.txt": WORDS, "care.txt": CARE}))]))
    library.store.run("PRAGMA busy_timeout = 50")
    reader = sqlite3.connect(folder / FILE)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM documents").fetchone()
    with pytest.raises(UnusableLibrary) as caught:
        forget(library, [library.find("secret.txt")])
    assert str(caught.value) == (
        f"{folder}: What was deleted could not be wiped yet, because another program is reading. "
        "Stop it: the next ingest or forget wipes it."
    )
    reader.close()
    library.close()
    Library.at(folder).close()
    assert not any(b"quercitron" in content for content in bytes_of(folder))


def test_what_was_forgotten_comes_back_when_it_is_ingested_again(tmp_path: Path, write: Write) -> None:
    folder = write({"care.txt": CARE, "copy.txt": CARE})
    library = Library.at(tmp_path / "library")
    ingest(library, Sources([str(folder)]))
    forget(library, [library.find("care.txt")])
    assert len(library) == 0
    ingest(library, Sources([str(folder)]))
    assert library.places(library.find("copy.txt")) == ("care.txt", "copy.txt")
    library.close()


REST = "Most young people get better when they rest from their sport for some months."
BRACE = "A brace may be worn by those in whom rest alone does not settle the pain in their back."
SPORT = "Sport may begin again when there has been no pain for some weeks, and then step by step."


def page(*quotes: str) -> str:
    return "\n\n".join(["What was found, in short.", *(f"{quote}\nOn {quote[:9]} | A Clinic" for quote in quotes), ""])


def test_what_two_pages_quote_is_kept_while_one_of_them_is(library: Library, take: Taken, write: Write) -> None:
    take(write({"a.txt": page(REST, BRACE), "b.txt": page(REST, SPORT)}))

    def quoted() -> dict[str, str]:
        whole = {about.id: about.place for about in library.abouts() if not about.stands_on}
        return {about.title: whole[about.stands_on] for about in library.abouts() if about.stands_on}

    assert sorted(quoted()) == ["On A brace m", "On Most youn", "On Sport may"]
    first = library.find("a.txt")
    gone = forget(library, [first])
    assert (gone[0], len(gone), quoted()) == (first, 2, {"On Most youn": "b.txt", "On Sport may": "b.txt"})


def test_what_was_quoted_goes_with_the_last_page_that_quotes_it(library: Library, take: Taken, write: Write) -> None:
    folder = write({"a.txt": page(REST, BRACE), "b.txt": page(REST, SPORT)})
    take(folder)
    forget(library, [library.find("b.txt")])
    (folder / "b.txt").unlink()
    take(write({"a.txt": CARE}))
    assert [about.place for about in library.abouts()] == ["a.txt"]


def test_a_page_is_forgotten_with_what_was_quoted_on_it(tmp_path: Path, shared: Path) -> None:
    library = Library.at(tmp_path / "library")
    ingest(library, Sources([str(shared / "pages")]))
    page = next(about.stands_on for about in library.abouts() if about.stands_on)
    gone = forget(library, [page])
    assert len(gone) > 1
    assert page not in {about.stands_on for about in library.abouts()}
    part = next((about for about in library.abouts() if about.place.startswith("search-answer-page.txt")), None)
    assert part is None
    library.close()
