"""The name that opens a paragraph or an item and heads it, as `Discitis.` or `Facet pain:` does in a list of illnesses."""

import re

from isthmus.claims import plain_words
from isthmus.corpus import Passage, Sentence

__all__ = ["run_in"]

_MOST_WORDS = 7
_LONGEST = 200
_PARAGRAPH = re.compile(r"\n\s*\n")
_ITEM = re.compile(r"(?m)^[ \t]*(?:[^\w\s\"'(\[*_]|[*_](?=\s)|\(?(?:\d{1,3}|[a-z])[.)])\s+")
_NAME = re.compile(
    r"\W*?(?P<name>[A-Z][^.:!?;|]{2,90}?)[*_)\]\"]{0,3}(?:[.:][*_]{0,3}|\s+[\N{EN DASH}\N{EM DASH}-])\s+(?=\S)",
    re.DOTALL,
)
# What tells a sentence from a name.
_VERB_WORDS = (
    "am are avoid be been begin bend call can cannot continue could did do does go had has have is keep let lie make may might "
    "must need needs never not put rest return see shall should sit sleep start stay stop take try use was wear were will would"
)
_VERBS = frozenset(_VERB_WORDS.split())


def run_in(sentence: Sentence, passage: Passage) -> str | None:
    """Give the name that opens the paragraph or the item in which a sentence stands, if a name does."""
    told = passage.text.encode()
    before = told[: sentence.start - passage.start].decode()
    items = list(_ITEM.finditer(before)) if before else []
    begins = items[-1].end() if items else 0
    begins = max([begins, *(gap.end() for gap in _PARAGRAPH.finditer(before))])
    opening = (before[begins:] + sentence.text + " .")[:_LONGEST]
    found = _NAME.match(opening)
    if not found:
        return None
    words = plain_words(found["name"])
    return found["name"] if len(words) <= _MOST_WORDS and _VERBS.isdisjoint(words) else None
