"""From a page as a value to HTML."""

from datetime import date
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from isthmus.present import Piece
from isthmus.terms import long_date
from isthmus.web.forms import CHANGE, NONE_OF_THESE

__all__ = ["render"]

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@pass_context
def _glossed(context: Context, text: str) -> tuple[Piece, ...]:
    """Take a text apart at the terms of the application's glossary."""
    pieces: tuple[Piece, ...] = context["frame"].glossary.pieces(text)
    return pieces


_TEMPLATES.filters["glossed"] = _glossed
_TEMPLATES.filters["long_date"] = long_date
_TEMPLATES.filters["iso"] = date.isoformat
_TEMPLATES.globals["none_of_these"] = NONE_OF_THESE
_TEMPLATES.globals["change_field"] = CHANGE


def render(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Render a template with the frame of the application around it.

    Args:
        request: Whose application holds the frame.
        template: A file below `templates/`.
        status: The HTTP status.
        values: What the template speaks of; a name it uses that is not among them is an error.
    """
    frame = request.app.state.frame
    return HTMLResponse(_TEMPLATES.get_template(template).render(frame=frame, **values), status)
