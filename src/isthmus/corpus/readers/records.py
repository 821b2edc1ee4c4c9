"""Records of a collection in JSON: a question with its answer, or a title with its text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from isthmus.corpus.fragment import is_fragment, write_fragment
from isthmus.corpus.media import HTML, JSON, TEXT
from isthmus.corpus.reading import (
    RETRACTED,
    Reading,
    address_from,
    date_from,
    decode,
    few,
    is_taken_back,
    title_of,
    year_from,
)
from isthmus.corpus.told_names import names_from
from isthmus.errors import MalformedText
from isthmus.located import refuse_half_characters

__all__ = ["read"]

_TEXTS = ("answer", "text", "content", "body", "abstract", "context", "document")
_TITLES = ("question", "title", "heading", "focus", "name")
_ADDRESSES = ("url", "link", "source_url", "doi")
_PUBLISHERS = ("publisher", "source", "site", "journal")
_DATES = ("published", "date", "publication_date", "year")
_CONTROLS = tuple(f"\\u00{number:02x}" for number in (*range(8), *range(14, 27), *range(28, 32)))
_ANSWERS = frozenset(["answer", "answers"])
_CONTEXTS = ("context",)
_RENDERED = "rendered"  # where some servers put the words of a field
_LICENCES = ("licence", "license")

_Record = Mapping[str, object]


def read(content: bytes, name: str) -> Sequence[Reading]:
    """Read one record, or a list of records.

    The text of a record is its answer, or its text; its title is the question, or the title. What is said of where it
    comes from is taken over where it is a plain word. A record with several answers gives one reading for each; answers
    that are only marked in a text beside them, word for word, give that text. A record of a list that cannot be read
    gives a reading without text that says why.

    Raises:
        MalformedText: It is not JSON, or none of its records can be read.
    """
    text = decode(content, name)
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}" if "\n" in text.strip() else name
        raise MalformedText("This is not JSON.", where=where, remedy="Mend it, or leave it out.") from error
    except (ValueError, RecursionError) as error:
        raise MalformedText("This is not JSON.", where=name, remedy="Mend it, or leave it out.") from error
    records = record if isinstance(record, list) else [record]
    found: list[Reading] = []
    escapes = next((mark for mark in ("\\u00", "\\u") if mark in text), "")  # looked for once, however many records
    for number, one in enumerate(records, start=1):
        try:
            found += _readings_of(one, escapes, f"{name}#{number}" if one is not record else name, name)
        except MalformedText as error:
            found += (Reading("", "", JSON, fault=fault) for fault in error.faults)
    faults = [reading.fault for reading in found if reading.fault]
    if found and len(faults) == len(found):
        raise MalformedText.of(few(faults, name))
    return found


def _readings_of(record: object, escapes: str, place: str, name: str) -> list[Reading]:
    """Read one record.

    Raises:
        MalformedText: It holds neither an answer nor a text, or what no text may hold.
    """
    try:
        refuse_half_characters(record, escapes, place)
        _refuse_controls(record, escapes, place)
    except RecursionError as error:
        raise MalformedText("It is nested too deeply.", where=place, remedy="Write it flatter.") from error
    found = list(_readings(record, name))
    if not found:
        what = "There is neither an answer nor a text in this record."
        remedy = f"Name the field one of {', '.join(_TEXTS)}; of several records make a list, `[{{...}}, {{...}}]`."
        raise MalformedText(what, where=place, remedy=remedy)
    return found


def _refuse_controls(record: object, text: str, name: str) -> None:
    """Refuse characters of control, which an escape can write and no screen can show."""
    plain = json.dumps(record, ensure_ascii=False) if "\\u00" in text else ""
    if any(mark in plain for mark in _CONTROLS):
        what = "There are characters in it that no text may hold."
        raise MalformedText(what, where=name, remedy="Mend it, or leave it out.")


def _readings(record: object, name: str) -> Iterator[Reading]:
    if isinstance(record, dict):
        for text, about in _texts(record).items():
            yield _reading(text, about, name)


def _texts(record: _Record) -> Mapping[str, _Record]:
    """Give each text of a record with the fields that speak of it."""
    found = dict(_whole(answer, about) for answer, about in _answers(record))
    without = _without_answers(record)
    text = _word(without, _TEXTS)
    return found or ({text: without} if text else {})


def _whole(answer: str, about: _Record) -> tuple[str, _Record]:
    """Take an answer, or the text around it where it is only marked there."""
    context = _word(about, _CONTEXTS)
    is_marked = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", context) is not None
    return (context, _without_answers(about)) if is_marked else (answer, about)


def _without_answers(record: _Record) -> _Record:
    return {name: value for name, value in record.items() if name not in _ANSWERS}


def _answers(record: _Record) -> Iterator[tuple[str, _Record]]:
    several = record.get("answers")
    for answer in several if isinstance(several, list) and several else [record.get("answer")]:
        about = {**record, **answer} if isinstance(answer, dict) else record
        text = _word(answer, _TEXTS) if isinstance(answer, dict) else answer
        if isinstance(text, str) and text.strip():
            yield text, about


def _reading(text: str, about: _Record, name: str) -> Reading:
    dates = map(date_from, _words(about, _DATES))
    published = next(filter(None, dates), None)
    addresses = map(address_from, _words(about, _ADDRESSES))
    headings: tuple[tuple[int, int], ...] = ()
    media_type = TEXT
    title = _word(about, _TITLES)
    if is_fragment(text):
        text, headings = write_fragment(text, name)
        media_type, title = HTML, unescape(title)
    return Reading(
        title=title_of(RETRACTED * is_taken_back(about) + title, name, text[:200].partition("\n")[0]),
        text=text,
        media_type=media_type,
        kind="questions" if "question" in about and not _ANSWERS.isdisjoint(about) else "other",
        publisher=_word(about, _PUBLISHERS) or None,
        year=year_from(published),
        published=published,
        authors=names_from(about.get("authors") or about.get("author")),
        url=next(filter(None, addresses), None),
        licence=_word(about, _LICENCES) or None,
        language=_word(about, ("language",)) or None,
        headings=headings,
    )


def _word(record: _Record, names: Sequence[str]) -> str:
    return next(_words(record, names), "")


def _words(record: _Record, names: Sequence[str]) -> Iterator[str]:
    """Give what these fields hold where it is words, or a number that stands for a year."""
    for name in names:
        value = record.get(name)
        value = value.get(_RENDERED) if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            yield value
        elif isinstance(value, int) and not isinstance(value, bool):
            yield str(value)
