"""Library: the documents behind the answers, which of them hold what somebody looks for, and the text of each."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from isthmus.corpus import Library
from isthmus.errors import UnknownName
from isthmus.present import document_page, library_page, publications_page
from isthmus.web.desk import Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.paging import PageNumber
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/library")
def list_documents(request: Request, desk: Here, page: PageNumber, q: str = "") -> Response:
    """List the documents, or those that hold what is looked for."""
    listed = library_page(desk.index, desk.condition.evidence.lexicon, searched=q, number=1 if page is None else page)
    return _show(request, page=listed)


@router.get("/library/publications", dependencies=[SAME_FOR_ALL])
def list_publications(request: Request, desk: Here, page: PageNumber, source: str = "") -> Response:
    """List the publications behind the built-in statements: a page of them, or the one on which a source stands."""
    try:
        listed = publications_page(desk.condition.evidence, number=page, source=source)
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    return render(request, "library/publications.html", page=listed)


@router.get("/library/{name:path}")
def read(
    request: Request, desk: Here, name: str, page: PageNumber, at: Annotated[list[str] | None, Query()] = None
) -> Response:
    """Show a document, named by its id or by a place where it was found, with the spans of the address marked."""
    library = desk.index.library if desk.index else None
    shown = document_page(library, _find(library, name), at=at or (), page=page) if library else None
    if shown is None:
        raise HTTPException(404, "The library holds no document of this name. It may have been forgotten.")
    return _show(request, shown=shown)


def _show(request: Request, **values: object) -> Response:
    """Show the list of documents as `page`, or one of them as `shown`."""
    nothing = {"page": None, "shown": None}
    return render(request, "pages/library.html", **{**nothing, **values})  # type: ignore[arg-type]  # no status among them


def _find(library: Library, name: str) -> str:
    try:
        return library.find(name)
    except UnknownName:
        return name
