from datetime import date

from isthmus.condition import Handbook
from isthmus.present import illustrate_procedure, procedure_page

TODAY = date(2026, 11, 21)


def test_the_sources_of_captions_end_the_list_of_the_page(whole: Handbook) -> None:
    for name in whole.book.procedures:
        plain = procedure_page(whole, name, "patient", today=TODAY)
        page, drawings = illustrate_procedure(plain, whole)
        numbers = {source.number: source.title for source in page.sources}
        assert [source.title for source in page.sources][: len(plain.sources)] == [s.title for s in plain.sources]
        marks = [mark for each in drawings for told in each.caption for mark in told.marks]
        assert all(mark.number in numbers for mark in marks), name


def test_a_procedure_without_drawings_is_as_it_was(whole: Handbook) -> None:
    plain = procedure_page(whole, "brace", "patient", today=TODAY)
    assert illustrate_procedure(plain, whole) == (plain, ())
