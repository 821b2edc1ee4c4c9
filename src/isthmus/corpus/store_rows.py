"""How documents and passages are written into the rows of a library's file, and read from them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import cast

from isthmus.corpus.document import About, DocumentId, Passage, PassageId, Sentence
from isthmus.corpus.store import Row
from isthmus.errors import UnusableLibrary

__all__ = ["damaged", "pack_about", "pack_passage", "unpack_about", "unpack_passage"]

_TOLD = {field.name: field.default for field in fields(About) if field.name not in {"id", "place", "group"}}


def damaged(document: str) -> UnusableLibrary:
    """Say that the stored text of a document is not what it was when it was stored."""
    remedy = f"Run: isthmus forget {document}, then ingest it again."
    return UnusableLibrary("The stored text of this document is damaged.", where=document, remedy=remedy)


def pack_about(about: About) -> str:
    """Write what a reader found of a document as JSON, less what it did not find."""
    told = {name: getattr(about, name) for name in _TOLD}
    return _json({name: value for name, value in told.items() if value != _TOLD[name]})


def unpack_about(key: str, told: str, corrected: str, *, place: str, group: str) -> About:
    """Read what is known of a document; what somebody put right goes before what its reader found."""
    known: dict[str, object] = json.loads(told) | json.loads(corrected)
    authors = cast("list[str]", known.pop("authors", ()))
    known |= {"id": DocumentId(key), "authors": tuple(authors), "place": place, "group": group}
    return About(**cast("Mapping[str, str]", known))  # type: ignore[arg-type]  # written by `pack_about` and `correct`


def pack_passage(passage: Passage) -> Row:
    """Write a passage without its words, which stand in the text."""
    lead_ins: dict[str, int] = {}
    marks: list[int] = []
    at = passage.start
    for sentence in passage.sentences:
        lead = lead_ins.setdefault(sentence.lead_in, len(lead_ins) + 1) if sentence.lead_in is not None else 0
        marks += (sentence.start - at, sentence.end - sentence.start, lead)
        at = sentence.end
    lists = [_json(list(lines)) if lines else None for lines in (lead_ins, passage.above)]
    return passage.start, passage.end, passage.heading, _json_of_numbers(marks), *lists


def unpack_passage(document: DocumentId, row: Row, words: bytes) -> Passage:
    """Read a passage.

    Args:
        document: The document it lies in.
        row: Its first and last byte, heading, sentences, lead-ins and what is above, as `pack_passage` writes them.
        words: Its bytes of the text.

    Raises:
        UnusableLibrary: They are not what was stored, since they are no text.
    """
    try:
        said = words.decode()
    except UnicodeDecodeError as error:
        raise damaged(document) from error
    start, end, heading, marks, lead_ins, above = cast("tuple[int, int, str | None, str, str | None, str | None]", row)
    leads: list[str | None] = [None, *(_read(lead_ins) if lead_ins else ())]
    at, sentences = 0, []
    for gap, length, lead in zip(*[iter(_read(marks))] * 3, strict=True):
        first = at + gap
        at = first + length
        sentences.append(Sentence(document, start + first, start + at, words[first:at].decode(), leads[lead]))
    key, outer = PassageId(f"{document}@{start}"), tuple(_read(above)) if above else ()
    return Passage(key, document, start, end, said, heading, tuple(sentences), outer)


def _json_of_numbers(numbers: Iterable[int]) -> str:
    """Write whole numbers as `_json` does, which makes an encoder for each list."""
    return f"[{','.join(map(str, numbers))}]"


_read = json.JSONDecoder().decode
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
