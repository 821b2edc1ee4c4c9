import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from isthmus.corpus.bounds import Bounds
from isthmus.corpus.media import media_type_of
from isthmus.corpus.unpack import Item, Source, items_of
from isthmus.errors import Fault

ZEROS = b"\0" * 1_000_000


def zipped(entries: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(entries: dict[str, bytes | tarfile.TarInfo], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]  # the mode is a column of a table
        for name, content in entries.items():
            entry = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
            if isinstance(content, bytes):
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
            else:
                archive.addfile(entry)
    return packed.getvalue()


def opened(name: str, content: bytes, bounds: Bounds | None = None) -> list[Item | Fault]:
    source = Source(name, name, media_type_of(name), len(content), io.BytesIO(content))
    return list(items_of(source, bounds or Bounds()))


def told(name: str, content: bytes, bounds: Bounds | None = None) -> list[str]:
    return [str(one) if isinstance(one, Fault) else one.place for one in opened(name, content, bounds)]


PAGES = {"b/page.html": b"<p>It heals.</p>", "a.txt": b"It hurts."}


@pytest.mark.parametrize(
    ("name", "content"),
    [("p.zip", zipped(PAGES)), ("p.tar", tarred({**PAGES})), ("p.tar.gz", tarred({**PAGES}, "w:gz"))],
)
def test_the_entries_of_an_archive_are_items_with_places_within_it(name: str, content: bytes) -> None:
    found = sorted(opened(name, content), key=str)
    assert found == [
        Item(f"{name}/a.txt", b"It hurts.", "text/plain"),
        Item(f"{name}/b/page.html", b"<p>It heals.</p>", "text/html"),
    ]


def test_a_packed_file_is_the_file_it_holds() -> None:
    assert opened("a.txt.gz", gzip.compress(b"It heals.")) == [Item("a.txt.gz", b"It heals.", "text/plain")]
    assert told("a.gz", gzip.compress(b"It heals."))[0].startswith("a.gz: This kind of file is not read.")
    assert told("a.gz.gz", gzip.compress(b"It heals."))[0].startswith("a.gz.gz: This kind of file is not read.")


def test_archives_within_archives_are_opened_to_a_depth() -> None:
    content = zipped(PAGES)
    for name in ("c.zip", "b.zip", "a.zip"):
        content = zipped({name: content})
    assert told("p.zip", zipped({"c.zip": zipped(PAGES)})) == ["p.zip/c.zip/a.txt", "p.zip/c.zip/b/page.html"]
    assert told("p.zip", content) == [
        "p.zip/a.zip/b.zip/c.zip: It lies more than 3 archives deep. Unpack the outer ones."
    ]
    assert told("p.tar.gz", tarred({"c.zip": zipped(PAGES)}, "w:gz"))[0] == "p.tar.gz/c.zip/a.txt"


def test_the_lines_of_a_collection_are_items_however_long_it_is() -> None:
    lines = b'\n{"a": 1}\r\n\n  {"b": 2}  \n{"c": 3}'
    assert [(item.place, item.content) for item in opened("q.jsonl", lines) if isinstance(item, Item)] == [
        ("q.jsonl#2", b'{"a": 1}'),
        ("q.jsonl#4", b'{"b": 2}'),
        ("q.jsonl#5", b'{"c": 3}'),
    ]
    assert len(opened("q.jsonl.gz", gzip.compress(b'{"a": 1}\n' * 5000), Bounds(text=100))) == 5000


def test_a_line_that_is_too_long_is_told_and_the_next_is_read() -> None:
    lines = b'{"a": 1}\n{"b": "' + b"x" * 100 + b'"}\n{"c": 3}\n' + b"y" * 100
    assert told("q.jsonl", lines, Bounds(line=20)) == [
        "q.jsonl#1",
        "q.jsonl#2: This line is longer than 20 bytes. Split it.",
        "q.jsonl#3",
        "q.jsonl#4: This line is longer than 20 bytes. Split it.",
    ]


def test_a_collection_that_ends_within_a_record_is_told_and_not_read_further() -> None:
    assert told("q.jsonl", b'{"a": 1}\n{"b": "It hea') == [
        "q.jsonl#1",
        "q.jsonl: Its last line is cut off, so it was not read to its end. Save it again, whole.",
    ]


def test_what_only_bears_the_name_of_a_collection_is_told_once() -> None:
    assert told("q.jsonl", b"It heals.\n" * 1000) == [
        "q.jsonl: It is not a collection: its first line is no JSON object. Mend it."
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.zip", zipped({f"{number}.txt": ZEROS for number in range(40)})),
        ("bomb.tar.gz", tarred({f"{number}.txt": ZEROS for number in range(40)}, "w:gz")),
        ("bomb.txt.gz", gzip.compress(ZEROS * 40)),
        ("bomb.jsonl.gz", gzip.compress((b"{" + b" " * 999 + b"\n") * 40_000)),
        ("bomb.zip", zipped({"inner.zip": zipped({f"{number}.txt": ZEROS for number in range(40)})})),
    ],
)
def test_a_bomb_is_never_expanded_beyond_the_bound(name: str, content: bytes) -> None:
    bounds = Bounds(unsuspected=5_000_000, ratio=10, text=50_000_000)
    *found, last = opened(name, content, bounds)
    assert str(last) == (
        f"{name}: It expands far beyond its own size, so the rest of it was not read. "
        "Unpack it yourself and look what it holds."
    )
    assert sum(len(item.content) for item in found if isinstance(item, Item)) <= bounds.unsuspected


