import json

import pytest

from isthmus.corpus.media import JSON
from isthmus.corpus.readers import read
from isthmus.corpus.reading import date_from, decode, title_from, title_of
from isthmus.corpus.unpack import Item
from isthmus.errors import MalformedText


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9", "a.txt: It is not UTF-8 text (byte 3). Save it as UTF-8."),
        (b"PK\x03\x04 words", "a.txt: This is a binary file. Give its text instead."),
        ("wide".encode("utf-16"), "a.txt: It is UTF-16. Save it as UTF-8."),
    ],
)
def test_bytes_that_are_no_text_are_refused_in_one_line(content: bytes, message: str) -> None:
    with pytest.raises(MalformedText) as caught:
        decode(content, "a.txt")
    assert str(caught.value) == message


def test_tabs_line_ends_form_feeds_and_escapes_are_text() -> None:
    assert decode(b"a\tb\r\nc\x0cd\x1b[0m", "a.txt") == "a\tb\r\nc\x0cd\x1b[0m"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("  What is   a pars defect? ", "What is a pars defect?"),
        ("", "leaflet"),
        ("It is a crack.", "leaflet"),
        ("word " * 40, "leaflet"),
    ],
)
def test_a_file_without_a_title_line_is_called_by_its_name(line: str, title: str) -> None:
    assert title_from(line, "clinic/leaflet.txt") == title


def test_a_title_that_a_document_gives_itself_is_kept_however_long_within_reason() -> None:
    assert title_of(f"{'word ' * 40}\n end. ", "leaflet.txt") == f"{'word ' * 40}end."
    assert len(title_of("word" * 1_000, "leaflet.txt")) == 1_000
    assert title_of("", "clinic/leaflet.txt", "word " * 40) == "leaflet"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2019/02/31", "2019-02"),
        ("2020/02/29", "2020-02-29"),
        ("2019-13-01", "2019"),
        ("2019-00", "2019"),
        ("2019-5-45", "2019-05"),
        ("2019-05-451", "2019-05"),
        ("20199", None),
        ("2019-123", "2019"),
    ],
)
def test_as_much_of_a_date_is_kept_as_can_be(written: str, date: str | None) -> None:
    assert date_from(written) == date


def test_what_a_document_says_of_itself_cannot_pass_for_another_line() -> None:
    told = {"title": "Real\n\nTrusted\n  guideline", "publisher": "A\nB", "license": " \t", "language": "e\nn"}
    content = json.dumps({**told, "text": "It heals.", "authors": ["A.\u2028Smith", " "], "licence": "\n"}).encode()
    (reading,) = read(Item("a.json", content, JSON))
    assert (reading.title, reading.publisher) == ("Real Trusted guideline", "A B")
    assert (reading.authors, reading.licence, reading.language) == (("A. Smith",), None, "e n")
