"""Sentences that a note at the foot of a text limits, as `In adults only.` does: nobody is to be told them without it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["is_limited", "limits_in"]

_RAISED = "\N{SUPERSCRIPT ZERO}\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}\N{SUPERSCRIPT FOUR}-\N{SUPERSCRIPT NINE}"
_SIGNS = "\N{DAGGER}\N{DOUBLE DAGGER}\N{SECTION SIGN}"
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(rf"[{_RAISED}]+|[{_SIGNS}]")
# The power of a unit stands behind a letter or two, and that of a number behind a figure.
_BEFORE = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]])\Z")
_MOST_BEFORE = 3
_NOTE = re.compile(
    rf"^[ \t]*\[?(?P<mark>\d{{1,2}}|[{_RAISED}]{{1,2}}|[{_SIGNS}])[\].):]{{0,2}}[ \t]*"
    r"(?P<words>(?:(?:but|except(?:ing)?|excluding|never|no|not|only|unless|provided|do(?:es)? not)\b"
    r"|(?:appl\w+|for|from|if|in|on|this|under|valid|when|with|without)\b[^\n.]*\b(?:except|not|only|unless)\b)[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_REFERENCE = re.compile(r"\b(?:19|20)\d\d\b|\bet al\b|\bdoi\b")
_BEHIND = 2  # characters behind a sentence at which its mark may stand


def limits_in(text: str) -> Sequence[int]:
    """Find the marks of notes that limit what they stand at, and those notes themselves, in characters, in order."""
    if text.isascii():  # as in most texts
        return ()
    found = (
        mark
        for mark in _MARK.finditer(text)
        if _BEFORE.search(text[max(0, mark.start() - _MOST_BEFORE) : mark.start()])
    )
    marks = [(mark.start(), mark[0].translate(_PLAIN)) for mark in found]
    if not marks:
        return ()
    notes = [note for note in _NOTE.finditer(text) if not _REFERENCE.search(note["words"])]
    limiting = {note["mark"].translate(_PLAIN) for note in notes}
    used = {mark for _, mark in marks}
    told = [at for at, mark in marks if mark in limiting]
    return sorted(told + [note.start("words") for note in notes if note["mark"].translate(_PLAIN) in used])


def is_limited(limits: Sequence[int], start: int, end: int) -> bool:
    """Tell whether a mark of a note stands in a sentence or right behind it, or the sentence is such a note."""
    at = bisect_right(limits, start - 1)
    return at < len(limits) and limits[at] < end + _BEHIND
