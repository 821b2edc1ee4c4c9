import json
import os
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from tests.unit.corpus.conftest import CARE, KNEE, Taken, Write

from isthmus.corpus import Library, Report, Sources, correct, entries, ingest, read_library, split
from isthmus.corpus.bounds import Bounds
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


def test_what_was_renamed_or_moved_is_one_document_at_its_new_place_and_keeps_what_was_put_right(
    library: Library, take: Taken, write: Write
) -> None:
    folder = write({"care.txt": "Rest helps most people who have it.", "knee.txt": KNEE})
    take(folder)
    correct(library, library.find("care.txt"), {"publisher": "A clinic"})
    (folder / "later").mkdir()
    for old, new, title in (
        ("care.txt", "rest.txt", "rest"),
        ("rest.txt", "later/rest.txt", "rest"),
        ("later/rest.txt", "later/brace.md", "brace"),
    ):
        (folder / old).rename(folder / new)
        report = take(folder)
        assert (counts(report), report.moved) == ((0, 1, 0, 0, 0), 1)
        assert sorted(places(library)) == sorted(["knee.txt", new])
        assert [(about.title, about.publisher) for about in library.abouts() if about.publisher] == [
            (title, "A clinic")
        ]
        assert counts(take(folder)) == (0, 2, 0, 0, 0)


def test_a_folder_that_was_renamed_is_the_same_files(library: Library, take: Taken, write: Write) -> None:
    folder = write({"all.jsonl": record(1, "It heals."), "one/care.txt": CARE, "one/same.txt": CARE})
    take(folder)
    report = take(folder.rename(folder.with_name("renamed")))
    assert (counts(report), report.moved) == ((0, 0, 0, 0, 0), 3)
    assert sorted(places(library)) == ["all.jsonl#1", "one/care.txt", "one/same.txt"]


