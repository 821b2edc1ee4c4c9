"""What a browser or a program sends: read whole, within bounds, and as text."""

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, HTTPException, Request

from isthmus.present import Typed
from isthmus.web.form_token import FIELD, is_token
from isthmus.web.origin import sender
from isthmus.web.visit import visit_of

__all__ = ["FormBody", "TextBody"]

_MOST_BYTES = 1_000_000
_MOST_FIELDS = 1_000


async def _read_text(request: Request) -> str:
    """Read the body as UTF-8, and stop at the first byte too many, whatever length was announced."""
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > _MOST_BYTES:
            raise HTTPException(413)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "What was sent is not UTF-8 text. Send it as UTF-8.") from error


TextBody = Annotated[str, Depends(_read_text)]
"""The body of a request as text."""


def _read_form(request: Request, text: TextBody) -> Typed:
    """Read the fields of an HTML form; where nothing else tells that it is ours, its token must.

    Only the plain encoding is read, never multipart: that one may spool to disk, and what a patient types must not.
    """
    try:
        typed = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise HTTPException(400, "This form cannot be read. Go back and send it again.") from error
    token, session = typed.pop(FIELD, [""])[0], visit_of(request).session
    if session and sender(request.headers) == "unsaid" and not is_token(session, token):
        raise HTTPException(403)
    return typed


FormBody = Annotated[Typed, Depends(_read_form)]
"""The fields of a form, each with its texts."""
