"""Options that several commands share."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from isthmus.condition import Condition, condition_slugs, load_condition
from isthmus.corpus import Library, read_library
from isthmus.errors import InvalidOption
from isthmus.settings import Settings, read_settings

__all__ = [
    "audience_option",
    "json_option",
    "library_option",
    "load_default_condition",
    "load_library",
    "print_json",
    "read_day",
]

F = TypeVar("F", bound=Callable[..., object])


def json_option(help_text: str) -> Callable[[F], F]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help=help_text)


def audience_option() -> Callable[[F], F]:
    """`--audience NAME`."""
    return click.option("--audience", metavar="NAME", default="patient", show_default=True, help="Whose words to use.")


def library_option() -> Callable[[F], F]:
    """`--library DIR`."""
    help_text = "A folder of documents to answer from; without it the built-in knowledge answers."
    return click.option("--library", metavar="DIR", type=click.Path(path_type=Path), help=help_text)


def load_default_condition(settings: Settings | None = None) -> Condition:
    """Load the condition that the settings name, or the first there is."""
    settings = settings or read_settings()
    slug = settings.condition or next(iter(condition_slugs(settings.knowledge)), "")
    return load_condition(slug, knowledge=settings.knowledge)


def load_library(folder: Path | None) -> Library | None:
    """Read a folder of documents; what could not be used is told on standard error, and the rest goes on."""
    if folder is None:
        return None
    library = read_library(folder)
    for fault in library.skipped:
        click.echo(str(fault), err=True)
    return library


def read_day(text: str | None) -> date:
    """Read `--today`, or look at the calendar.

    Raises:
        InvalidOption: It is not a date.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the day at the reader's own place is the one meant
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        what = "This is not a date."
        raise InvalidOption(what, where="--today", remedy="Write it as 2026-11-21.") from error


def print_json(value: object, *, indent: int | None = 2) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))
