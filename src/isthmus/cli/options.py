"""Options that several commands share."""

import json
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import TypeVar

import click

from isthmus.condition import Condition, condition_slugs, load_condition
from isthmus.errors import InvalidOption
from isthmus.settings import Settings, read_settings

__all__ = [
    "FolderName",
    "audience_option",
    "default_slug",
    "json_option",
    "load_default_condition",
    "print_json",
    "read_day",
    "today_option",
]

F = TypeVar("F", bound=Callable[..., object])


class FolderName(click.Path):
    """The name of a folder; nothing, as a variable that was never set gives, is not the folder one stands in."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self, value: str | PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | PathLike[str]:
        """Take the name as a path.

        Raises:
            InvalidOption: It is empty.
        """
        if value == "":
            where = param.opts[0] if param else "a folder"
            raise InvalidOption("The name of the folder is empty.", where=where, remedy="Name one, or leave it out.")
        return super().convert(value, param, ctx)


def json_option(help_text: str) -> Callable[[F], F]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help=help_text)


def audience_option() -> Callable[[F], F]:
    """`--audience NAME`."""
    return click.option("--audience", metavar="NAME", default="patient", show_default=True, help="Whose words to use.")


def today_option() -> Callable[[F], F]:
    """`--today DATE`."""
    help_text = "The reader's day, such as 2026-11-21. [default: the calendar's]"
    return click.option("--today", metavar="DATE", help=help_text)


def load_default_condition(settings: Settings | None = None) -> Condition:
    """Load the condition that the settings name, or the first there is."""
    settings = settings or read_settings()
    return load_condition(default_slug(settings), knowledge=settings.knowledge)


def default_slug(settings: Settings) -> str:
    """Name the condition that the settings name, or the first there is."""
    return settings.condition or next(iter(condition_slugs(settings.knowledge)), "")


def read_day(text: str | None, option: str = "--today") -> date:
    """Read a day that an option gives, or look at the calendar.

    Raises:
        InvalidOption: It is not a date.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the day at the reader's own place is the one meant
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        what = "This is not a date."
        raise InvalidOption(what, where=option, remedy="Write it as 2026-11-21.") from error


def print_json(value: object, *, indent: int | None = 2) -> None:
    """Print a value as JSON, with escapes where the output has not every character."""
    whole = (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    click.echo(json.dumps(value, ensure_ascii=not whole, indent=indent, default=_number))


def _number(value: object) -> float:
    """Write a decimal number that came in as one, such as an id."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)
