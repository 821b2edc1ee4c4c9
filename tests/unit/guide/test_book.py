import re

import pytest
from tests.unit.guide.small import write

from isthmus.errors import UnknownName
from isthmus.guide import GuideBook
from isthmus.guide.load import load_guide_book
from isthmus.terms import ClaimId


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> GuideBook:
    return load_guide_book(write(tmp_path_factory.mktemp("knowledge")))


def test_a_chapter_is_found_in_the_words_of_an_audience(book: GuideBook) -> None:
    assert book.chapter("outlook", book.audience("patient")).title == "Outlook"


@pytest.mark.parametrize(
    ("find", "told"),
    [
        (lambda book: book.audience("surgoen"), "audience: There is no audience `surgoen`. Did you mean `surgeon`?"),
        (lambda book: book.procedure("x"), "procedure: There is no procedure `x`. Name one of: brace."),
        (lambda book: book.chapter("outlok", book.audience("patient")), "Did you mean `outlook`?"),
    ],
)
def test_a_name_that_nothing_bears_is_refused_with_the_nearest(book: GuideBook, find: object, told: str) -> None:
    assert callable(find)
    with pytest.raises(UnknownName) as caught:
        find(book)
    assert told in str(caught.value)


def test_a_term_is_found_by_any_way_to_write_it(book: GuideBook) -> None:
    assert [book.term(way).in_register("plain") for way in ("Lysis", "spondylolysis")] == ["A crack.", "A crack."]
    assert book.term("lysis").in_register("clinical") == "A defect of the pars."


@pytest.mark.parametrize(("name", "told"), [("lysos", "Did you mean `lysis`?"), ("xyzzy", "Run: isthmus glossary")])
def test_a_term_that_is_not_there_is_refused(book: GuideBook, name: str, told: str) -> None:
    with pytest.raises(UnknownName, match=re.escape(told)):
        book.term(name)


def test_a_claim_is_said_in_plain_words_to_readers_of_the_plain_register_alone(book: GuideBook) -> None:
    told = [book.plainly(ClaimId("PD-2"), book.audience(name)) for name in ("patient", "surgeon")]
    assert [sentence.text if sentence else None for sentence in told] == ["Slips grow in two stages.", None]
    assert book.plainly(ClaimId("PD-9"), book.audience("patient")) is None
