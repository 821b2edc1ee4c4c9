"""Whatever happens to the bytes of a file, it becomes readings that hold together, or lines of a report."""

import gzip
import io
import random
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from docx import Document as Word

from isthmus.corpus import Document, DocumentId, split
from isthmus.corpus.bounds import Bounds
from isthmus.corpus.media import media_type_of
from isthmus.corpus.readers import read
from isthmus.corpus.reading import Reading
from isthmus.corpus.unpack import Source, items_of
from isthmus.errors import Fault, IsthmusError

ROUNDS = 120
BOUNDS = Bounds(unsuspected=5_000_000, expanded=5_000_000)

HTML = b"""<!doctype html><html lang=en><head><title>Rest | A clinic</title><meta name=author content="A. Smith">
<script type="application/ld+json">{"@type": "Article", "datePublished": "2020-01-02"}</script></head><body>
<nav><a href=x>Home</a></nav><h1>What?</h1><p>It heals in most.<sup>1</sup> It hurts.</p><ul><li>rest<ol><li>ice</li></ol></li></ul>
<table><tr><td>early</td><td>71%</td></tr></table><pre>as\n typed</pre></body></html>"""
JATS = b"""<?xml version="1.0"?><!DOCTYPE article SYSTEM "x.dtd"><article article-type="research-article"><front><article-meta>
<title-group><article-title>Rest</article-title></title-group><pub-date><year>2019</year></pub-date></article-meta></front>
<body><sec><title>Methods</title><p>We saw 57<xref><sup>1</sup></xref>.<list><list-item><p>rest</p></list-item></list></p></sec>
<table><tr><td>early</td></tr></table></body></article>"""
MARKDOWN = b"---\ntitle: Rest\ndate: 2020-01-01\n---\n# What?\n\nIt heals.\n\n```\ncode\n```\n- rest\n  - ice\n\n> said\n\n<div>x</div>\n"
TEXT = b"Found\n\nIt heals in most of those who rest for some months, as they say.\nRest | A site\n\nIt hurts in most of those who do not rest, as they say.\nPain | B site\n\f\nA  - b  - c. 1, 2\n"
RECORD = b'{"question": "Why \\u00e9?", "answer": "It heals.  - rest", "answers": ["a", {"text": "b"}], "year": 2020, "url": "https://a.b"}'


@cache
def word() -> bytes:
    document, packed = Word(), io.BytesIO()
    document.add_heading("What?", 1)
    document.add_paragraph("It heals.", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "71%"
    document.save(packed)
    return packed.getvalue()


BODY = "word/document.xml"


def words_of_word() -> bytes:
    with zipfile.ZipFile(io.BytesIO(word())) as archive:
        return archive.read(BODY)


def in_word(body: bytes) -> bytes:
    """Put words into a document that is sound: changed from outside, nearly every archive would fail its checks."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, body if name == BODY else old.read(name))
    return packed.getvalue()


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b/c.html", HTML)
    return packed.getvalue()


def tarred() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(TEXT)
        archive.addfile(entry, io.BytesIO(TEXT))
    return packed.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "a.html": lambda: HTML,
    "a.nxml": lambda: JATS,
    "a.md": lambda: MARKDOWN,
    "a.txt": lambda: TEXT,
    "a.jsonl": lambda: RECORD + b"\n" + RECORD,
    "a.json": lambda: b"[" + RECORD + b"]",
    "a.docx": words_of_word,
    "a.zip": zipped,
    "a.tar": tarred,
    "a.tar.gz": lambda: gzip.compress(tarred()),
    "a.jsonl.gz": lambda: gzip.compress(RECORD + b"\n" + RECORD),
}


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Change, take out or repeat some stretches of bytes."""
    changed = bytearray(content)
    for _ in range(dice.choice([1, 1, 2, 5, 20])):
        at = dice.randrange(len(changed) + 1)
        length = dice.choice([1, 3, 30])
        match dice.randrange(4):
            case 0:
                changed[at : at + 1] = dice.choice(b"<>/&;\"'=[]{}()#0 aZ\n").to_bytes()
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[dice.randrange(len(changed) + 1) :][:length]
            case _:
                changed[at : at + 1] = dice.randbytes(1)
    return bytes(changed)


def outcome(name: str, content: bytes) -> Iterator[Reading | Fault]:
    source = Source(name, name, media_type_of(name), len(content), io.BytesIO(content))
    for found in items_of(source, BOUNDS):
        if isinstance(found, Fault):
            yield found
            continue
        try:
            yield from read(found)
        except IsthmusError as error:
            yield from error.faults


def expect_whole(reading: Reading) -> None:
    """See that a reading can be stored, and that every sentence of it stands where it says."""
    told = (reading.title, reading.publisher, reading.url, reading.licence, reading.language, *reading.authors)
    assert all(word.encode() for word in told if word)
    stored = reading.text.encode()
    last = 0
    for start, end in reading.furniture:
        assert last <= start <= end <= len(reading.text)
        last = end
    document = Document(DocumentId("a"), reading.title, "", "", "", text=reading.text)
    for passage in split(document, reading.furniture):
        assert all(stored[s.start : s.end].decode() == s.text for s in passage.sentences)
    for part in reading.parts:
        expect_whole(part)


@pytest.mark.parametrize("name", FILES)
def test_a_file_whose_bytes_were_changed_is_read_or_told_and_never_brings_anything_down(name: str) -> None:
    dice = random.Random(name)  # noqa: S311 - the same changes in every run
    content = FILES[name]()
    wrap = in_word if name == "a.docx" else bytes
    read_well = 0
    for _ in range(ROUNDS // 4 if name == "a.docx" else ROUNDS):
        for found in outcome(name, wrap(mutated(content, dice))):
            if isinstance(found, Fault):
                assert str(found).isprintable()
            else:
                expect_whole(found)
                read_well += 1
    assert read_well > 0
