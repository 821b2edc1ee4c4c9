"""`isthmus export`: the whole pathway in a language that others run or read."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from isthmus.cli.files import keep, unwritable
from isthmus.cli.options import default_slug
from isthmus.condition import load_care
from isthmus.errors import InvalidOption, UnknownName, nearest
from isthmus.pathway import Pathway
from isthmus.settings import read_settings

__all__ = ["export_command"]

_FORMATS = ("cql", "sql", "prose")
"""Each is `pathway_as_<name>` of `isthmus.plan.as_<name>`, which is imported when it is asked for."""
_A_FOLDER = "Name a folder you may write in."
_NEXT = "// The next library begins here; --output DIR gives each a file of its own."

Files = Mapping[str, str]
"""Texts by the name of the file in which each belongs."""


@click.command("export")
@click.argument("language", metavar="FORMAT")
@click.option("--dialect", metavar="NAME", help="Of sql: duckdb, postgres or spark. [default: duckdb]")
@click.option(
    "--output", metavar="PATH", type=click.Path(path_type=Path), help="A file; for cql, which has two, a folder."
)
def export_command(language: str, dialect: str | None, output: Path | None) -> int:
    """Write the whole pathway in another language.

    FORMAT is cql (two libraries, one of elements and one of logic), sql (one query over a table of patients) or prose
    (English, for a clinician to sign). Without --output it is printed.
    """
    if language not in _FORMATS:
        remedy = nearest(language, _FORMATS, otherwise=f"Formats are: {', '.join(_FORMATS)}.")
        raise UnknownName(f"There is no format `{language}`.", where="FORMAT", remedy=remedy)
    if dialect is not None and language != "sql":
        raise InvalidOption("Only sql has dialects.", where="--dialect", remedy="Leave it out, or export sql.")
    settings = read_settings()
    files = _written(load_care(default_slug(settings), knowledge=settings.knowledge), language, dialect or "duckdb")
    if output is None:
        click.echo(f"\n{_NEXT}\n\n".join(files.values()), nl=False)
    else:
        _keep(files, output)
    return 0


def _written(pathway: Pathway, language: str, dialect: str) -> Files:
    write: Callable[..., Any] = getattr(import_module(f"isthmus.plan.as_{language}"), f"pathway_as_{language}")
    match language:
        case "cql":
            return dict(write(pathway))
        case "sql":
            return {f"{pathway.condition}.sql": str(write(pathway, dialect=dialect))}
        case _:
            return {f"{pathway.condition}.md": str(write(pathway))}


def _keep(files: Files, output: Path) -> None:
    """Write one file under the name that is given, and several into a folder."""
    one = len(files) == 1 and not output.is_dir()
    if not one:
        _make(output)
    remedy = "Name a file in a folder you may write in." if len(files) == 1 else _A_FOLDER
    keep({output if one else output / name: text.encode() for name, text in files.items()}, remedy=remedy)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error, _A_FOLDER) from error
