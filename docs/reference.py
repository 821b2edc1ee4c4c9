"""The parts of the reference that are written from the code, so that they cannot fall behind it.

A page says where a part belongs with a line such as `<!-- write: operators -->`; mkdocs calls `on_page_markdown` for
every page it builds.
"""

import inspect
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from isthmus import errors
from isthmus.cli.app import command
from isthmus.located import parse_yaml, read_text
from isthmus.rules import OPERATORS, Expr, fold
from isthmus.rules.backends.prose import Prose
from isthmus.rules.text.parse import parse

SPEC_CASES = Path(__file__).parents[1] / "tests" / "spec" / "operators"
LARGEST = 1_000_000


def on_page_markdown(markdown: str, **_: object) -> str:
    """Write the parts a page asks for."""
    return re.sub(r"^<!-- write: (\w+) -->$", lambda mark: PARTS[mark[1]](), markdown, flags=re.MULTILINE)


def operators() -> str:
    """Write every operator: its meaning from its class, its cases from the spec."""
    return "\n\n".join(f"## `{op.operator()}`\n\n{inspect.getdoc(op)}\n\n{_cases(op)}" for op in OPERATORS)


def error_tree() -> str:
    """Write every error under its name, in the order of the tree."""
    return "\n".join(f"- `{name}`: {inspect.getdoc(getattr(errors, name))}" for name in _errors(errors.IsthmusError))


def commands() -> str:
    """Write every command with the help it prints."""
    context = click.Context(command)
    found = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
    return "\n\n".join(_command(name, one) for name, one in found if one)


PARTS: dict[str, Callable[[], str]] = {"commands": commands, "errors": error_tree, "operators": operators}


def _cases(operator: type[Expr]) -> str:
    path = SPEC_CASES / f"{operator.operator()}.yaml"
    spec: dict[str, Any] = parse_yaml(read_text(path, most_bytes=LARGEST), path.name).value
    rows = "\n".join(
        f"| {case['why']} | {_facts(case['patient'])} | `{_word(case['gives'])}` |" for case in spec["cases"]
    )
    said = fold(parse(spec["rule"]), Prose()).text
    return f"Cases of `{spec['rule']}`, in words *{said}*:\n\n| why | patient | gives |\n|---|---|---|\n{rows}"


def _facts(patient: dict[str, Any]) -> str:
    return ", ".join(f"`{name}: {_word(value)}`" for name, value in patient.items()) or "nothing recorded"


def _word(value: object) -> str:
    return json.dumps(value, default=str, ensure_ascii=False).strip('"')


def _errors(error: type[errors.IsthmusError]) -> Iterator[str]:
    yield error.__name__
    for child in error.__subclasses__():
        yield from _errors(child)


def _command(name: str, one: click.Command) -> str:
    context = click.Context(one, info_name=f"isthmus {name}", **one.context_settings)
    return f"## `isthmus {name}`\n\n```text\n{one.get_help(context)}\n```"
