"""The options `--booklet` and `--calendar`: a page to take along, on paper and in a calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TypeVar

import click

from isthmus.cli.files import keep

__all__ = ["Carried", "carry_options"]

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True)
class Carried:
    """The files to write besides what is printed, where any were named."""

    booklet: Path | None
    calendar: Path | None

    @property
    def named(self) -> bool:
        """Whether there is a file to write."""
        return self.booklet is not None or self.calendar is not None

    def keep(self, booklet: Callable[[], bytes], calendar: Callable[[], bytes]) -> None:
        """Make what was asked for, then write it; nothing is written where one cannot be made."""
        made = {path: make() for path, make in ((self.booklet, booklet), (self.calendar, calendar)) if path}
        keep(made)


def carry_options() -> Callable[[F], Callable[..., object]]:
    """`--booklet FILE` and `--calendar FILE`, which come to the command as `carried`."""
    file = click.Path(path_type=Path)

    def with_files(command: F) -> Callable[..., object]:
        @click.option("--calendar", metavar="FILE", type=file, help="Write its days as a calendar (.ics).")
        @click.option("--booklet", metavar="FILE", type=file, help="Write it as a booklet to print (.pdf).")
        @wraps(command)
        def called(*arguments: object, booklet: Path | None, calendar: Path | None, **options: object) -> object:
            return command(*arguments, carried=Carried(booklet, calendar), **options)

        return called

    return with_files
