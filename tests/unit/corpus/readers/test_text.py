import pytest

from isthmus.corpus.readers.text import read
from isthmus.errors import MalformedText


def test_a_text_is_stored_exactly_as_it_is() -> None:
    content = "Title\r\n\r\n  Caf\N{LATIN SMALL LETTER E WITH ACUTE}. \r\n".encode()
    assert read(content, "a.txt").text.encode() == content


def test_a_byte_order_mark_is_the_one_thing_dropped() -> None:
    assert read(b"\xef\xbb\xbfIt heals.\n", "a.txt").text == "It heals.\n"


def test_the_first_line_that_is_no_furniture_is_the_title() -> None:
    assert read(b"\n\nSelect Page\n\n What is it? \n\nA crack.", "a.txt").title == "What is it?"


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(MalformedText, match="binary"):
        read(b"\x89PNG\r\n\x1a\n\x00", "a.txt")
