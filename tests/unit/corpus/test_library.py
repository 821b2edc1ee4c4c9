import json
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from tests.unit.corpus.conftest import CARE, KNEE, Taken, Write

from isthmus.corpus import Document, DocumentId, Library, Passage, PassageId, Sources, ingest, split
from isthmus.corpus.store_write import Arrival, Entry, Writer
from isthmus.errors import UnknownName, UnusableLibrary


def named(library: Library, place: str) -> Document:
    document = library.document(library.find(place))
    assert document is not None
    return document


@pytest.fixture
def filled(library: Library, take: Taken, write: Write) -> Library:
    take(write({"care.txt": CARE, "more/knee.txt": KNEE, "more/again.txt": KNEE}))
    return library


def test_documents_are_listed_by_place_and_each_is_found_by_its_id(filled: Library) -> None:
    abouts = list(filled.abouts())
    assert [about.place for about in abouts] == ["care.txt", "more/again.txt"]
    assert len(filled) == 2
    for about in abouts:
        document = filled.document(about.id)
        assert document is not None
        assert filled.about(about.id) == about
        assert (document.title, document.sha256, document.group) == (about.title, about.sha256, about.id)
        assert filled.text(about.id) == document.text.encode()


def test_one_document_may_have_been_found_at_several_places(filled: Library) -> None:
    assert filled.places(filled.find("more/knee.txt")) == ("more/again.txt", "more/knee.txt")


@pytest.mark.parametrize("key", ["", "nothing", "care.txt", "' OR 1=1 --"])
def test_nothing_is_found_by_what_is_no_id(filled: Library, key: str) -> None:
    assert filled.document(key) is None
    assert filled.about(key) is None
    assert filled.text(key) is None
    assert filled.passages_of(key) == ()
    assert filled.places(key) == ()


def test_passages_are_as_they_were_split(filled: Library) -> None:
    document = named(filled, "care.txt")
    assert filled.passages_of(document.id) == split(document)
    leads = [sentence.lead_in for passage in filled.passages_of(document.id) for sentence in passage.sentences]
    assert "Consider surgery if:" in leads


def test_passages_come_in_the_order_in_which_they_are_asked_for_and_unknown_ones_are_left_out(filled: Library) -> None:
    every = [passage for about in filled.abouts() for passage in filled.passages_of(about.id)]
    ids = [passage.id for passage in reversed(every)]
    odd = [PassageId(key) for key in ("none@0", f"{every[0].document}@999", "no place", f"{every[0].document}@²")]
    assert filled.passages([*odd, *ids, ids[0]]) == [*reversed(every), every[-1]]


@pytest.mark.parametrize("cut", [20, 6, 1])
def test_a_document_is_named_by_its_id_or_a_beginning_of_it(filled: Library, cut: int) -> None:
    for about in filled.abouts():
        assert filled.find(about.id[:cut]) == about.id


@pytest.mark.parametrize("name", ["", "z", "knee.txt", "care.txt#1", "%"])
def test_a_name_that_nothing_bears_is_told(filled: Library, name: str) -> None:
    with pytest.raises(UnknownName, match="No document bears this name. See: isthmus sources"):
        filled.find(name)


