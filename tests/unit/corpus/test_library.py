import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from isthmus.corpus import Document, Library, Passage, library, read_library
from isthmus.errors import Fault, UnreadableFile

Read = tuple[Library, Sequence[Fault]]


def told(found: Read) -> list[str]:
    return [str(fault) for fault in found[1]]


def documents(found: Read) -> list[Document]:
    library, _ = found
    held = (library.document(about.id) for about in library.abouts())
    return [document for document in held if document]


def passages(found: Read) -> list[Passage]:
    library, _ = found
    return [passage for about in library.abouts() for passage in library.passages_of(about.id)]


def test_a_folder_is_read_in_order_with_the_folders_in_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "page.HTML").write_text("<title>Page</title><p>It heals.</p>", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"Title\r\n\r\nIt hurts.")
    found = read_library(tmp_path)
    assert [(document.place, document.title, document.media_type) for document in documents(found)] == [
        ("b/page.HTML", "Page", "text/html"),
        ("c.txt", "Title", "text/plain"),
    ]
    assert documents(found)[1].sha256 == hashlib.sha256(b"Title\r\n\r\nIt hurts.").hexdigest()
    assert [passage.id for passage in passages(found)] == [
        f"{document.id}@{start}" for document, start in zip(documents(found), (0, 9), strict=True)
    ]
    assert told(found) == []


def test_what_a_page_says_of_itself_is_kept(tmp_path: Path) -> None:
    head = "<meta property='og:site_name' content='A clinic'><link rel='canonical' href='https://example.org/a'>"
    (tmp_path / "a.html").write_text(f"{head}<p>It heals.</p>", encoding="utf-8")
    (document,) = documents(read_library(tmp_path))
    assert (document.publisher, document.url, document.year) == ("A clinic", "https://example.org/a", None)


def test_what_cannot_be_used_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name, content in {
        "binary.txt": b"\x00\x01",
        "empty.txt": b" \n",
        "good.txt": b"It heals.",
        "latin.txt": b"caf\xe9",
        "paper.pdf": b"%PDF",
    }.items():
        (tmp_path / name).write_bytes(content)
    found = read_library(tmp_path)
    assert [document.place for document in documents(found)] == ["good.txt"]
    assert told(found) == [
        "binary.txt: This is a binary file. Give its text instead.",
        "empty.txt: There is no text in it. Give a page that holds its text.",
        "latin.txt: It is not UTF-8 text (byte 3). Save it as UTF-8.",
        "paper.pdf: This kind of file is not read. Give one of .htm, .html, .text, .txt.",
    ]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("It heals.", encoding="utf-8")
    (tmp_path / ".note").write_text("It heals.", encoding="utf-8")
    found = read_library(tmp_path)
    assert (documents(found), told(found)) == ([], [])


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("It heals.", encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "folder").symlink_to(outside)
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    found = read_library(inside)
    assert documents(found) == []
    assert told(found) == [
        "file.txt: Links are not followed. Put the file itself there.",
        "folder: Links are not followed. Put the file itself there.",
    ]


def test_a_folder_that_is_itself_a_link_may_be_given(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("It heals.", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert len(documents(read_library(tmp_path / "link"))) == 1


def test_a_file_over_the_limit_is_told_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_MOST_BYTES", 5)
    (tmp_path / "a.txt").write_bytes(b"It heals.")
    assert told(read_library(tmp_path)) == ["a.txt: It is larger than 5 bytes. Split it."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert told(read_library(tmp_path)) == ["pipe.txt: This is not a plain file. Remove it."]


def test_a_name_that_no_screen_can_show_is_told_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("It heals.", encoding="utf-8")
    assert told(read_library(tmp_path)) == ["a?b.txt: The name of this file is not plain text. Rename it."]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    (tmp_path / "a.txt").write_text("It heals.", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert told(read_library(tmp_path)) == ["a.txt: It cannot be read. Make it readable."]


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> str:
    """Lock every folder of this name, even for a user whom no lock stops."""
    name, scan = "locked", os.scandir

    def refuse(folder: Path) -> Any:
        if folder.name == name:
            raise PermissionError
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    return name


def test_a_folder_within_that_cannot_be_read_is_told(tmp_path: Path, locked: str) -> None:
    (tmp_path / locked).mkdir()
    (tmp_path / "a.txt").write_text("It heals.", encoding="utf-8")
    found = read_library(tmp_path)
    assert len(documents(found)) == 1
    assert told(found) == ["locked: This folder cannot be read. Make it readable."]


def test_a_folder_that_cannot_be_read_at_all_is_refused(tmp_path: Path, locked: str) -> None:
    folder = tmp_path / locked
    folder.mkdir()
    (tmp_path / "file.txt").write_text("It heals.", encoding="utf-8")
    for path, what in [
        (folder, "This folder cannot be read. Make it readable."),
        (tmp_path / "none", "There is no such folder. Check the name."),
        (tmp_path / "file.txt", "This is a file. Name the folder it is in."),
    ]:
        with pytest.raises(UnreadableFile) as caught:
            read_library(path)
        assert str(caught.value) == f"{path}: {what}"


def test_real_pages_yield_whole_sentences(shared: Path) -> None:
    found = read_library(shared / "pages")
    assert (len(documents(found)), told(found)) == (4, [])
    for document in documents(found):
        assert document.text.encode() == (shared / "pages" / document.place).read_bytes()
    headings = {passage.heading for passage in passages(found)}
    assert {"First-Line: Conservative Management (3-6 months)", "Third-Line: Surgical Management"} <= headings
    quoted = {sentence.text: sentence.lead_in for passage in passages(found) for sentence in passage.sentences}
    assert quoted["Patient is under 30 years of age"] == "Consider surgery if:"
    assert not [text for text in quoted if "[sc name" in text or "Newsletter" in text or "Step 1" in text]
