"""From a page as a value to HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.datastructures import URL

from isthmus.guide import Audience, Register
from isthmus.present import Frame, Piece
from isthmus.terms import long_date, short_date
from isthmus.web.assets import Assets
from isthmus.web.form_token import FIELD, new_token
from isthmus.web.forms import ASKED, CHANGE, DECLINED, NONE_OF_THESE, OTHERS, SIGNS
from isthmus.web.visit import Visit, visit_of

__all__ = ["Look", "render"]


@dataclass(frozen=True)
class Look:
    """What all pages of an application share: their frame in each register, the readers, and the files of their style."""

    frames: Mapping[Register, Frame]
    readers: tuple[Audience, ...]
    assets: Assets


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,  # one process speaks with one voice, whatever happens to the files beside it
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
_TEMPLATES.filters["short_date"] = short_date
_TEMPLATES.filters["iso"] = date.isoformat
_TEMPLATES.globals["none_of_these"] = NONE_OF_THESE
_TEMPLATES.globals["change_field"] = CHANGE
_TEMPLATES.globals["fields"] = {"asked": ASKED, "declined": DECLINED, "signs": SIGNS, "others": OTHERS}


def render(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Render a template for the visitor of a request, with the frame of the application around it.

    Args:
        request: Who asks, of which application.
        template: A file below `templates/`.
        status: The HTTP status.
        values: What the template speaks of; a name it uses that is not among them is an error.
    """
    visit = visit_of(request)
    # What stands in the address of a page that failed is not repeated.
    address = request.url if status < HTTPStatus.BAD_REQUEST else request.url.replace(query="")
    page = _TEMPLATES.get_template(template).render(**_surroundings(request, visit, address), **values)
    return HTMLResponse(page, status)


def _surroundings(request: Request, visit: Visit, address: URL) -> Mapping[str, object]:
    """What every template may speak of."""
    look: Look = request.app.state.look

    def has_session() -> bool:
        """Tell whether something was answered or asked; a page that wants to know is no page for all."""
        request.state.is_personal = True
        return visit.session is not None

    def token() -> Markup:
        """Write the hidden field by which we know our own forms; there is none to know before there is a session."""
        if not has_session() or visit.session is None:
            return Markup()
        return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, new_token(visit.session))

    def here(**choices: str) -> str:
        """Write the address of this page with other choices."""
        return f"?{address.include_query_params(**choices).query}"

    return {
        "frame": look.frames[visit.reader.register],
        "reader": visit.reader,
        "readers": look.readers,
        "theme": visit.theme,
        "has_session": has_session,
        "asset": look.assets.address,
        "token": token,
        "here": here,
    }
