"""Words cut down to their stems, so that `healing` finds `heals`."""

from functools import lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from isthmus.claims import plain_words

__all__ = ["stems"]


@lru_cache(maxsize=1)
def _analyzer() -> TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("english")).build()


def stems(text: str) -> tuple[str, ...]:
    """Cut every word of a text down to its stem, one stem a word.

    Source:
        Porter, Snowball English stemmer, 2001, as tantivy carries it.

    >>> stems("Healing heals a crack.")
    ('heal', 'heal', 'a', 'crack')
    """
    return tuple(_analyzer().analyze(" ".join(plain_words(text))))
