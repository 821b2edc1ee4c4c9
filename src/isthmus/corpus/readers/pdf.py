"""PDF: the words of its pages, in the lines in which they are set; read by a program of its own."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from isthmus.corpus import pdf_pages
from isthmus.corpus.media import PDF
from isthmus.corpus.reading import Reading, title_of
from isthmus.corpus.running import running_lines
from isthmus.errors import MalformedText, UnreadableFile

__all__ = ["read"]

_SECONDS = 90
_PAGE_END = "\n\f\n"
_STOPPED = re.compile(r"[.!?:][\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*\s?[\d,\N{EN DASH}-]{0,8}\Z")
_ITEM = re.compile(r"(?:[\N{BULLET}*\N{EN DASH}-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|pdf|indd|tex|qxd)\b|^\W*$", re.IGNORECASE)
_SHORT_OF_A_LINE, _SHORT_AS_A_HEADING = 0.85, 0.75
_MOST_WORDS_OF_A_HEADING = 14


def read(content: bytes, name: str) -> list[Reading]:
    """Read a PDF; the lines that run along its pages are furniture.

    Line breaks and hyphens stay as they are set, so that a quotation is what the page shows.

    Raises:
        MalformedText: It is damaged, or brings down what reads it.
        UnreadableFile: It is locked with a password, is too long, or holds no text.
    """
    told = _told(content, name)
    if told.get("fault") == pdf_pages.LOCKED:
        raise UnreadableFile("It is locked with a password.", where=name, remedy="Save it without one.")
    if told.get("fault") == pdf_pages.TOO_LONG:
        what = f"It has more than {pdf_pages.MOST_PAGES:,} pages or {pdf_pages.MOST_CHARACTERS:,} letters."
        raise UnreadableFile(what, where=name, remedy="Split it.")
    if "fault" in told:
        raise MalformedText("This PDF is damaged.", where=name, remedy="Save it again, or give its text.")
    pages = ["\n".join(_set(page.splitlines())) for page in told["pages"]]
    text = _PAGE_END.join(pages)
    if not text.strip():
        what = "There is no text in it; its pages may be pictures."
        raise UnreadableFile(what, where=name, remedy="Give a PDF that holds its text.")
    title = "" if _NO_TITLE.search(told["title"]) else told["title"]
    author = " ".join(told["author"].split())
    reading = Reading(
        title=title_of(title, name, _first_line(text)),
        text=text,
        media_type=PDF,
        authors=(author,) if " " in author else (),
        furniture=running_lines(text),
    )
    return [reading]


def _told(content: bytes, name: str) -> dict[str, Any]:
    """Ask the program that reads PDF, and wait for it no longer than is decent."""
    command = [sys.executable, "-P", str(Path(pdf_pages.__file__))]
    remedy = "Save it again, or give its text."
    try:
        done = subprocess.run(  # noqa: S603 - our own file, run by the Python that runs us
            command, input=content, capture_output=True, timeout=_SECONDS, check=True
        )
        return dict(json.loads(done.stdout))
    except subprocess.TimeoutExpired as error:
        raise MalformedText(f"It took longer than {_SECONDS} seconds.", where=name, remedy=remedy) from error
    except (subprocess.CalledProcessError, ValueError, BrokenPipeError) as error:
        raise MalformedText("This PDF brings down what reads it.", where=name, remedy=remedy) from error


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "")


def _set(lines: Sequence[str]) -> Iterator[str]:
    """Set the paragraphs of a page apart, which PDF does not tell: an empty line around headings and after short ends."""
    lines = [line.rstrip() for line in lines]
    usual = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        heads = _heads(before, line, after, usual)
        ended = _STOPPED.search(before) and len(before) < _SHORT_OF_A_LINE * usual and not _ITEM.match(line)
        if before and (heads or ended):
            yield ""
        yield line
        if heads:
            yield ""


def _heads(before: str, line: str, after: str, usual: int) -> bool:
    """Tell whether a line is set like a heading: short, without a stop, between a paragraph's end and a beginning."""
    if not line or not after or len(line) >= _SHORT_AS_A_HEADING * usual or _STOPPED.search(line) or _ITEM.match(line):
        return False
    begins = line[:1].isupper() or line[:1].isdigit()
    goes_before = not before or _STOPPED.search(before) is not None
    goes_on = after.lstrip()[:1].islower() or line.endswith((",", "-"))
    return begins and goes_before and not goes_on and len(line.split()) <= _MOST_WORDS_OF_A_HEADING
