"""Which page of something long is asked for."""

from typing import Annotated

from fastapi import Depends

from isthmus.errors import InvalidOption

__all__ = ["PageNumber"]

_MOST_DIGITS = 6


def _read_number(page: str = "") -> int | None:
    """Read the number of a page from the address; None where there is none.

    Raises:
        InvalidOption: It is no number.
    """
    if not page:
        return None
    if page.isascii() and page.isdigit() and len(page) <= _MOST_DIGITS:
        return int(page)
    raise InvalidOption("This is no number of a page.", where="page", remedy="Give one such as 2.")


PageNumber = Annotated[int | None, Depends(_read_number)]
"""The page of a list or text that the address names with `page`, counted from 1."""
