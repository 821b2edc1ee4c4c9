import json
from importlib import import_module
from pathlib import Path

import pytest
from tests.unit.corpus.conftest import CARE, KNEE, Taken, Write

from isthmus.corpus import Library, Report, Sources, entries, ingest, read_library, split
from isthmus.errors import UnreadableFile

MODULE = import_module("isthmus.corpus.ingest")


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.read, report.unchanged, report.copies, report.replaced, len(report.skipped)


def places(library: Library) -> list[str]:
    return [place for about in library.abouts() for place in library.places(about.id)]


def test_what_is_read_once_is_not_read_again(take: Taken, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write({"care.txt": CARE, "knee.txt": KNEE})
    assert counts(take(folder)) == (2, 0, 0, 0, 0)
    monkeypatch.setattr(MODULE, "read", None)
    assert counts(take(folder)) == (0, 2, 0, 0, 0)


def test_the_same_bytes_are_one_document_wherever_they_are_found(library: Library, take: Taken, write: Write) -> None:
    assert counts(take(write({"a.txt": KNEE, "b.txt": KNEE}))) == (1, 0, 1, 0, 0)
    assert counts(take(write({"c.txt": KNEE, "d/e.txt": KNEE}))) == (0, 2, 2, 0, 0)
    assert len(library) == 1
    assert places(library) == ["a.txt", "b.txt", "c.txt", "d/e.txt"]


def test_a_changed_file_takes_the_place_of_the_old_one(library: Library, take: Taken, write: Write) -> None:
    take(write({"care.txt": CARE, "knee.txt": KNEE}))
    before = library.find("care.txt")
    assert counts(take(write({"care.txt": CARE.replace("three", "four")}))) == (1, 1, 0, 1, 0)
    assert library.find("care.txt") != before
    assert library.document(before) is None
    assert len(library) == 2


def test_the_old_document_stays_where_another_place_holds_it(library: Library, take: Taken, write: Write) -> None:
    take(write({"a.txt": CARE, "b.txt": CARE}))
    assert counts(take(write({"a.txt": KNEE}))) == (1, 1, 0, 0, 0)
    assert [(about.place, about.title) for about in library.abouts()] == [
        ("a.txt", "Knee pain"),
        ("b.txt", "Care for a pars defect"),
    ]


def test_what_has_vanished_is_kept(library: Library, take: Taken, write: Write) -> None:
    folder = write({"care.txt": CARE, "knee.txt": KNEE})
    take(folder)
    (folder / "care.txt").unlink()
    assert counts(take(folder)) == (0, 1, 0, 0, 0)
    assert places(library) == ["care.txt", "knee.txt"]


def test_what_can_be_read_no_more_keeps_its_last_good_form(library: Library, take: Taken, write: Write) -> None:
    folder = write({"care.txt": CARE})
    take(folder)
    (folder / "care.txt").write_bytes(b"\x00\x01")
    report = take(folder)
    assert counts(report) == (0, 0, 0, 0, 1)
    assert not report.used
    assert len(library) == 1


def test_equal_names_below_two_folders_are_two_places(library: Library, take: Taken, write: Write) -> None:
    top = write({"one/page.txt": CARE, "two/page.txt": KNEE})
    take(top / "one", top / "two")
    assert len(library) == 2
    assert counts(take(top / "one" / "page.txt")) == (0, 1, 0, 0, 0)


def test_readers_that_have_changed_read_everything_again(
    library: Library, take: Taken, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({"care.txt": CARE, "knee.txt": KNEE})
    take(folder)
    before = library.sequence
    monkeypatch.setattr(MODULE, "MADE_BY", MODULE.MADE_BY + 1)
    monkeypatch.setattr(entries, "split", lambda document, _: split(document)[:1])
    assert counts(take(folder)) == (2, 0, 0, 0, 0)
    assert [len(library.passages_of(about.id)) for about in library.abouts()] == [1, 1]
    assert len(library) == 2
    changed = {change.document for change in library.changes_since(before)}
    assert changed == {library.find("care.txt")}  # the other had one passage before, too


def record(number: int, answer: str) -> str:
    return json.dumps({"id": f"q{number}", "question": f"What is number {number}?", "answer": answer})


def test_each_line_of_a_collection_is_a_document_and_may_move(library: Library, take: Taken, write: Write) -> None:
    lines = [record(number, f"It is the {number}th of the things that are told here.") for number in range(5)]
    assert counts(take(write({"all.jsonl": "\n".join(lines)}))) == (5, 0, 0, 0, 0)
    kept = {about.id for about in library.abouts()}
    moved = ["", record(9, "It came before all the others that are told here."), *lines]
    report = take(write({"all.jsonl": "\n".join(moved)}))
    assert (report.read, report.replaced) == (1, 0)
    assert {about.id for about in library.abouts()} > kept
    assert counts(take(write({"all.jsonl": "\n".join(lines[:3])}))) == (0, 0, 3, 3, 0)
    assert [about.place for about in library.abouts()] == ["all.jsonl#1", "all.jsonl#2", "all.jsonl#3"]


def test_a_collection_that_could_not_be_read_to_its_end_loses_nothing(
    library: Library, take: Taken, write: Write
) -> None:
    lines = [record(number, f"It is the {number}th of the things that are told here.") for number in range(3)]
    take(write({"all.jsonl": "\n".join(lines)}))
    report = take(write({"all.jsonl": "no record at all"}))
    assert len(report.skipped) == 1
    assert len(library) == 3


def test_what_a_page_quotes_stands_on_it(library: Library, take: Taken, shared: Path) -> None:
    take(shared / "pages")
    parts = [about for about in library.abouts() if about.stands_on]
    assert len(parts) > 0
    for about in parts:
        page = library.about(about.stands_on or "")
        assert page is not None
        assert about.place.rpartition("#")[0] == page.place
    for about in library.abouts():
        if not about.stands_on:
            assert library.text(about.id) == (shared / "pages" / about.place).read_bytes()


def test_a_library_among_its_own_pages_does_not_read_itself(tmp_path: Path, write: Write) -> None:
    folder = write({"care.txt": CARE})
    for times in (1, 2):
        library = Library.at(folder)
        (folder / "index").mkdir(exist_ok=True)
        (folder / "index" / "meta.json").write_text("{}", encoding="utf-8")
        report = ingest(library, Sources([str(folder), str(tmp_path), str(folder / "index")]))
        assert report.skipped == ()
        assert (times, len(library)) == (times, 1)
        library.close()


def test_each_place_is_told_as_it_is_done(library: Library, write: Write) -> None:
    told: list[str] = []
    folder = write({"a.txt": CARE, "b.txt": KNEE, "c.png": "x"})
    report = ingest(library, Sources([str(folder)]), told.append)
    assert told == ["a.txt", "b.txt", "c.png"]
    assert [fault.where for fault in report.skipped] == ["c.png"]


def test_ten_thousand_files_of_mixed_quality_cost_a_line_each(library: Library, tmp_path: Path) -> None:
    number = 300  # tests/benchmark/libraries.py does it with ten thousand
    for at in range(number):
        content = [f"Page {at}\n\nIt says {at} things of rest.".encode(), b"\x00\x01", b"caf\xe9", b""][at % 4]
        (tmp_path / f"{at:05}.txt").write_bytes(content)
    report = ingest(library, Sources([str(tmp_path)]))
    assert (report.read, len(report.skipped)) == (number // 4, number - number // 4)
    assert len({fault.where for fault in report.skipped}) == len(report.skipped)


def test_a_folder_of_plain_files_is_read_into_memory(write: Write) -> None:
    folder = write({"b/page.txt": KNEE, "a.txt": CARE, "scan.png": "x"})
    library, skipped = read_library(folder)
    assert library.folder is None
    assert [about.place for about in library.abouts()] == ["a.txt", "b/page.txt"]
    assert [fault.where for fault in skipped] == ["scan.png"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b", "scan.png"]


def test_a_folder_that_holds_a_library_is_opened(tmp_path: Path, write: Write) -> None:
    kept = Library.at(tmp_path / "library")
    ingest(kept, Sources([str(write({"a.txt": CARE}))]))
    kept.close()
    library, skipped = read_library(tmp_path / "library")
    assert (library.folder, len(library), list(skipped)) == (tmp_path / "library", 1, [])
    library.close()


@pytest.mark.parametrize(
    ("name", "what"),
    [("none", "There is no such folder. Check the name."), ("a.txt", "This is a file. Name the folder it is in.")],
)
def test_what_is_no_folder_is_refused(write: Write, name: str, what: str) -> None:
    folder = write({"a.txt": CARE})
    with pytest.raises(UnreadableFile) as caught:
        read_library(folder / name)
    assert str(caught.value) == f"{folder / name}: {what}"
