"""A small paper, so that what a ranking should be can be seen at a glance."""

from isthmus.corpus import Document, DocumentId, Passage, split

__all__ = ["PAPER", "paper", "passages"]

PAPER = """\
Bracing in young athletes

Abstract

Bone stress injury (BSI) is common in young rowers. We asked whether a brace helps them.

Methods

In 2019 we followed 84 rowers of two clubs. Half of them wore a brace for 12 weeks.

Results

Pain fell in 61% of those with a brace and in 58% of the others. This difference may be due to chance. The brace was not
worn at night, at meals, or in the boat.

Conclusion

Our results suggest that a brace adds little to rest. Anna Larsen ran the study.
"""


def passages(text: str = PAPER, key: str = "paper") -> tuple[Passage, ...]:
    """Take a text apart."""
    return split(Document(id=DocumentId(key), title=key, sha256="", media_type="text/plain", place=key, text=text))


def paper() -> tuple[Passage, ...]:
    """Give the passages of the small paper."""
    return passages()
