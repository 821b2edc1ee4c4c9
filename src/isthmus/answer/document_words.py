"""What is told in documents.toml: which kinds of documents are heard first, and general English of questions and headings."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from isthmus.corpus import About
from isthmus.search import stems

__all__ = ["DocumentWords", "document_words"]


@dataclass(frozen=True)
class DocumentWords:
    """The turn of each kind of document, stems that a number belongs to, and phrases that ask for an amount.

    `ailments` are stems that tell that something is wrong with a part of the body, `illness_endings` how names of illnesses
    end, and `contrasts` the stems by which one thing is held against another.
    """

    turns: Mapping[str, int]
    numbered: frozenset[str]
    asking_amounts: tuple[str, ...]
    ailments: frozenset[str]
    illness_endings: tuple[str, ...]
    contrasts: frozenset[str]

    def turn(self, about: About) -> int:
        """Tell when a document is heard, by its kind: 0 for the strongest, an unknown kind last."""
        return self.turns.get(about.kind, len(self.turns))


@cache
def document_words() -> DocumentWords:
    """Read what came with the package, once."""
    told = tomllib.loads(Path(__file__).with_name("documents.toml").read_text(encoding="utf-8"))
    return DocumentWords(
        turns={kind: at for at, kind in enumerate(told["strongest_first"])},
        numbered=frozenset(stems(told["numbered"])),
        asking_amounts=tuple(told["asking_amounts"]),
        ailments=frozenset(stems(told["ailments"])),
        illness_endings=tuple(told["illness_endings"]),
        contrasts=frozenset(stems(told["contrasts"])),
    )
