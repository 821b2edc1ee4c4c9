"""What a reader makes of a file, and the one way in which all readers turn bytes into text."""

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from isthmus.corpus.document import DocumentKind
from isthmus.errors import Fault, MalformedText

__all__ = [
    "BOX",
    "BY_LOOK",
    "NO_LEVEL",
    "PART",
    "PART_ENDS",
    "RETRACTED",
    "Reading",
    "address_from",
    "date_from",
    "date_of",
    "decode",
    "encoding_named",
    "few",
    "is_taken_back",
    "on_one_line",
    "title_from",
    "title_of",
    "year_from",
]

_USUAL = "utf-8-sig"
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Bytes below the space that no text holds; tabs, line ends, form feeds and escapes may occur in one.
_BINARY = bytes([*range(7), *range(14, 27), *range(28, 32)])
_LONGEST_TITLE, _LONGEST_NAMED_TITLE = 120, 1_000
_DATE = re.compile(r"((?:19|20)\d\d)(?:[-/](\d\d?)(?:[-/](\d\d?)(?!\d))?)?(?!\d)", re.ASCII)
_ANY_DAY = "-01"
_MOST_FAULTS = 20
_TAKEN_BACK = frozenset(["retracted", "is_retracted", "isretracted", "retraction", "withdrawn"])
_NOT_SAID = (None, False, 0, "", "no", "false", "No", "False")

RETRACTED = "Retracted: "
"""What stands before the title of what was taken back, of which nothing is quoted."""

# Browsers read the older Western names as Windows-1252, and a page that can name its encoding is not UTF-16.
_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8-sig", "utf-8": "utf-8-sig"}
_ENCODING_NAMES = (
    "big5 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 euc_jp euc_kr gb18030 gb2312 gbk "
    "iso8859-2 iso8859-5 iso8859-7 iso8859-9 iso8859-15 koi8-r koi8-u shift_jis utf-8-sig"
)
_ENCODINGS = frozenset(_ENCODING_NAMES.split())


NO_LEVEL = 99
"""The level of a heading of which nothing tells how it stands to others: below all whose level is known."""

BY_LOOK = 100
"""What stands for a level where nothing but the look of a heading tells that it is one: how it stands to others that
are told so, the order in which they follow each other has to tell."""

PART, PART_ENDS, BOX = 0, -1, -2
"""What stands for a level where a part of a text with a head of its own begins, where it ends, and where a box begins.

A box is a part whose headings have levels like all others, and end with it. It ends as any part does.
"""


