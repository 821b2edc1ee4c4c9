import pytest

from isthmus.corpus import Document, DocumentId, Library, split
from isthmus.corpus.store_write import Arrival, Entry, Writer

PLACE = ("", "page.txt")


def entry(text: str, part: int = 0) -> Entry:
    document = Document(DocumentId(f"{hash(text):x}"), "A page", "", "text/plain", "page.txt", text=text)
    return Entry(part, document, split(document))


def arrival(*texts: str, sha256: bytes = b"1") -> Arrival:
    return Arrival(PLACE, sha256, tuple(entry(text, part) for part, text in enumerate(texts)))


@pytest.fixture
def writer(library: Library) -> Writer:
    return Writer(library.store, made_by=1)


def texts(library: Library) -> set[str]:
    return {document.text for about in library.abouts() if (document := library.document(about.id))}


def test_a_place_is_known_by_its_bytes_and_by_who_read_them(library: Library, writer: Writer) -> None:
    writer.store([arrival("It heals.")], keep_loose=False)
    assert writer.is_known(PLACE, b"1")
    assert not writer.is_known(PLACE, b"2")
    assert not writer.is_known(("", "other.txt"), b"1")
    assert not Writer(library.store, made_by=2).is_known(PLACE, b"1")
    assert list(writer.known(b"1")) == [0]
    assert writer.known(b"2") == {}


def test_what_comes_twice_in_one_step_is_stored_once(library: Library, writer: Writer) -> None:
    writer.store([arrival("It heals.", "It heals.")], keep_loose=False)
    assert len(library) == 1
    assert library.sequence == 1


def test_what_no_place_holds_goes_at_once_or_is_swept(library: Library, writer: Writer) -> None:
    writer.store([arrival("One heals.", "Two heal.")], keep_loose=False)
    assert writer.store([arrival("One heals.", sha256=b"2")], keep_loose=False) == 1
    assert texts(library) == {"One heals."}
    assert writer.store([arrival("Three heal.", sha256=b"3")], keep_loose=True) == 0
    assert texts(library) == {"One heals.", "Three heal."}
    assert writer.sweep() == 1
    assert texts(library) == {"Three heal."}
    assert writer.sweep([PLACE]) == 1
    assert texts(library) == set()


def test_a_step_that_fails_leaves_everything_as_it_was(library: Library, writer: Writer) -> None:
    writer.store([arrival("One heals.")], keep_loose=False)

    def broken() -> object:
        yield arrival("Two heal.", sha256=b"2")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        writer.store(broken(), keep_loose=False)  # type: ignore[arg-type] # an iterable that fails half-way
    assert texts(library) == {"One heals."}
    writer.store([arrival("Three heal.", sha256=b"3")], keep_loose=False)
    assert texts(library) == {"Three heal."}
    assert [change.sequence for change in library.changes_since(0)] == [2, 3]


def test_what_was_forgotten_and_came_again_is_told_once(library: Library, writer: Writer) -> None:
    writer.store([arrival("One heals.")], keep_loose=False)
    writer.forget([entry("One heals.").document.id])
    assert [change.passages for change in library.changes_since(0)] == [()]
    writer.store([arrival("One heals.")], keep_loose=False)
    (change,) = library.changes_since(0)
    assert change.passages[0].text == "One heals."
