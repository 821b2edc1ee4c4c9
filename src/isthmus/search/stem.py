"""Words cut down to their stems, so that `healing` finds `heals`."""

from functools import lru_cache

from tantivy import Filter, Index, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from isthmus.claims import plain_words

__all__ = ["ANALYSER", "register", "stems", "written_plainly"]

ANALYSER = "plain-words-english-1"
"""The name of this way to cut words; an index made in another way is made anew."""

_APOSTROPHES = str.maketrans("", "", "'`\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}")


@lru_cache(maxsize=1)
def _analyser() -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
    return builder.filter(Filter.stemmer("english")).build()


def register(index: Index) -> Index:
    """Let an index cut words as `stems` does, without a step through Python for every word."""
    index.register_tokenizer(ANALYSER, _analyser())
    return index


def written_plainly(text: str) -> str:
    """Write a text so that an index finds in it the words that `plain_words` does, and no others."""
    return text.translate(_APOSTROPHES) if text.isascii() else " ".join(plain_words(text))


def stems(text: str) -> tuple[str, ...]:
    """Cut every word of a text down to its stem, one stem a word.

    Source:
        Porter, Snowball English stemmer, 2001, as tantivy carries it.

    >>> stems("Healing heals a crack.")
    ('heal', 'heal', 'a', 'crack')
    """
    return tuple(_analyser().analyze(written_plainly(text)))
