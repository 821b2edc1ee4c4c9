import os
import resource
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from isthmus.corpus.own_files import LIBRARY_FILE as FILE
from isthmus.corpus.store import Store, holds_library
from isthmus.errors import UnusableLibrary


def refused(folder: Path) -> list[str]:
    """Say how a folder is refused, by a reader and by a writer."""
    told = []
    for way in (Store.to_read, Store.to_write):
        with pytest.raises(UnusableLibrary) as caught:
            way(folder)
        told.append(str(caught.value))
    return told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Store.to_write(tmp_path / "library").close()
    return tmp_path / "library"


def change(folder: Path, sql: str) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_library_is_begun_and_found_again(folder: Path) -> None:
    assert holds_library(folder)
    store = Store.to_read(folder)
    assert store.rows("SELECT changes FROM clock") == [(0,)]
    store.close()


def test_a_newer_library_is_refused_with_what_to_do(folder: Path) -> None:
    change(folder, "PRAGMA user_version = 7")
    for told in refused(folder):
        assert told == (
            f"{folder / FILE}: This library was made by a newer isthmus (its version is 7; 1 is read here). "
            "Install the newer isthmus, or ingest again elsewhere."
        )


def test_a_file_of_another_program_is_refused_and_left_as_it_is(folder: Path) -> None:
    change(folder, "PRAGMA application_id = 1")
    before = (folder / FILE).read_bytes()
    for told in refused(folder):
        assert told == f"{folder / FILE}: This file was not made by isthmus. Move it away, or name another folder."
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all, only some words that somebody wrote" * 40, b"SQLite format 3\0" * 200]
)
def test_what_is_damaged_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    for told in refused(tmp_path):
        assert told == f"{tmp_path}: The library is damaged, or is not one. Move it away and ingest again."


def test_an_empty_file_that_a_killed_program_left_is_no_library_yet(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    assert not holds_library(tmp_path)
    Store.to_write(tmp_path).close()
    assert holds_library(tmp_path)


def test_a_second_writer_is_told_and_a_reader_is_not_kept_out(folder: Path) -> None:
    writer = Store.to_write(folder)
    with pytest.raises(UnusableLibrary) as caught:
        Store.to_write(folder)
    assert str(caught.value) == (
        f"{folder}: Another program is changing this library. Wait until it is done, then try again."
    )
    reader = Store.to_read(folder)
    with writer.changing():
        writer.run("UPDATE clock SET changes = 5")
        assert reader.number("SELECT changes FROM clock") == 0
    assert reader.number("SELECT changes FROM clock") == 5
    reader.close()
    writer.close()
    Store.to_write(folder).close()


def test_a_change_that_fails_leaves_nothing_behind(folder: Path) -> None:
    store = Store.to_write(folder)
    with pytest.raises(sqlite3.OperationalError), store.changing():
        store.run_each("UPDATE clock SET changes = changes + json(?)", [("5",), ("no number",)])
    assert store.number("SELECT changes FROM clock") == 0
    store.close()


def test_a_full_disk_is_told_and_what_was_stored_is_safe(folder: Path) -> None:
    store = Store.to_write(folder)
    store.run("PRAGMA max_page_count = 1")
    with pytest.raises(UnusableLibrary) as caught, store.changing():
        store.run_each("INSERT INTO forgotten VALUES (?, ?)", [(number, str(number) * 1000) for number in range(200)])
    assert (
        str(caught.value) == f"{folder}: The disk is full; what was stored before is safe. Make room, then try again."
    )
    assert store.rows("SELECT count(*) FROM forgotten") == [(0,)]
    assert store.rows("PRAGMA integrity_check") == [("ok",)]
    store.close()


def test_a_disk_without_room_holds_up_the_wiping_and_that_is_told(folder: Path) -> None:
    store = Store.to_write(folder)
    with store.changing():
        store.run_each("INSERT INTO forgotten VALUES (?, ?)", [(number, str(number) * 1000) for number in range(200)])
        store.run("UPDATE clock SET unwiped = 1")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(UnusableLibrary) as caught:
            store.wipe()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(caught.value) == (
        f"{folder}: What was deleted could not be wiped yet, because there is no room on its disk. "
        "Make room: the next ingest or forget wipes it."
    )
    store.close()
    reopened = Store.to_write(folder)
    assert reopened.number("SELECT unwiped FROM clock") == 0
    reopened.close()


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file be written, as where the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_library_on_a_full_disk_can_be_read_and_what_comes_later_is_seen(folder: Path) -> None:
    with no_room():
        store = Store.to_read(folder)
        assert store.number("SELECT changes FROM clock") == 0
    change(folder, "UPDATE clock SET changes = 5")
    assert store.number("SELECT changes FROM clock") == 5
    store.close()


def test_a_library_of_which_a_part_stands_beside_it_is_not_read_by_half(folder: Path) -> None:
    writer, reader = Store.to_write(folder), Store.to_read(folder)
    writer.run("UPDATE clock SET changes = 5")
    for name in ("full", "locked"):
        shutil.copytree(folder, folder.parent / name, ignore=shutil.ignore_patterns("*-shm"))
    with no_room(), pytest.raises(UnusableLibrary, match="Its disk failed to read or write. See that there is room"):
        Store.to_read(folder.parent / "full")
    locked = no_leave(folder.parent / "locked")
    with locked, pytest.raises(UnusableLibrary, match="It cannot be written. Make it writable"):
        Store.to_read(folder.parent / "locked")
    for store in (reader, writer):
        store.close()
    copy = Store.to_read(folder.parent / "full")
    assert copy.number("SELECT changes FROM clock") == 5
    copy.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableLibrary, match="It cannot be written. Make it writable, or name another folder."):
        Store.to_write(tmp_path / "file" / "library")


@contextmanager
def no_leave(folder: Path) -> Iterator[None]:
    """Let whoever runs this read a folder and not write to it; the superuser does so as somebody else."""
    own = os.geteuid()
    for above in (folder, *folder.parents):
        above.chmod(0o755)
        if above.name.startswith("pytest-of-"):
            break
    if own == 0:
        os.seteuid(65534)
    else:
        folder.chmod(0o555)
    try:
        yield
    finally:
        os.seteuid(own)
        folder.chmod(0o755)


@pytest.fixture
def locked(folder: Path) -> Iterator[Path]:
    with no_leave(folder):
        yield folder


def test_a_library_that_cannot_be_written_is_told_and_can_be_read(locked: Path) -> None:
    with pytest.raises(UnusableLibrary) as caught:
        Store.to_write(locked)
    assert str(caught.value) == f"{locked}: It cannot be written. Make it writable, or name another folder."
    store = Store.to_read(locked)
    assert store.number("SELECT changes FROM clock") == 0
    store.close()


def test_a_fault_of_ours_is_not_dressed_up(folder: Path) -> None:
    store = Store.to_read(folder)
    with pytest.raises(sqlite3.OperationalError):
        store.rows("SELECT nothing FROM nowhere")
    store.close()
