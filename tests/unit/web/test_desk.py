from datetime import date

from isthmus.condition import Condition, Handbook
from isthmus.corpus import Library
from isthmus.search import PassageIndex
from isthmus.web.desk import Desk


def test_a_document_is_found_by_its_id_and_nothing_else_is(
    condition: Condition, handbook: Handbook, library: Library
) -> None:
    desk = Desk.of(condition, handbook, PassageIndex.over(library), lambda: date(2026, 11, 21))
    (about,) = library.abouts()
    document = library.document(about.id)
    assert document is not None
    assert desk.document(document.id) == document
    assert desk.document("another.txt") is None


def test_without_a_library_there_is_no_document(condition: Condition, handbook: Handbook) -> None:
    assert Desk.of(condition, handbook, None, lambda: date(2026, 11, 21)).document("letters/clinic one.txt") is None