@dataclass(frozen=True)
class Reading:
    """The title and the text of what was read, with what it says about where it comes from.

    `published` is an ISO date, or as much of one as was told: a year, or a year and a month. `furniture` are stretches
    of the text, in characters, in order, that stay in it and are left out of passages. `headings` are the characters at
    which the words of a heading begin, in order, each with its level, of which 1 is the outermost; none where the reader
    knows none. A level of `PART` is that of a head of a part of the text, such as a panel that opens, over all in it up
    to the place that bears `PART_ENDS`; that of `BOX` stands at no heading, but before the first block of a box. `parts` are
    documents that a page quotes from elsewhere, each with a text of its own; where they stand on the page is furniture, so nothing
    counts twice. `fault` says why one of several records could not be read, which then has no text.
    """

    title: str
    text: str
    media_type: str
    kind: DocumentKind = "other"
    publisher: str | None = None
    year: int | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    licence: str | None = None
    language: str | None = None
    furniture: tuple[tuple[int, int], ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    parts: "tuple[Reading, ...]" = ()
    fault: Fault | None = None


def decode(content: bytes, name: str, *, encoding: str = _USUAL) -> str:
    """Turn the bytes of a file into text, or refuse them; nothing is ever replaced by a guess.

    Raises:
        MalformedText: The bytes are no text, or not in this encoding.
    """
    if encoding == _USUAL and content.startswith(_WIDE_MARKS):
        raise MalformedText("It is UTF-16.", where=name, remedy="Save it as UTF-8.")
    if not encoding.startswith("utf-16") and len(content.translate(None, _BINARY)) < len(content):
        raise MalformedText("This is a binary file.", where=name, remedy="Give its text instead.")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"It is not {encoding.removesuffix('-sig').upper()} text (byte {error.start})."
        raise MalformedText(what, where=name, remedy="Save it as UTF-8.") from error


def few(faults: Sequence[Fault], name: str) -> list[Fault]:
    """Name the first of many faults in one file, and say how many more there are."""
    left = len(faults) - _MOST_FAULTS
    if left <= 0:
        return list(faults)
    more = Fault(name, f"{left:,} more of its records could not be read.", "Mend them too.")
    return [*faults[:_MOST_FAULTS], more]


def encoding_named(label: str) -> str | None:
    """Find the encoding that a label on the web stands for, or none where it is none that a page may have.

    >>> encoding_named("ISO-8859-1"), encoding_named("unicode_escape")
    ('cp1252', None)
    """
    try:
        codec = codecs.lookup(label).name
    except LookupError:
        return None
    codec = _READ_AS.get(codec, codec)
    return codec if codec in _ENCODINGS else None


def is_taken_back(about: Mapping[str, object]) -> bool:
    """Tell whether a document says in one of its fields that what it holds was taken back."""
    return any(value not in _NOT_SAID for name, value in about.items() if name.lower() in _TAKEN_BACK)


def on_one_line(words: str) -> str:
    r"""Write words on one line, whatever stood between them, so that what is told of a document stays where it is told.

    >>> on_one_line("A title\n\nA guideline")
    'A title A guideline'
    """
    return " ".join(words.split())


def title_of(named: str, name: str, first_line: str = "") -> str:
    """Take the title that a document gives itself, however long; without one, its first line or the file's own name.

    >>> title_of("It is a crack.", "pages/what-is-it.html"), title_of(" ", "pages/what-is-it.html", "What is it?")
    ('It is a crack.', 'What is it?')
    """
    return on_one_line(named)[:_LONGEST_NAMED_TITLE].rstrip() or title_from(first_line, name)


def title_from(line: str, name: str) -> str:
    """Take a line as the title of a file, or the file's own name where the line is none.

    >>> title_from("What is a pars defect?", "pages/what-is-it.txt")
    'What is a pars defect?'
    >>> title_from("It is a crack in a small bridge of bone.", "pages/what-is-it.txt")
    'what-is-it'
    """
    title = on_one_line(line)
    if not title or len(title) > _LONGEST_TITLE or title.endswith("."):
        return PurePosixPath(name).stem
    return title


def date_from(written: str) -> str | None:
    """Take a date that a machine wrote, as far as it goes; a date in words is nobody's business to guess.

    >>> date_from("2024-05-01T10:00:00Z"), date_from("2019/3"), date_from("2024"), date_from("May 2024")
    ('2024-05-01', '2019-03', '2024', None)
    """
    found = _DATE.match(written.strip())
    return date_of(*filter(None, found.groups())) if found else None


def date_of(year: str, *later: str) -> str:
    """Put a date together from a year of four digits, a month and a day, up to the first that is impossible.

    >>> date_of("2024", "5", "1"), date_of("2019", "02", "31"), date_of("2019", "13", "1"), date_of("2019", "", "5")
    ('2024-05-01', '2019-02', '2019', '2019')
    """
    told = year
    for part, rest in zip(later, (_ANY_DAY, ""), strict=False):
        longer = f"{told}-{part.zfill(2)}"
        try:
            date.fromisoformat(longer + rest)
        except ValueError:
            break
        told = longer
    return told


def year_from(date: str | None) -> int | None:
    """Take the year of an ISO date."""
    return int(date[:4]) if date else None


def address_from(written: str) -> str | None:
    """Take an address on the web, and nothing that only looks like one.

    >>> address_from("https://example.org/a"), address_from("javascript:run()")
    ('https://example.org/a', None)
    """
    return written if re.fullmatch(r"https?://[^\s<>\"']{1,2000}", written) else None