@pytest.mark.parametrize("at_once", [1, 256])
def test_files_that_were_renumbered_keep_what_was_put_right(
    library: Library, take: Taken, write: Write, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(MODULE, "_AT_ONCE", at_once)
    texts = [f"The number {number} of the leaflets tells of rest." for number in range(5)]
    take(write({f"{at}.txt": text for at, text in enumerate(texts)}))
    for at in range(5):
        correct(library, library.find(f"{at}.txt"), {"publisher": f"Press {at}"})

    def presses() -> list[tuple[str, str | None]]:
        return [(about.place, about.publisher) for about in library.abouts()]

    shifted = write({f"{at}.txt": text for at, text in enumerate(["A leaflet that is new tells of braces.", *texts])})
    take(shifted)
    assert presses() == [("0.txt", None), *((f"{at + 1}.txt", f"Press {at}") for at in range(5))]
    (shifted / "5.txt").unlink()
    take(write({f"{at}.txt": text for at, text in enumerate(texts)}))
    assert presses() == [(f"{at}.txt", f"Press {at}") for at in range(5)]


def test_a_copy_of_what_still_stands_where_it_was_is_at_both_places(
    library: Library, take: Taken, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("care.txt", CARE)
    take(tmp_path)
    (tmp_path / "care.txt").write_text(CARE, encoding="utf-8")
    report = take(tmp_path)
    assert (counts(report), report.moved) == ((0, 1, 1, 0, 0), 0)
    assert places(library) == ["care.txt", "pack.zip/care.txt"]


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
    monkeypatch.setattr(entries, "split", lambda document, *_: split(document)[:1])
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
    for broken in ("no record at all", "", "\n \n"):
        report = take(write({"all.jsonl": broken}))
        assert (len(report.skipped), len(library)) == (1, 3)


def test_a_collection_whose_last_line_is_cut_off_loses_nothing(library: Library, take: Taken, write: Write) -> None:
    text = "\n".join(record(number, f"It is the {number}th of the things that are told here.") for number in range(5))
    take(write({"all.jsonl": text}))
    right = library.find("all.jsonl#5")
    correct(library, right, {"publisher": "A clinic"})
    report = take(write({"all.jsonl": text[: len(text) // 2]}))
    assert [str(fault) for fault in report.skipped] == [
        "all.jsonl: Its last line is cut off, so it was not read to its end. Save it again, whole."
    ]
    assert counts(take(write({"all.jsonl": text}))) == (0, 5, 0, 0, 0)
    assert [about.id for about in library.abouts() if about.publisher] == [right]


def test_a_sign_for_a_number_in_a_name_makes_no_collection(take: Taken, write: Write) -> None:
    folder = write({"Case #notes/care.txt": CARE, "Case #notes/knee.txt": KNEE})
    (folder / "Case #notes" / "photo.png").write_bytes(b"x")
    assert counts(take(folder)) == (2, 0, 0, 0, 1)
    assert counts(take(folder)) == (0, 2, 0, 0, 1)


def test_a_line_that_can_be_read_no_more_keeps_its_last_good_form(library: Library, take: Taken, write: Write) -> None:
    lines = [record(number, f"It is the {number}th of the things that are told here.") for number in range(3)]
    take(write({"all.jsonl": "\n".join(lines)}))
    folder = write({"all.jsonl": "\n".join([lines[0], "x" * 300])})
    report = ingest(library, Sources([str(folder)], Bounds(line=200)))
    assert ([fault.where for fault in report.skipped], report.replaced) == (["all.jsonl#2"], 1)


def test_a_collection_in_an_archive_that_could_not_be_read_to_its_end_loses_nothing(
    library: Library, take: Taken, tmp_path: Path
) -> None:
    lines = [record(number, f"It is the {number}th of the things that are told here.") for number in range(400)]
    packed = tmp_path / "pack.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("all.jsonl", "\n".join(lines))
    take(packed)
    bounds = Bounds(expanded=10_000)
    report = ingest(library, Sources([str(packed)], bounds))
    assert ([fault.where for fault in report.skipped], report.replaced) == (["pack.zip"], 0)
    assert len(library) == len(lines)


def test_what_was_put_right_of_a_line_moves_with_it(library: Library, take: Taken, write: Write) -> None:
    lines = [record(number, f"It is the {number}th of the things that are told here.") for number in range(3)]
    take(write({"all.jsonl": "\n".join(lines)}))
    right = library.find("all.jsonl#1")
    correct(library, right, {"publisher": "A clinic"})
    before = [record(9, "It came before all the others that are told here."), *lines]
    take(write({"all.jsonl": "\n".join(before)}))
    assert [about.id for about in library.abouts() if about.publisher] == [right]
    edited = [before[0], record(0, "It is the first, and told in other words now."), *before[2:]]
    take(write({"all.jsonl": "\n".join(edited)}))
    assert [about.place for about in library.abouts() if about.publisher] == ["all.jsonl#2"]
    take(write({"all.jsonl": "\n".join([edited[0], *edited[2:]])}))
    assert [about.place for about in library.abouts() if about.publisher] == []


@pytest.mark.parametrize("text", [CARE, record(1, CARE)], ids=["file", "collection"])
def test_a_file_is_one_place_from_whichever_folder_it_is_named(
    library: Library, take: Taken, write: Write, text: str
) -> None:
    name = "leaflets/care.jsonl" if text.startswith("{") else "leaflets/care.txt"
    folder = write({name: text, "knee.txt": KNEE})
    take(folder)
    before = sorted(places(library))
    write({name: text.replace("rest", "sport")})
    report = take(folder / "leaflets")
    assert (report.read, report.replaced, sorted(places(library))) == (1, 1, before)
    assert counts(take(folder, folder / "leaflets", folder / name)) == (0, 4, 0, 0, 0)


def test_two_folders_that_are_named_at_once_hold_a_file_once(library: Library, take: Taken, write: Write) -> None:
    folder = write({"leaflets/care.txt": CARE, "knee.txt": KNEE})
    take(folder / "leaflets", folder)
    assert places(library) == ["care.txt", "knee.txt"]
    write({"leaflets/hip.txt": "A hip that hurts at night is seen by a doctor."})
    take(folder / "leaflets", folder)
    assert places(library) == ["care.txt", "hip.txt", "knee.txt"]


def test_a_folder_need_not_have_a_name_in_utf_8(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    try:
        folder.mkdir()
    except OSError as error:
        pytest.skip(f"folders have names in UTF-8 here: {error.strerror}")
    (folder / "care.txt").write_text(CARE, encoding="utf-8")
    with_library = Library.at(folder)
    assert ingest(with_library, Sources([str(folder)])).read == 1
    assert counts(ingest(with_library, Sources([str(folder)]))) == (0, 1, 0, 0, 0)


def test_a_name_that_no_file_can_have_is_told_in_one_line(library: Library) -> None:
    report = ingest(library, Sources(["a" * 5000]))
    assert [fault.what for fault in report.skipped] == ["There is no such file or folder."]


def listed(*answers: str | None) -> str:
    told = [
        {"question": f"What is number {number}?", "answer": answer}
        for number, answer in enumerate(answers)
        if answer != ""
    ]
    return json.dumps(told)


def test_one_bad_record_of_a_list_is_told_each_time_and_the_others_are_read(
    library: Library, take: Taken, write: Write
) -> None:
    folder = write({"faq.json": listed("It heals with rest.", None, "It is told by a scan.")})
    for expected in ((2, 0, 0, 0, 1), (0, 1, 0, 0, 1)):
        report = take(folder)
        assert (counts(report), [fault.where for fault in report.skipped]) == (expected, ["faq.json#2"])
        assert [about.place for about in library.abouts()] == ["faq.json#1", "faq.json#3"]


def test_a_record_of_a_list_that_can_be_read_no_more_keeps_its_last_good_form(
    library: Library, take: Taken, write: Write
) -> None:
    take(write({"faq.json": listed("It heals with rest.", "It hurts in arching.", "It is told by a scan.")}))
    right = library.find("faq.json#2")
    correct(library, right, {"publisher": "A clinic"})
    report = take(write({"faq.json": listed("It heals with time.", None, "It is told by a scan.")}))
    assert (report.replaced, len(report.skipped), library.find("faq.json#2")) == (1, 1, right)
    take(write({"faq.json": listed("It heals with time.", "It hurts in arching.", "It is told by a scan.")}))
    assert [(about.place, about.publisher) for about in library.abouts()] == [
        ("faq.json#1", None),
        ("faq.json#2", "A clinic"),
        ("faq.json#3", None),
    ]


def test_what_was_put_right_of_a_record_stays_when_it_is_edited_and_when_others_come(
    library: Library, take: Taken, write: Write
) -> None:
    take(write({"faq.json": listed("It heals with rest.")}))
    correct(library, library.find("faq.json"), {"publisher": "A clinic"})
    for answers in (("It heals with rest.", "It hurts."), ("It heals with time.", "It hurts."), ("It heals at last.",)):
        take(write({"faq.json": listed(*answers)}))
        assert [about.title for about in library.abouts() if about.publisher] == ["What is number 0?"]


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
        words = folder / "index" / "words-1"
        words.mkdir(parents=True, exist_ok=True)
        (words / "meta.json").write_text("{}", encoding="utf-8")
        (folder / "index" / "knee.txt").write_text(KNEE, encoding="utf-8")
        report = ingest(library, Sources([str(folder), str(tmp_path), str(words)]))
        assert report.skipped == ()
        assert (times, places(library)) == (times, ["care.txt", "index/knee.txt"])
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
