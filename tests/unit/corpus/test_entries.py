import hashlib

from isthmus.corpus.entries import entries_of
from isthmus.corpus.reading import Reading
from isthmus.corpus.unpack import Item

ITEM = Item("page.html", b"the bytes", "text/html")
QUOTED = Reading("Quoted", "Rest helps most people.", "text/html", publisher="A press")
PAGE = Reading("Page", "Menu\n\nTime heals.", "text/html", furniture=((0, 4),), parts=(QUOTED, QUOTED))


def test_a_thing_is_named_by_its_bytes_and_what_it_quotes_by_its_own_words() -> None:
    page, quoted, again = entries_of(ITEM, [PAGE])
    assert page.document.id == hashlib.sha256(b"the bytes").hexdigest()[:20]
    assert (page.document.place, page.document.stands_on) == ("page.html", None)
    assert (quoted.document.place, quoted.document.stands_on) == ("page.html#1", page.document.id)
    assert (quoted.document.title, quoted.document.publisher) == ("Quoted", "A press")
    assert quoted.document.id == again.document.id != page.document.id
    assert [entry.part for entry in (page, quoted, again)] == [0, 1, 2]


def test_a_thing_that_holds_several_is_none_of_them() -> None:
    first, second = entries_of(
        ITEM, [Reading("A", "Rest helps.", "text/plain"), Reading("B", "Rest helps.", "text/plain")]
    )
    assert (first.part, second.part) == (1, 2)
    assert first.document.id != second.document.id
    assert first.document.stands_on is None


def test_what_is_furniture_is_in_the_text_and_in_no_passage() -> None:
    page, *_ = entries_of(ITEM, [PAGE])
    assert page.document.text.startswith("Menu")
    assert [passage.text for passage in page.passages] == ["Time heals."]
    assert page.document.sha256 == hashlib.sha256(page.document.text.encode()).hexdigest()
