"""What the README shows is what a reader gets."""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ isthmus (.+)\n((?:.*\n)*?)```", README)


def told(text: str) -> str:
    """Leave out the hash of the knowledge, which changes with every edit of it, and how lines are spaced."""
    return re.sub(r"Pathway [\d.]+, [0-9a-f]{12}\.", "", " ".join(text.split()))


@pytest.mark.parametrize(("arguments", "output"), SHOWN, ids=[arguments for arguments, _ in SHOWN])
def test_a_command_prints_what_the_readme_shows(arguments: str, output: str) -> None:
    command = [sys.executable, "-c", "from isthmus.cli.app import main; main()", *shlex.split(arguments)]
    root = Path(__file__).parents[2]
    environment = {**os.environ, "COLUMNS": "80"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root, env=environment)
    first, more, last = (told(part) for part in output.partition("\n[...]\n"))
    assert told(done.stdout) == first if not more else told(done.stdout).startswith(first)
    assert told(done.stdout).endswith(last)


def test_the_python_example_prints_what_the_readme_shows() -> None:
    (code,) = re.findall(r"```python\n((?:.*\n)*?)```", README)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(code, {})  # noqa: S102 - the README's own example
    comments = re.findall(r"# (.+)\n", code)
    assert printed.getvalue().splitlines() == comments


def test_one_plan_and_one_answer_are_shown() -> None:
    assert [arguments.split()[0] for arguments, _ in SHOWN] == ["plan", "ask"]
