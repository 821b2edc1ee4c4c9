"""Named sets of words, read from their file, and the wordings of other files that use them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from isthmus.claims.read_wording import WordingFault, WordingReader
from isthmus.claims.word_shapes import SetsFile
from isthmus.claims.wording import Part, Row, Wording
from isthmus.errors import Fault, KnowledgeError, nearest
from isthmus.located import Located, Steps, parse_yaml, read_text, validate

__all__ = ["WordFile", "load_sets", "open_words"]

_MOST_BYTES = 1_000_000

Name = TypeVar("Name", bound=str)
Shape = TypeVar("Shape", bound=BaseModel)


def load_sets(path: Path, *, name: str | None = None) -> WordingReader:
    """Read the named sets of a condition, ready to read wordings that use them.

    Args:
        path: The file, `sets.yaml`.
        name: What to call it in messages; its path, when left out.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It is wrong; every fault is listed with its line.
    """
    model, file = open_words(path, SetsFile, WordingReader(), name)
    file.define(model.sets, "sets")
    file.define(model.joining, "joining", listed=False)
    file.refuse_faults()
    return file.wordings


def open_words(
    path: Path, shape: type[Shape], wordings: WordingReader, name: str | None = None
) -> "tuple[Shape, WordFile]":
    """Open a file of words and hold it against its shape.

    Args:
        path: The file.
        shape: What it must look like.
        wordings: The reader with the sets that its wordings may use.
        name: What to call it in messages; its path, when left out.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It has another shape; every fault is listed with its line.
    """
    called = name or str(path)
    document = parse_yaml(read_text(path, most_bytes=_MOST_BYTES, name=called), called)
    faults: list[Fault] = []
    model = validate(shape, document, faults)
    if model is None:
        raise KnowledgeError.of(faults)
    return model, WordFile(document, faults, wordings)


class WordFile:
    """A file of words while it is read: its wordings become values, and each fault is noted with its line."""

    def __init__(self, document: Located, faults: list[Fault], wordings: WordingReader) -> None:
        self.wordings = wordings
        self._document = document
        self._faults = faults

    def define(self, sets: Mapping[str, Sequence[str]], key: str, *, listed: bool = True) -> None:
        """Name the sets that stand below a key of the file, each of which may use those before it."""
        for name, entries in sets.items():
            try:
                self.wordings.define(name, entries, listed=listed)
            except WordingFault as fault:
                self.fault((key, name), f"the set `{name}` cannot be used: {fault}.", "Correct it.")

    def read(self, texts: Sequence[str], steps: Steps) -> tuple[Wording, ...]:
        """Read the wordings that stand at a place in the file."""
        wordings = []
        for at, text in enumerate(texts):
            try:
                wordings.append(self.wordings.read(text))
            except WordingFault as fault:
                self.fault((*steps, at), f"the wording `{text}` cannot be used: {fault}.", "Correct it.")
        return tuple(wordings)

    def choice(self, texts: Sequence[str], steps: Steps) -> Part:
        """Read the parts that stand at a place in the file, any of which may stand in a text."""
        rows: list[Row] = []
        for at, text in enumerate(texts):
            try:
                rows += self.wordings.choice([text]).rows
            except WordingFault as fault:
                self.fault((*steps, at), f"the wording `{text}` cannot be used: {fault}.", "Correct it.")
        return Part(tuple(rows))

    def expect_known(self, used: Iterable[str], known: Collection[Name] | None, steps: Steps) -> None:
        """Note every name in use that does not exist; None knows of none and notes nothing."""
        for at, name in enumerate(used):
            if known is not None and name not in known:
                remedy = nearest(name, known, otherwise="Remove it.")
                self.fault((*steps, at), f"`{name}` does not exist.", remedy)

    def expect_once(self, names: Sequence[str], kind: str) -> None:
        """Note every name that is given twice in a list."""
        for name in sorted(name for name, count in Counter(names).items() if count > 1):
            self.fault((kind, len(names) - 1 - names[::-1].index(name)), f"`{name}` is given twice.", "Rename one.")

    def fault(self, steps: Steps, what: str, remedy: str) -> None:
        """Note a fault at its place."""
        self._faults.append(Fault(self._document.where(steps), what, remedy))

    def refuse_faults(self) -> None:
        """Stop here when anything was wrong.

        Raises:
            KnowledgeError: Lists every fault.
        """
        if self._faults:
            raise KnowledgeError.of(self._faults)