def test_a_name_that_several_bear_is_told_with_their_ids(library: Library, tmp_path: Path) -> None:
    for folder, text in (("a", CARE), ("b", KNEE)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(text, encoding="utf-8")
        ingest(library, Sources([str(tmp_path / folder)]))
    first, second = sorted(about.id for about in library.abouts())
    with pytest.raises(UnknownName) as caught:
        library.find("page.txt")
    assert str(caught.value) == (f"page.txt: Several documents bear this name. Name one by its id: {first}, {second}.")


def followed(library: Library, known: dict[DocumentId, tuple[Passage, ...]], since: int) -> int:
    """Keep a copy of every passage in step, as an index does."""
    for change in library.changes_since(since):
        assert change.sequence > since
        since = change.sequence
        known[change.document] = change.passages
        if not change.passages:
            del known[change.document]
    return since


def test_whoever_follows_the_changes_has_what_the_library_holds(library: Library, take: Taken, write: Write) -> None:
    copy: dict[DocumentId, tuple[Passage, ...]] = {}
    assert (library.sequence, list(library.changes_since(0))) == (0, [])
    take(write({"care.txt": CARE, "knee.txt": KNEE}))
    since = followed(library, copy, 0)
    assert since == library.sequence
    take(write({"care.txt": CARE.replace("three", "four"), "new.txt": KNEE.replace("runner", "walker")}))
    since = followed(library, copy, since)
    assert copy == {about.id: library.passages_of(about.id) for about in library.abouts()}
    take(write({"care.txt": CARE}))
    followed(library, copy, since)
    assert copy == {about.id: library.passages_of(about.id) for about in library.abouts()}
    whole: dict[DocumentId, tuple[Passage, ...]] = {}
    forgotten = [change for change in library.changes_since(0) if not change.passages]
    assert len(forgotten) == 1
    for change in library.changes_since(0):
        whole |= {change.document: change.passages} if change.passages else {}
    assert whole == copy


def test_many_threads_may_read_while_documents_come(tmp_path: Path, write: Write) -> None:
    folder = write({f"{number}.txt": KNEE.replace("three", str(number)) + str(number) for number in range(30)})
    writer = Library.at(tmp_path / "library")
    reader = Library.open(tmp_path / "library")
    wrong: list[object] = []

    def read() -> None:
        for _ in range(20):
            for about in reader.abouts():
                document = reader.document(about.id)
                if document is None or reader.passages_of(about.id) != split(document):
                    wrong.append(about)

    threads = [Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    ingest(writer, Sources([str(folder)]))
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(reader) == 30
    reader.close()
    writer.close()


def test_a_folder_without_a_library_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnusableLibrary):
        Library.open(tmp_path)


FIRST, LATER = date(2026, 11, 21), date(2026, 12, 1)


def test_a_document_has_the_day_on_which_its_bytes_were_first_read(library: Library, write: Write) -> None:
    folder = str(write({"care.txt": CARE}))
    ingest(library, Sources([folder], day=FIRST))
    ingest(library, Sources([str(write({"again.txt": CARE, "knee.txt": KNEE}))], day=LATER))
    assert library.taken_in(library.find("care.txt")) == FIRST
    assert library.taken_in(library.find("knee.txt")) == LATER
    write({"care.txt": f"{CARE}\nMore."})
    ingest(library, Sources([folder], day=LATER))
    assert library.taken_in(library.find("care.txt")) == LATER


def test_bytes_that_newer_readers_read_again_keep_their_day(library: Library) -> None:
    document = Document(DocumentId("a"), "A page", "", "text/plain", "a.txt", text="It heals.")
    arrival = Arrival(("", "a.txt"), b"1", (Entry(0, document, split(document)),))
    Writer(library.store, 1, FIRST).store([arrival], keep_loose=False)
    Writer(library.store, 2, LATER).store([arrival], keep_loose=False)
    assert library.taken_in("a") == FIRST


def test_what_only_moved_keeps_its_day(library: Library, write: Write) -> None:
    def texts(*names: str) -> dict[str, str]:
        records = [{"title": name, "text": f"The {name} tells of rest."} for name in names]
        lines = [json.dumps({**record, "title": "Line"}) for record in records]
        return {"list.json": json.dumps(records), "lines.jsonl": "\n".join(lines), "a.txt": CARE}

    folder = write({**texts("first", "second"), "b.txt": KNEE})
    ingest(library, Sources([str(folder)], day=FIRST))
    kept = {about.id for about in library.abouts() if about.place != "b.txt"}
    (folder / "a.txt").rename(folder / "b.txt")
    write({name: text for name, text in texts("newer", "first", "second").items() if name != "a.txt"})
    ingest(library, Sources([str(folder)], day=LATER))
    assert {about.id for about in library.abouts() if library.taken_in(about.id) == FIRST} == kept
    assert len(library) == len(kept) + 2


def test_days_that_an_older_isthmus_wrote_are_kept(tmp_path: Path, write: Write) -> None:
    old = Library.at(tmp_path / "library")
    ingest(old, Sources([str(write({"care.txt": CARE, "knee.txt": KNEE}))]))
    old.store.run("ALTER TABLE documents DROP COLUMN taken_in")
    old.store.run("UPDATE items SET taken_in = ? WHERE place = 'care.txt'", FIRST.isoformat())
    old.close()
    library = Library.at(tmp_path / "library")
    assert [library.taken_in(about.id) for about in library.abouts()] == [FIRST, None]
    library.close()


def test_where_the_day_of_any_place_is_not_written_down_none_is_told(library: Library, write: Write) -> None:
    ingest(library, Sources([str(write({"care.txt": CARE}))]))
    assert library.taken_in(library.find("care.txt")) is None
    ingest(library, Sources([str(write({"care.txt": CARE, "again.txt": CARE}))], day=LATER))
    assert library.taken_in(library.find("again.txt")) is None
    assert library.taken_in("nothing") is None


def test_a_library_of_an_older_isthmus_is_read_as_it_is_and_goes_on_with_days(tmp_path: Path, write: Write) -> None:
    folder, pages = tmp_path / "library", write({"care.txt": CARE})
    old = Library.at(folder)
    ingest(old, Sources([str(pages)], day=FIRST))
    passages = old.passages_of(old.find("care.txt"))
    for part in ("TABLE history", "TABLE newer", "documents taken_in", "items taken_in", "passages above"):
        table, _, column = part.partition(" ")
        old.store.run(f"DROP {part}" if table == "TABLE" else f"ALTER TABLE {table} DROP COLUMN {column}")
    old.close()
    reading = Library.open(folder)
    assert reading.taken_in(reading.find("care.txt")) is None
    assert (reading.mark(reading.sequence), reading.passages_of(reading.find("care.txt"))) == (None, passages)
    writing = Library.at(folder)
    writing.store.run("UPDATE passages SET above = '[\"Myths\"]'")
    assert {one.above for one in reading.passages_of(reading.find("care.txt"))} == {("Myths",)}
    reading.close()
    ingest(writing, Sources([str(write({"care.txt": CARE, "knee.txt": KNEE}))], day=LATER))
    assert writing.taken_in(writing.find("care.txt")) is None
    assert writing.taken_in(writing.find("knee.txt")) == LATER
    writing.close()


def damage(library: Library, place: str, text: bytes) -> DocumentId:
    key = library.find(place)
    library.store.run("UPDATE documents SET text = ? WHERE id = ?", text, key)
    return key


def test_a_text_that_is_not_what_was_stored_is_not_shown(filled: Library) -> None:
    key = damage(filled, "care.txt", CARE.replace("e", "a").encode())
    assert filled.document(key)  # what cites it holds it against its hash
    with pytest.raises(
        UnusableLibrary, match=f"{key}: The stored text of this document is damaged. Run: isthmus forget {key}"
    ):
        filled.intact(key)
    assert filled.intact(filled.find("more/knee.txt"))
    assert filled.intact("none") is None


def test_a_text_that_is_none_any_more_is_told(filled: Library) -> None:
    key = damage(filled, "care.txt", b"\xff" * len(CARE.encode()))
    for look in (lambda: filled.document(key), lambda: filled.passages_of(key)):
        with pytest.raises(UnusableLibrary, match="The stored text of this document is damaged"):
            look()
