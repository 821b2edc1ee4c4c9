import inspect
import os
import sys
from pathlib import Path

import pytest

from isthmus.corpus.bounds import Bounds
from isthmus.corpus.gather import Fetched, Item, gather, is_address
from isthmus.errors import Fault, UnreadableFile


def told(*places: Path | str, bounds: Bounds | None = None) -> list[str]:
    """Say what was found: the place of each item, and each fault in full."""
    found = gather([str(place) for place in places], bounds or Bounds())
    return [str(one) if isinstance(one, Fault) else one.place for one in found]


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.html", "c.md", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It heals.", encoding="utf-8")
    assert told(tmp_path) == ["a.txt", "b/a.html", "b/z.txt", "c.md"]
    assert told(tmp_path / "c.md", tmp_path / "b") == ["c.md", "a.html", "z.txt"]


def test_an_item_comes_with_its_bytes_and_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"It heals.")
    assert list(gather([str(tmp_path)])) == [Item("a.txt", b"It heals.", "text/plain")]


def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 150)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("It heals.", encoding="utf-8")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        found = told(tmp_path)
    finally:
        sys.setrecursionlimit(usual)
    assert found == ["d/" * 150 + "a.txt"]


def test_hidden_files_and_links_are_not_read(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("It heals.", encoding="utf-8")
    (tmp_path / ".note.txt").write_text("It heals.", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("/etc/hosts")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert told(tmp_path) == [
        "link.txt: Links are not followed. Put the file itself there.",
        "loop: Links are not followed. Put the file itself there.",
    ]


def test_a_place_that_is_itself_a_link_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It heals.", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert told(tmp_path / "b.txt") == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert told(tmp_path) == ["pipe.txt: This is not a plain file. Remove it."]


def test_a_file_that_turns_into_something_else_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("It heals.", encoding="utf-8")
    open_plainly = os.open
    monkeypatch.setattr(os, "open", lambda *_: open_plainly(tmp_path, os.O_RDONLY))
    assert told(tmp_path) == ["a.txt: This is not a plain file. Remove it."]


def test_a_name_that_no_screen_can_show_is_told_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("It heals.", encoding="utf-8")
    (tmp_path / "c\x1b[31m.txt").write_text("It heals.", encoding="utf-8")
    assert told(tmp_path) == [
        "a?b.txt: The name of this file is not plain text. Rename it.",
        "c?[31m.txt: The name of this file is not plain text. Rename it.",
    ]


def test_a_very_large_file_is_told_without_a_byte_of_it_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(500_000_000)  # a hole: it takes no room
    with (tmp_path / "b.pdf").open("wb") as file:
        file.truncate(500_000_000)
    assert told(tmp_path) == [
        "a.txt: It is larger than 20,000,000 bytes. Split it.",
        "b.pdf: It is larger than 100,000,000 bytes. Split it.",
    ]


def test_a_folder_of_too_many_entries_is_told(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").touch()
    assert told(tmp_path, bounds=Bounds(entries=3)) == [
        f"{tmp_path}: This folder holds more than 3 entries. Make it readable, or split it."
    ]


def test_what_is_not_there_or_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("It heals.", encoding="utf-8")

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert told(tmp_path, tmp_path / "none", "a\0b", "") == [
        "a.txt: It cannot be read. Make it readable.",
        f"{tmp_path}/none: There is no such file or folder. Check the name.",
        "a?b: There is no such file or folder. Check the name.",
        "an empty name: There is no such file or folder. Name one.",
    ]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "z.txt").write_text("It heals.", encoding="utf-8")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert told(tmp_path) == ["locked: This folder cannot be read. Make it readable, or split it.", "z.txt"]


def test_a_kind_that_is_not_read_is_told() -> None:
    assert is_address("HTTPS://example.org")
    assert not is_address("https.txt")


def fetch(address: str) -> Fetched:
    if address.endswith("bad"):
        raise UnreadableFile("It answers with 404 instead of a page.", where=address, remedy="Check the address.")
    return Fetched(b"<p>It heals.</p>", "text/html", "https://example.org/final")


def test_an_address_is_fetched_where_that_is_allowed() -> None:
    found = list(gather(["https://example.org/a", "https://example.org/bad"], fetch=fetch))
    assert found == [
        Item("https://example.org/final", b"<p>It heals.</p>", "text/html", "https://example.org/final"),
        Fault("https://example.org/bad", "It answers with 404 instead of a page.", "Check the address."),
    ]
    assert told("https://example.org/a") == [
        "https://example.org/a: Addresses are not read here. Give a file or a folder."
    ]
