import io
import json
import sys
from collections.abc import Callable

import pytest

from isthmus.corpus import pdf_pages
from isthmus.corpus.pdf_pages import main, pages_of

Pdf = Callable[..., bytes]


def test_the_words_of_each_page_are_given_with_what_the_file_calls_itself(make_pdf: Pdf) -> None:
    told = pages_of(make_pdf([["It heals.", "It hurts."], ["The end."]], title="Rest", author="A. Smith"))
    assert told == {"pages": ["It heals.\r\nIt hurts.", "The end."], "title": "Rest", "author": "A. Smith"}


def test_a_word_broken_at_the_end_of_a_line_stays_broken_as_the_page_shows_it(make_pdf: Pdf) -> None:
    pages = pages_of(make_pdf([["A line that ends in a bro-", "ken word."]]))["pages"]
    assert pages == ["A line that ends in a bro-\nken word."]


@pytest.mark.parametrize(("bound", "most"), [("MOST_PAGES", 3), ("MOST_CHARACTERS", 26)])
def test_of_a_file_that_is_too_long_nothing_is_given(
    make_pdf: Pdf, monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    content = make_pdf([["It heals."], ["It hurts."], ["The end."]])
    monkeypatch.setattr(pdf_pages, bound, most)
    assert pages_of(content)["pages"] == ["It heals.", "It hurts.", "The end."]
    monkeypatch.setattr(pdf_pages, bound, most - 1)
    assert pages_of(content) == {"fault": "too long"}


def test_a_damaged_file_is_a_fault() -> None:
    assert pages_of(b"%PDF-1.4 and nothing else") == {"fault": "damaged"}


def test_as_a_program_it_reads_and_writes_and_is_bound(
    make_pdf: Pdf, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bound: list[str] = []
    monkeypatch.setattr(pdf_pages, "_bind", lambda: bound.append("bound"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(make_pdf([["It heals."]]))))
    main()
    assert json.loads(capsys.readouterr().out)["pages"] == ["It heals."]
    assert bound == ["bound"]
