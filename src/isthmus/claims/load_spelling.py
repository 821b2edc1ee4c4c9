"""The slips of the finger that a question may hold, read from their file."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from isthmus.claims.lexicon import Lexicon
from isthmus.claims.load_sets import open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.shorthand import Shorthand
from isthmus.claims.spelling import Spelling
from isthmus.claims.word_shapes import SpellingFile
from isthmus.claims.words import plain_words

__all__ = ["load_spelling"]

_LONG_WORD = 7
_LONG_ENOUGH = 5
"""Shorter words have too many others near: `comp` is no `camp`."""
_USUAL = 2
"""So many texts hold a word that people ask with; one that stands in a single text may itself be a slip."""


def load_spelling(
    path: Path, read: WordingReader, lexicon: Lexicon, texts: Iterable[str], *, name: str | None = None
) -> Spelling:
    """Read which words a question is listened to for, and gather the words that are no slips of those.

    Args:
        path: The file, `spelling.yaml`.
        read: The reader of all wordings, whose words are known.
        lexicon: The words of the condition, whose long ones are listened for.
        texts: What people ask, and what else is written about the condition; its words are what people ask with.
        name: What to call the file in messages; its path, when left out.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It is wrong; every fault is listed with its line.
    """
    model, _ = open_words(path, SpellingFile, read, name)
    rows = (entry for row in (lexicon.condition, *lexicon.synonyms) for entry in row.words)
    own = {word for entry in (*rows, *lexicon.elsewhere) for word in plain_words(entry)}
    listened_for = {*model.listened_for.split(), *(word for word in own if len(word) >= _LONG_WORD)}
    written = Counter(word for text in texts for word in set(plain_words(text)))
    usual = read.words.union(word for word, count in written.items() if count >= _USUAL)
    return Spelling(
        meant=frozenset(word for word in listened_for if word.isalpha()),
        asked={word: written[word] for word in usual if len(word) >= _LONG_ENOUGH},
        known=frozenset({*model.words.split(), *own, *lexicon.filler, *usual}),
        shorthand=Shorthand(model.short_for),
    )
