"""Many calls in one: a JSON object a line in, one a line out, ids kept."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import BinaryIO

import click

from isthmus.cli.errors import DONE, exit_code
from isthmus.cli.options import print_json
from isthmus.errors import Fault, InvalidCase, IsthmusError, MalformedText
from isthmus.located import Located, parse_json
from isthmus.terms import Json

__all__ = ["answer_each"]

_MOST_BYTES = 2_000_000


def answer_each(lines: BinaryIO, answer: Callable[[Located], Json]) -> int:
    """Answer every line of standard input.

    Args:
        lines: One JSON object a line; empty lines are passed over.
        answer: Makes the result of one object.

    Returns:
        The exit code: 0, or that of the first line that could not be used. Each such line is told on standard error
        and answered by `{"id": ..., "error": ...}`, so that results and lines stay in step.
    """
    status = DONE
    for number, line in enumerate(_bounded(lines), start=1):
        if not line.strip():
            continue
        name, made = f"line {number}", {}
        try:
            document = _object(line, name)
            if "id" in document.value:
                made["id"] = document.value["id"]
            made |= answer(document)
        except IsthmusError as error:
            error = _placed(error, name)
            status = status or exit_code(error)
            click.echo(str(error), err=True)
            made["error"] = str(error)
        print_json(made, indent=None)
    return status


def _placed(error: IsthmusError, line: str) -> IsthmusError:
    """Name the line in every fault that does not name it yet."""
    return type(error).of(
        [
            fault if fault.where.startswith(line) else replace(fault, where=f"{line}, {fault.where}")
            for fault in error.faults
        ]
    )


def _bounded(lines: BinaryIO) -> Iterable[bytes]:
    """Read lines without ever holding one that is far too long."""
    while line := lines.readline(_MOST_BYTES + 1):
        yield line
        while len(line) > _MOST_BYTES and not line.endswith(b"\n") and line:
            line = lines.readline(_MOST_BYTES + 1)


def _object(line: bytes, name: str) -> Located:
    if len(line) > _MOST_BYTES:
        raise MalformedText(f"It is longer than {_MOST_BYTES:,} bytes.", where=name, remedy="Send a shorter one.")
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedText("It is not UTF-8 text.", where=name, remedy="Send it as UTF-8.") from error
    document = parse_json(text, name)
    if not isinstance(document.value, dict):
        raise InvalidCase.of([Fault(name, "This is not a JSON object.", "Send one object a line.")])
    return document
