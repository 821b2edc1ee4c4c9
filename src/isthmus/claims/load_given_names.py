"""The places in which a given name stands, read from their file."""

from pathlib import Path

from isthmus.claims.given_names import GivenNames
from isthmus.claims.load_sets import open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.word_shapes import GivenNamesFile

__all__ = ["load_given_names"]


def load_given_names(path: Path, *, name: str | None = None) -> GivenNames:
    """Read where a word with a capital is a name; nowhere where it was not written.

    Args:
        path: The file, `given_names.yaml`, which need not exist.
        name: What to call it in messages; its path, when left out.

    Raises:
        UnreadableFile: The file is there and cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It has another shape; every fault is listed with its line.
    """
    if not path.exists():
        return GivenNames()
    model, _ = open_words(path, GivenNamesFile, WordingReader(), name)
    return GivenNames(**{key: frozenset(words) for key, words in model.model_dump().items()})
