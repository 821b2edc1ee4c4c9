"""What people write in short, whatever they write about, read from its file."""

from pathlib import Path

from isthmus.claims.load_sets import open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.shorthand import Shorthand
from isthmus.claims.word_shapes import ShorthandFile

__all__ = ["load_shorthand"]


def load_shorthand(path: Path, *, name: str | None = None) -> Shorthand:
    """Read what is short for what, and the courtesies that are left out; nothing where it was not written.

    Args:
        path: The file, `shorthand.yaml`, which need not exist.
        name: What to call it in messages; its path, when left out.

    Raises:
        UnreadableFile: The file is there and cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It has another shape; every fault is listed with its line.
    """
    if not path.exists():
        return Shorthand()
    model, file = open_words(path, ShorthandFile, WordingReader(), name)
    for key in sorted(model.not_before.keys() - model.short_for.keys()):
        file.fault(("not_before", key), f"`{key}` is short for nothing.", "Add it to `short_for`, or take it out.")
    file.refuse_faults()
    return Shorthand(model.short_for | dict.fromkeys(model.courtesies, ""), model.not_before)
