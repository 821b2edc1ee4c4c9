"""From a page as a value to a PDF: our own templates, and the page as data that they can only print."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from isthmus.booklet.picture import pictures_as_json
from isthmus.errors import MissingLibrary
from isthmus.plan import PathwayVersion
from isthmus.present import DrawingTold, PlanPage, ProcedurePage, draw_people, page_as_json

__all__ = ["booklet_of_plan", "booklet_of_procedure", "is_installed"]

_TEMPLATES = Path(__file__).with_name("typst")
_STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, with its language and title, so that it can be read aloud."""


@cache
def is_installed() -> bool:
    """Whether what sets booklets was installed when this was first asked; what cannot be had need not be offered."""
    return find_spec("typst") is not None


def booklet_of_plan(page: PlanPage) -> bytes:
    """Set a plan as a PDF; the same plan gives the same bytes.

    Raises:
        MissingLibrary: What sets it is not installed.
    """
    return _typeset("plan", page, page.made)


def booklet_of_procedure(
    page: ProcedurePage, *, made: date, knowledge: PathwayVersion, drawings: Sequence[DrawingTold] = ()
) -> bytes:
    """Set a procedure as a PDF, with its days if the page has them; the same page gives the same bytes.

    Args:
        page: What is said of it.
        made: The day it is made.
        knowledge: The version of the knowledge that says it.
        drawings: What is drawn of it; the sources of the captions are among those of the page.

    Raises:
        MissingLibrary: What sets it is not installed.
    """
    people = json.dumps(page_as_json(draw_people((*page.benefits, *page.harms))))
    pictures = json.dumps(pictures_as_json(drawings))
    edition = {"version": knowledge.version, "sha256": knowledge.sha256}
    return _typeset("procedure", page, made, people=people, drawings=pictures, **edition)


def _typeset(template: str, page: object, made: date, **also: str) -> bytes:
    """Set a page by the template of a name.

    The page goes in as JSON, never as markup, so that a sign of the typesetter's language in a text is only a sign.
    The templates are all that can be read, and the fonts are the typesetter's own: the result hangs on nothing here.
    """
    try:
        import typst  # noqa: PLC0415 - an extra of 80 MB, loaded when the first booklet is asked for
    except ImportError as error:
        what = "It needs a library that is not installed."
        raise MissingLibrary(what, where="booklet", remedy="Run: pip install 'isthmus[booklet]'") from error
    inputs = {"page": json.dumps(page_as_json(page)), "made": made.isoformat(), **also}
    setting: Callable[..., Any] = partial(
        typst.compile,
        _TEMPLATES / f"{template}.typ",
        root=_TEMPLATES,
        sys_inputs=inputs,
        timestamp=datetime.combine(made, time(), UTC),
    )
    try:
        pdf: bytes = setting(pdf_standards=_STANDARD, ignore_system_fonts=True)
    except typst.TypstError:
        # A letter that the typesetter's own fonts lack: another font here may have it, and a gap is better than no page.
        pdf = setting()
    return pdf
