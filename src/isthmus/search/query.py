"""What a text is about: its words as concepts, where words that mean the same are one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from isthmus.claims import Lexicon
from isthmus.search.kinds import HIGHEST_LEVEL, kinds
from isthmus.search.stem import stems

__all__ = ["Concept", "Query", "Thesaurus"]


_SHORTENED = range(3, 7)
_MOST_SHORTENED = 12


@dataclass(frozen=True)
class Concept:
    """A word or row of synonyms that a text holds, with the positions of its first word and the one after its last.

    `key` names it; `said` are its stems as they stand in the text.
    """

    key: str
    said: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Query:
    """What is looked for: concepts, each with every row of stems that says it, the words of the asker first.

    `kinds` are the kinds of answer that are asked for, such as `treatment`; `hints` are the stems that ask for them, which
    an answer may hold but need not; `initials` are what runs of its words may be shortened to;
    `text` is the whole of it.
    """

    wanted: tuple[tuple[tuple[str, ...], ...], ...]
    kinds: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    text: str = ""

    def doubt(self, text: str) -> int:
        """Judge how doubtful it is that a text gives one of the kinds that are asked for, in levels from 0 for certain.

        >>> Thesaurus.of([], []).read("What are the symptoms of spondylolysis?").doubt("Signs and symptoms include back pain and stiffness.")
        0
        """
        levels = kinds().levels(text)
        return HIGHEST_LEVEL - max((levels[kind] for kind in self.kinds), default=0)


@dataclass(frozen=True)
class Thesaurus:
    """Rows of words that mean the same, and the words that narrow nothing.

    `meanings` leads from a row of stems to the key of its concept; `words` leads from a key to its rows of stems.
    """

    meanings: Mapping[tuple[str, ...], str]
    words: Mapping[str, tuple[tuple[str, ...], ...]]
    filler: frozenset[str]
    _longest: int = field(default=1)

    @classmethod
    def of(cls, synonyms: Iterable[Sequence[str]], filler: Iterable[str]) -> "Thesaurus":
        """Make a thesaurus.

        Args:
            synonyms: Rows of words or phrases that mean the same; the first names the concept. Where two rows hold
                words of one stem, the earlier row has it.
            filler: Words that narrow nothing, such as `the`.
        """
        meanings: dict[tuple[str, ...], str] = {}
        words: dict[str, tuple[tuple[str, ...], ...]] = {}
        for row in synonyms:
            phrases = tuple(dict.fromkeys(stems(entry) for entry in row))
            words[row[0]] = phrases
            for phrase in phrases:
                meanings.setdefault(phrase, row[0])
        longest = max(map(len, meanings), default=1)
        return cls(meanings, words, frozenset(stems(" ".join(filler))), longest)

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> "Thesaurus":
        """Make the thesaurus of a condition: its own names first, its synonyms, and what lies elsewhere, each by itself."""
        rows = [row.words for row in (lexicon.condition, *lexicon.synonyms)]
        return cls.of([*rows, *((word,) for word in lexicon.elsewhere)], lexicon.filler)

    def concepts(self, said: Sequence[str]) -> tuple[Concept, ...]:
        """Read stems as concepts, the longest first at each place; a word in no row is its own concept."""
        found: list[Concept] = []
        at = 0
        while at < len(said):
            concept = self._concept_at(said, at)
            found.append(concept)
            at = concept.end
        return tuple(found)

    def read(self, question: str) -> Query:
        """Read a question as what to look for and the kinds of answer it asks for.

        Words that ask, such as `what`, and those that name the kind of answer are not looked for, unless there are no
        others. Every other word is, also one that narrows nothing among texts about one condition.

        >>> Thesaurus.of([], []).read("What are the symptoms of spondylolysis?").kinds
        ('symptoms',)
        """
        said = stems(question)
        asked = kinds().asked_in(said)
        idle = kinds().question_words
        cues = frozenset[str]().union(*map(kinds().cues, asked))
        concepts = [c for c in self.concepts(said) if not idle.issuperset(c.said)]
        narrow = [c for c in concepts if not cues.issuperset(c.said)]
        hints = dict.fromkeys(stem for c in concepts if cues.issuperset(c.said) for stem in c.said)
        query = self.query(narrow or concepts)
        initials = _initials([stem for c in narrow for stem in c.said][:_MOST_SHORTENED])
        return replace(query, text=question, kinds=asked, hints=tuple(hints) if narrow else (), initials=initials)

    def query(self, concepts: Iterable[Concept]) -> Query:
        """Look for these concepts, in all the words that say them."""
        said: dict[str, list[tuple[str, ...]]] = {}
        for concept in concepts:
            said.setdefault(concept.key, []).append(concept.said)
        return Query(tuple(tuple(dict.fromkeys([*own, *self.words.get(key, ())])) for key, own in said.items()))

    def key_of(self, phrase: str) -> str | None:
        """Find the concept that a phrase is a name of, if it stands in a row."""
        return self.meanings.get(stems(phrase))

    def narrows(self, concept: Concept) -> bool:
        """Whether a concept says something about what is asked."""
        return concept.key in self.words or concept.key not in self.filler

    def _concept_at(self, said: Sequence[str], start: int) -> Concept:
        for length in range(min(self._longest, len(said) - start), 0, -1):
            phrase = tuple(said[start : start + length])
            if phrase in self.meanings:
                return Concept(self.meanings[phrase], phrase, start, start + length)
        return Concept(said[start], (said[start],), start, start + 1)


def _initials(said: Sequence[str]) -> tuple[str, ...]:
    """Shorten each run of words to its first letters, as writers do with long names.

    >>> _initials(("renal", "tubular", "acidosi"))
    ('rta',)
    """
    runs = (said[at : at + length] for length in _SHORTENED for at in range(len(said) - length + 1))
    return tuple(dict.fromkeys("".join(stem[0] for stem in run) for run in runs))
