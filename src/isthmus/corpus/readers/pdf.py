"""PDF: the words of its pages, in the lines in which they are set; read by a program of its own."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from isthmus.corpus import pdf_pages
from isthmus.corpus.media import PDF
from isthmus.corpus.pdf_headings import Line
from isthmus.corpus.pdf_paragraphs import PAGE_END, write_pages
from isthmus.corpus.pdf_tables import rows_as_lines
from isthmus.corpus.reading import Reading, title_of
from isthmus.corpus.running import running_lines
from isthmus.errors import MalformedText, UnreadableFile

__all__ = ["read"]

_SECONDS = 200
_NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|pdf|indd|tex|qxd)\b|\.x?html?\b|^\W*$", re.IGNORECASE)


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
    lines = [[Line(*line) for line in page] for page in told["pages"]]
    text, headings = write_pages(rows_as_lines(lines, told["edges"], told["rules"]))
    if not text.strip():
        what = "There is no text in it; its pages may be pictures."
        raise UnreadableFile(what, where=name, remedy="Give a PDF that holds its text.")
    title = "" if _NO_TITLE.search(told["title"]) else told["title"]
    author = " ".join(told["author"].split())
    reading = Reading(
        title=title_of(title, name, _first_heading(text, headings) or _first_line(text)),
        text=text,
        media_type=PDF,
        authors=(author,) if " " in author else (),
        furniture=running_lines(text),
        headings=headings,
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


def _first_heading(text: str, headings: Sequence[tuple[int, int]]) -> str:
    """Give the first of the outermost headings, where it stands on the first page."""
    on_the_first_page = (place for place, level in headings if level == 1 and PAGE_END not in text[:place])
    return next((text[place:].partition("\n")[0] for place in on_the_first_page), "")
