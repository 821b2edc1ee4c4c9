"""Whether what stands below the lines of a document is about the condition, or about another illness."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from isthmus.answer.document_words import document_words
from isthmus.claims import Lexicon, Words
from isthmus.search import Query, Thesaurus, stems

__all__ = ["Named", "Sought", "Subject"]

_LINES = 4096
"""Of how many lines is remembered what they name."""


@dataclass(frozen=True)
class Named:
    """What a line names: the condition by a name that is its `own` or by one that is `shared`, and `others`, illnesses.

    `parts` are the parts of the body in it, and `bare` is whether it says nothing else.
    """

    own: bool = False
    shared: bool = False
    others: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    bare: bool = False


class Subject:
    """Tells what the lines of a document name.

    Args:
        lexicon: The names of the condition, and the words for other illnesses and parts of the body.
        thesaurus: Words that mean the same.
    """

    def __init__(self, lexicon: Lexicon, thesaurus: Thesaurus) -> None:
        own = [stems(name) for name in lexicon.own or lexicon.condition.words]
        self.own = Query((tuple(dict.fromkeys(own)),))
        self._lexicon = lexicon
        self._thesaurus = thesaurus
        self._names = [f" {' '.join(row)} " for row in own]
        self._key = lexicon.condition.words[0]
        self.named = lru_cache(maxsize=_LINES)(self._named)

    def sought(self, question: str, *, means_ours: bool = False) -> "Sought":
        """Read of what a question asks; one that names no illness may still mean the condition."""
        return Sought(question, Named(own=True) if means_ours else self._named(question), self)

    def _named(self, line: str) -> Named:
        said = stems(line)
        concepts = self._thesaurus.concepts(said)
        keys = frozenset(concept.key for concept in concepts if self._thesaurus.narrows(concept))
        parts = keys.intersection(self._lexicon.body_parts)
        text = f" {' '.join(said)} "
        return Named(
            own=any(name in text for name in self._names),
            shared=self._key in keys,
            others=self._others(line, keys, said, parts),
            parts=parts,
            bare=bool(parts) and parts == keys,
        )

    def _others(self, line: str, keys: frozenset[str], said: Sequence[str], parts: frozenset[str]) -> frozenset[str]:
        """Name the illnesses in a line; a part of the body counts where the line says that something is wrong with it."""
        words = Words.of(line)
        found = {wording.text for wording in self._lexicon.others if wording.found_in(words)}
        found.update(word for word in words.words if word.endswith(document_words().illness_endings))
        hurt = not document_words().ailments.isdisjoint(said)
        return keys.intersection(self._lexicon.illnesses).union(found, parts if hurt else ())


@dataclass(frozen=True)
class Sought:
    """A question by what it names, to which only what is about the condition is said, if it names that."""

    question: str
    asked: Named
    subject: Subject

    @property
    def is_ours(self) -> bool:
        """Whether the question names the condition so that nothing else can be meant."""
        return self.asked.own

    def is_met_by(self, lines: Iterable[str]) -> bool:
        """Whether what stands below some lines, the nearest first, may be about what is asked.

        The nearest decides that names the condition or another illness. One that the question names too is asked for. A line
        that names only a part of the body says as much as an illness, unless a line over it names the condition.
        """
        if not (self.asked.own or self.asked.shared):
            return True
        elsewhere = False
        for line in lines:
            named = self.subject.named(line)
            if named.own or not (self.asked.others | self.asked.parts).isdisjoint(named.others | named.parts):
                return True
            if named.others:
                return False
            elsewhere = elsewhere or named.bare
        return not elsewhere

    def is_spoken_of(self, text: str, lines: Iterable[str]) -> bool:
        """Whether a sentence, or anything in a passage, may be about what is asked: by the lines above, or as it names the condition.

        Below another illness that is what a sentence compares with, if it compares.
        """
        return self.is_met_by(lines) or (self.subject.named(text).own and not _compares(text))


def _compares(text: str) -> bool:
    return not document_words().contrasts.isdisjoint(stems(text))
