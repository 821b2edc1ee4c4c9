"""What stands behind the sentences of a whole page, wherever they stand in it: their marks, and all that these open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from isthmus.claims import Evidence
from isthmus.present.glossary import Glossary
from isthmus.present.notes import Marked, Note, Word, annotate
from isthmus.present.told import Told

__all__ = ["Behind", "behind"]


@dataclass(frozen=True)
class Behind:
    """Each sentence of a page with its marks, and the notes and words that they open, each once."""

    marked: Mapping[Told, Marked]
    notes: tuple[Note, ...]
    words: tuple[Word, ...]


def behind(page: object, evidence: Evidence, glossary: Glossary | None = None) -> Behind:
    """Give every sentence of a page its marks, numbered in the order of the page's fields.

    Args:
        page: Any page as a value; a sentence that it says twice is one sentence.
        evidence: What its sentences rest on.
        glossary: The terms to tell where the page first uses them; None tells none.
    """
    sentences = tuple(dict.fromkeys(_told_in(page)))
    blocks = annotate(((sentence,) for sentence in sentences), evidence, glossary)
    return Behind(
        marked={sentence: block.sentences[0] for sentence, block in zip(sentences, blocks, strict=True)},
        notes=tuple(note for block in blocks for note in block.notes),
        words=tuple(word for block in blocks for word in block.words),
    )


def _told_in(value: object) -> Iterator[Told]:
    """Go through the sentences of a page, however deep they stand."""
    if isinstance(value, Told):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _told_in(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _told_in(getattr(value, field.name))
