import pytest

from isthmus.corpus.readers.text import read
from isthmus.errors import MalformedText


def test_a_text_is_stored_exactly_as_it_is() -> None:
    content = "Title\r\n\r\n  Caf\N{LATIN SMALL LETTER E WITH ACUTE}. \r\n".encode()
    assert read(content, "a.txt")[0].text.encode() == content


def test_a_byte_order_mark_is_the_one_thing_dropped() -> None:
    assert read(b"\xef\xbb\xbfIt heals.\n", "a.txt")[0].text == "It heals.\n"


def test_the_first_line_that_is_no_furniture_is_the_title() -> None:
    assert read(b"\n\nSelect Page\n\n What is it? \n\nA crack.", "a.txt")[0].title == "What is it?"


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(MalformedText, match="binary"):
        read(b"\x89PNG\r\n\x1a\n\x00", "a.txt")


def test_the_running_lines_of_pages_are_furniture() -> None:
    text = "\f".join(f"A Journal {number}\nIt heals in stage {number}.\n" for number in (1, 2, 3))
    (reading,) = read(text.encode(), "a.txt")
    assert [reading.text[start:end] for start, end in reading.furniture][0::2] == [
        "A Journal 1",
        "A Journal 2",
        "A Journal 3",
    ]


def test_a_page_that_is_markup_stays_the_text_it_is() -> None:
    content = b"<script>alert(1)</script>\n<p>It heals.</p>\n"
    (reading,) = read(content, "a.txt")
    assert (reading.text.encode(), reading.media_type) == (content, "text/plain")


def test_of_a_mail_its_subject_is_the_title_and_what_it_quotes_is_furniture() -> None:
    text = "From: a\nTo: b\nDate: c\nSubject: Rest\n\nIt heals.\n\n> It does not.\n"
    (reading,) = read(text.encode(), "a.txt")
    assert (reading.title, reading.text) == ("Rest", text)
    assert [reading.text[start:end].strip() for start, end in reading.furniture][1:] == ["> It does not."]


def test_lines_in_columns_are_furniture() -> None:
    text = "Rest helps.\n\nBracing is not     should not be done.\n"
    (reading,) = read(text.encode(), "a.txt")
    assert [reading.text[start:end] for start, end in reading.furniture] == ["Bracing is not     should not be done.\n"]


def test_each_abstract_of_a_file_is_a_reading() -> None:
    one = "{}. J Rest. 2019 May.\n\nRest {}.\n\nSmith A.\n\nIt heals.\n\nPMID: 1\n\n"
    found = read((one.format(1, "helps") + one.format(2, "harms")).encode(), "a.txt")
    assert [(r.title, r.publisher, r.published, r.authors) for r in found] == [
        ("Rest helps", "J Rest", "2019", ("Smith A",)),
        ("Rest harms", "J Rest", "2019", ("Smith A",)),
    ]
    assert "".join(reading.text for reading in found) == one.format(1, "helps") + one.format(2, "harms")


def test_a_text_of_another_encoding_is_told_what_it_is() -> None:
    with pytest.raises(MalformedText, match=r"It is UTF-16\. Save it as UTF-8\."):
        read("It heals.".encode("utf-16"), "a.txt")
