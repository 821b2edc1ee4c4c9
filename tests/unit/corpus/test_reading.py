import pytest

from isthmus.corpus.reading import decode, title_from
from isthmus.errors import MalformedText


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9", "a.txt: It is not UTF-8 text (byte 3). Save it as UTF-8."),
        (b"PK\x03\x04 words", "a.txt: This is a binary file. Give its text instead."),
        ("wide".encode("utf-16"), "a.txt: This is a binary file. Give its text instead."),
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
