"""Plain text: stored exactly as it is, so that every byte of a citation can be found in the file."""

from isthmus.corpus.abstracts import Abstract, abstracts_in
from isthmus.corpus.columns import column_lines
from isthmus.corpus.furniture import is_furniture
from isthmus.corpus.mail import mail_in
from isthmus.corpus.media import TEXT
from isthmus.corpus.reading import Reading, decode, title_from, title_of
from isthmus.corpus.running import running_lines
from isthmus.corpus.spans import joined

__all__ = ["read"]

_MOST_LINES_BEFORE_A_TITLE = 100


def read(content: bytes, name: str) -> list[Reading]:
    """Read a plain text file; a byte order mark is the one thing that is dropped.

    Of a mail, only what its writer says is more than furniture; a file of abstracts gives one reading for each.

    Raises:
        MalformedText: It is binary or not UTF-8.
    """
    text = decode(content, name)
    if abstracts := abstracts_in(text):
        return [_article(abstract, name) for abstract in abstracts]
    first_lines = text[: _MOST_LINES_BEFORE_A_TITLE * 100].splitlines()[:_MOST_LINES_BEFORE_A_TITLE]
    first_line = next((line for line in first_lines if not is_furniture(line)), "")
    mail = mail_in(text)
    title = title_from(first_line, name) if mail is None else title_of(mail.subject, name)
    furniture = joined([*running_lines(text), *column_lines(text), *(mail.furniture if mail else ())])
    return [Reading(title, text, TEXT, furniture=tuple(furniture))]


def _article(abstract: Abstract, name: str) -> Reading:
    return Reading(
        title=title_of(abstract.title, name),
        text=abstract.text,
        media_type=TEXT,
        publisher=abstract.journal,
        year=abstract.year,
        published=str(abstract.year),
        authors=abstract.authors,
        url=abstract.url,
        furniture=abstract.furniture,
    )
