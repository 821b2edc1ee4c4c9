"""Records of a collection in JSON: a question with its answer, or a title with its text."""

import json
from collections.abc import Iterator, Mapping, Sequence

from isthmus.corpus.media import TEXT
from isthmus.corpus.reading import Reading, address_from, date_from, decode, title_from, year_from
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
_LICENCES = ("licence", "license")


def read(content: bytes, name: str) -> Sequence[Reading]:
    """Read one record, or a list of records.

    The text of a record is its answer, or its text; its title is the question, or the title. What is said of where it
    comes from is taken over where it is a plain word. A record with several answers gives one reading for each.

    Raises:
        MalformedText: It is not JSON, or holds neither an answer nor a text.
    """
    text = decode(content, name)
    try:
        record = json.loads(text)
        refuse_half_characters(record, text, name)
        _refuse_controls(record, text, name)
    except (ValueError, RecursionError) as error:
        raise MalformedText("This is not JSON.", where=name, remedy="Mend it, or leave it out.") from error
    records = record if isinstance(record, list) else [record]
    return [reading for one in records for reading in _readings(one, name)]


def _refuse_controls(record: object, text: str, name: str) -> None:
    """Refuse characters of control, which an escape can write and no screen can show."""
    plain = json.dumps(record, ensure_ascii=False) if "\\u00" in text else ""
    if any(mark in plain for mark in _CONTROLS):
        what = "There are characters in it that no text may hold."
        raise MalformedText(what, where=name, remedy="Mend it, or leave it out.")


def _readings(record: object, name: str) -> Iterator[Reading]:
    texts = list(_texts(record)) if isinstance(record, dict) else []
    if not texts:
        what = "There is neither an answer nor a text in this record."
        raise MalformedText(what, where=name, remedy=f"Name the field one of {', '.join(_TEXTS)}.")
    for text, about in texts:
        yield _reading(text, about, name)


def _texts(record: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give each text of a record with the fields that speak of it."""
    answers = record.get("answers")
    if not isinstance(answers, list):
        if text := _word(record, _TEXTS):
            yield text, record
        return
    for answer in answers:
        about = {**record, **answer} if isinstance(answer, dict) else record
        text = _word(about, _TEXTS) if isinstance(answer, dict) else answer
        if isinstance(text, str) and text:
            yield text, about


def _reading(text: str, about: Mapping[str, object], name: str) -> Reading:
    published = date_from(_word(about, _DATES))
    return Reading(
        title=_word(about, _TITLES) or title_from(text[:200].partition("\n")[0], name),
        text=text,
        media_type=TEXT,
        kind="questions" if "question" in about and not _ANSWERS.isdisjoint(about) else "other",
        publisher=_word(about, _PUBLISHERS) or None,
        year=year_from(published),
        published=published,
        authors=_names(about.get("authors")),
        url=address_from(_word(about, _ADDRESSES)),
        licence=_word(about, _LICENCES) or None,
        language=_word(about, ("language",)) or None,
    )


def _word(record: Mapping[str, object], names: Sequence[str]) -> str:
    """Take the first of these fields that holds words, or a number that stands for a year."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return ""


def _names(authors: object) -> tuple[str, ...]:
    if isinstance(authors, str):
        return tuple(part.strip() for part in authors.split(";") if part.strip())
    return tuple(one for one in authors if isinstance(one, str)) if isinstance(authors, list) else ()
