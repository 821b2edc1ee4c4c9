"""A procedure with its drawings, whose captions have the numbers of its own list of sources."""

from dataclasses import replace

from isthmus.condition import Handbook
from isthmus.present.drawings import DrawingTold, tell_drawings, teller_of
from isthmus.present.pages.procedure import ProcedurePage

__all__ = ["illustrate_procedure"]


def illustrate_procedure(page: ProcedurePage, handbook: Handbook) -> tuple[ProcedurePage, tuple[DrawingTold, ...]]:
    """Put the drawings that go with a procedure beside its page, whose list of sources then ends with theirs."""
    book = handbook.book
    drawings = [each for each in book.drawings if page.name in each.procedures]
    captions = [spoken for each in drawings for spoken in each.caption]
    said = (*book.procedure(page.name).spoken(), *captions)
    teller = teller_of(said, handbook, book.audience(page.audience).register)
    return replace(page, sources=teller.shelf.listed), tell_drawings(drawings, teller)