def test_an_entry_that_declares_too_much_is_not_expanded_at_all() -> None:
    content = zipped({"a.txt": ZEROS * 3, "b.txt": b"It heals."})
    assert told("p.zip", content, Bounds(text=2_000_000)) == [
        "p.zip/a.txt: It is larger than 2,000,000 bytes. Split it.",
        "p.zip/b.txt",
    ]


def test_an_inner_archive_that_memory_cannot_hold_is_not_opened() -> None:
    inner = zipped({"a.txt": bytes(range(256)) * 40})
    assert "expands far beyond" in told("p.zip", zipped({"c.zip": inner}), Bounds(archive=100))[0]


def test_an_archive_of_too_many_entries_is_told() -> None:
    entries = {f"{number}.txt": b"It heals." for number in range(5)}
    said = "It holds more than 3 entries. Split it."
    assert told("p.zip", zipped(entries), Bounds(entries=3)) == [f"p.zip: {said}"]
    assert told("p.tar", tarred({**entries}), Bounds(entries=3))[-1] == f"p.tar: {said}"


def test_links_and_devices_in_an_archive_are_told() -> None:
    link, device, folder = tarfile.TarInfo("link.txt"), tarfile.TarInfo("device.txt"), tarfile.TarInfo("folder")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device.type, folder.type = tarfile.CHRTYPE, tarfile.DIRTYPE
    content = tarred({"link": link, "device": device, "folder": folder, "a.txt": b"It heals."})
    assert told("p.tar", content) == [
        "p.tar/link.txt: Links are not followed. Put the file itself there.",
        "p.tar/device.txt: This is not a plain file. Remove it.",
        "p.tar/a.txt",
    ]


@pytest.mark.parametrize("name", ["../../a.txt", "/etc/a.txt", "b/../a.txt", "..\\a.txt", "a\nb.txt"])
def test_an_entry_with_a_name_that_leads_out_is_told(name: str) -> None:
    (said,) = told("p.tar", tarred({name: b"It heals."}))
    assert said.endswith("The name of this entry is not the plain name of a file. Rename it.")
    assert "\n" not in said


@pytest.mark.parametrize(("name", "pack"), [("p.zip", zipped), ("p.tar", tarred)])
def test_of_two_entries_with_one_name_the_first_is_read_and_the_other_is_told(
    name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    found = told(name, pack({"b/a.txt": b"It heals.", "b\\a.txt": b"It hurts.", "c.txt": b"It rests."}))
    place = f"{name}/b/a.txt"
    assert found == [
        place,
        f"{place}: Another entry before it has this name. Rename one of them.",
        f"{name}/c.txt",
    ]


def test_what_systems_add_to_archives_is_passed_over() -> None:
    content = zipped({"__MACOSX/a.txt": b"x", ".git/a.txt": b"x", "b/.DS_Store": b"x", "c.txt": b"It heals."})
    assert told("p.zip", content) == ["p.zip/c.txt"]


def damaged() -> bytes:
    content = bytearray(zipped({"a.txt": b"It heals. " * 100, "b.txt": b"It hurts."}))
    content[40] ^= 0xFF
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("p.zip", b"not a zip", "p.zip: It is damaged or not what its name says, so no more of it was read."),
        ("p.zip", b"", "p.zip: It is damaged or not what its name says, so no more of it was read."),
        ("p.tar", b"x" * 2000, "p.tar: It is damaged or not what its name says, so no more of it was read."),
        ("p.txt.gz", b"not gzip", "p.txt.gz: It cannot be read."),
        ("p.tar.gz", gzip.compress(b"x" * 2000, mtime=0)[:-9], "p.tar.gz: It is damaged or not what its name says"),
        (
            "p.jsonl.gz",
            gzip.compress(b'{"a": 1}\n' * 9, mtime=0)[:-9],
            "p.jsonl.gz: It is damaged or not what its name says",
        ),
        ("p.zip", damaged(), "p.zip/a.txt: It cannot be read."),
    ],
)
def test_a_damaged_archive_is_one_line_and_the_rest_goes_on(name: str, content: bytes, said: str) -> None:
    found = told(name, content)
    assert found[0].startswith(said) or found[-1].startswith(said)
    if b"b.txt" in content:
        assert "p.zip/b.txt" in found


def test_a_locked_entry_is_told() -> None:
    content = bytearray(zipped({"a.txt": b"It heals."}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1  # the flag of a locked entry
    assert told("p.zip", bytes(content)) == [
        "p.zip/a.txt: It is locked with a password. Unlock it, or unpack it yourself."
    ]


def test_an_entry_packed_in_a_way_whose_bounds_do_not_hold_is_told_and_not_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.txt", "Rest." * 1_000)
    assert told("a.zip", packed.getvalue()) == [
        "a.zip/a.txt: It is packed in a way that is not unpacked here. Pack it again as a usual ZIP file."
    ]
