"""Mail that was saved as text: what its writer says, apart from its head and what it quotes of others."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from isthmus.corpus.spans import joined

__all__ = ["Mail", "mail_in"]

_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]{1,40}):[ \t]*(?P<value>[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*)(?:\r?\n|\Z)")
_TELLING = frozenset(["from", "to", "date", "sent", "subject", "cc"])
_FEWEST_TELLING = 3
_AGAIN = re.compile(r"(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+", re.IGNORECASE)
_RUN = re.compile(r"[^\s][^\r\n]*(?:\r?\n[^\S\r\n]*[^\s][^\r\n]*)*")
_QUOTED_LINES = re.compile(r"(?:^[ \t]*>[^\r\n]*(?:\r?\n|\Z))+", re.MULTILINE)
# What stands above a mail that is quoted, which goes on to the end, or above its lines; and the name below a mail.
_OLDER = re.compile(
    r"^[ \t_-]*(?:original message|forwarded message|begin forwarded message)\b[^\r\n]*", re.MULTILINE | re.IGNORECASE
)
_WROTE = re.compile(
    r"^[^\r\n>]{0,200}\b(?:wrote|writes|schrieb|a \N{LATIN SMALL LETTER E WITH ACUTE}crit) ?:[ \t]*\r?$", re.MULTILINE
)
_NAME_BELOW = re.compile(r"^-- ?\r?$", re.MULTILINE)
_ESCAPES = re.compile(r"=(?:[0-9A-F]{2}|\r?\n|\Z)")  # of a mail that was packed for old lines


class Mail(NamedTuple):
    """The subject of a mail, and the stretches of its text, in characters, that are not its writer's own words."""

    subject: str
    furniture: tuple[tuple[int, int], ...]


def mail_in(text: str) -> Mail | None:
    """Tell the mail that a text is, if it is one: it begins with lines that say from whom, to whom, when and on what."""
    start = len(text) - len(text.lstrip())
    fields, body = _head(text, start)
    if len(_TELLING & fields.keys()) < _FEWEST_TELLING:
        return None
    packed = "quoted-printable" in fields.get("content-transfer-encoding", "").lower()
    stretches = [(start, body), *_quoted(text, body), *(_packed(text, body) if packed else ())]
    return Mail(_AGAIN.sub("", " ".join(fields.get("subject", "").split()), count=1), tuple(joined(stretches)))


def _head(text: str, start: int) -> tuple[dict[str, str], int]:
    """Read the fields at the head of a mail, and tell where they end."""
    at = start
    fields: dict[str, str] = {}
    while found := _FIELD.match(text, at):
        fields[found["name"].lower()] = found["value"]
        at = found.end()
    return fields, at


def _quoted(text: str, body: int) -> Iterator[tuple[int, int]]:
    """Find what a mail quotes of others, with the line above it, and the name of its writer below it."""
    for pattern in (_QUOTED_LINES, _WROTE):
        yield from (found.span() for found in pattern.finditer(text, body))
    for pattern in (_OLDER, _NAME_BELOW):
        if found := pattern.search(text, body):
            yield found.start(), len(text)
    for run in _RUN.finditer(text, body):
        if len(_TELLING & _head(text, run.start())[0].keys()) >= _FEWEST_TELLING:
            yield run.start(), len(text)


def _packed(text: str, body: int) -> Iterator[tuple[int, int]]:
    """Find the paragraphs whose words are cut or hidden by how the mail was packed."""
    return (run.span() for run in _RUN.finditer(text, body) if _ESCAPES.search(run[0]))
