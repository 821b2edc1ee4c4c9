import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call

from isthmus.corpus import Library
from isthmus.corpus.store import Store
from isthmus.errors import UnusableLibrary
from isthmus.search import PassageIndex, Query

BODY = " ".join(
    f"In week {number} the load grows by a tenth of what was borne on day {number}." for number in range(40)
)
PAGES = {"a.txt": f"First\n\n{BODY}", "b.txt": f"Second\n\nReprinted with leave in 2024.\n\n{BODY}"}


@pytest.fixture
def library(call: Call, tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    call("ingest", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--library", str(tmp_path / "library"))
    return tmp_path / "library"


def ids(call: Call, library: Path) -> dict[str, str]:
    return {s["places"][0]: s["id"] for s in json.loads(call("sources", "--json", "--library", str(library)).out)}


def test_what_is_forgotten_is_named_with_its_place_and_its_copies_are_told(call: Call, library: Path) -> None:
    known = ids(call, library)
    told = call("forget", "a.txt", "--library", str(library))
    assert told.code == 0
    assert told.out == f"Forgotten: First ({known['a.txt']}), found at a.txt.\n"
    copy = known["b.txt"]
    assert told.err == f"{known['a.txt']}: A copy is kept. To forget it too, run: isthmus forget {copy}\n"
    assert list(ids(call, library)) == ["b.txt"]


def test_nothing_is_forgotten_where_one_name_is_wrong(call: Call, library: Path) -> None:
    told = call("forget", "a.txt", "none.txt", "--library", str(library))
    assert (told.code, told.out) == (2, "")
    assert len(ids(call, library)) == 2


def test_the_index_goes_too(call: Call, library: Path) -> None:
    with closing(Library.open(library)) as kept:
        index = PassageIndex.over(kept)
        assert index.rank(Query(((("load",),),)), 1)
        before = set((library / "index").glob("words-*"))
        call("forget", "a.txt", "b.txt", "--library", str(library))
        assert not any(b"load" in path.read_bytes() for path in library.rglob("*") if path.is_file())
        assert before.isdisjoint((library / "index").iterdir())  # its files are packed, so no byte of it may stay
        index.keep_up()
        assert index.rank(Query(((("load",),),)), 1) == []


def test_the_page_that_quotes_what_was_forgotten_is_told(call: Call, tmp_path: Path, shared: Path) -> None:
    library = str(tmp_path / "library")
    call("ingest", str(shared / "pages"), "--library", library)
    sources = json.loads(call("sources", "--json", "--library", library).out)
    quoted = next(source for source in sources if source["stands_on"])
    told = call("forget", quoted["id"], "--library", library)
    page = quoted["stands_on"]
    assert f"The page that quotes it is kept. To forget it too, run: isthmus forget {page}" in told.err
    assert len(call("forget", page, "--library", library).out.splitlines()) > 1


def test_a_folder_that_holds_no_library_is_told(call: Call, tmp_path: Path) -> None:
    told = call("forget", "a.txt", "--library", str(tmp_path))
    assert told.code == 2
    assert told.err == (f"{tmp_path}: There is no library here. Make one: isthmus ingest PLACE --library {tmp_path}\n")


def test_the_same_command_says_that_it_has_wiped_what_was_forgotten_before(call: Call, library: Path) -> None:
    call("forget", "a.txt", "--library", str(library))
    with closing(sqlite3.connect(library / "library.sqlite", isolation_level=None)) as file:
        file.execute("UPDATE clock SET unwiped = 1")  # as where it was stopped before the end
    assert "not wiped from the disk yet" in " ".join(call("sources", "--library", str(library)).out.split())
    told = call("forget", "a.txt", "--library", str(library))
    assert told.code == 0
    assert told.out.startswith("What was forgotten before is wiped now; nothing else was forgotten. a.txt: No document")
    assert call("forget", "a.txt", "--library", str(library)).code == 2
    assert "not wiped" not in call("sources", "--library", str(library)).out


def test_what_could_not_be_wiped_is_said_to_be_out_of_every_answer(
    call: Call, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store) -> None:
        raise UnusableLibrary("It could not be wiped.", where=str(store.folder), remedy="Make room.")

    monkeypatch.setattr(Store, "wipe", full)
    told = call("forget", "a.txt", "--library", str(library))
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("Out of every answer: a.txt.\n")
    assert list(ids(call, library)) == ["b.txt"]
    locked = call("forget", "b.txt", "--library", str(library))
    assert (locked.code, "Out of every answer" in locked.err) == (2, False)
