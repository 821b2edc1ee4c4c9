import subprocess
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call

from isthmus.cli.app import COMMANDS
from isthmus.corpus import Library


def test_help_names_every_command(call: Call) -> None:
    told = call("--help")
    assert told.code == 0
    assert all(name in told.out for name in COMMANDS)


def test_the_version_is_that_of_the_package(call: Call) -> None:
    assert call("--version").out == f"isthmus {version('isthmus')}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["plam"], "isthmus: There is no command `plam`. Did you mean `plan`?\n"),
        (
            ["xyzzy"],
            "isthmus: There is no command `xyzzy`. Commands are: plan, interview, ask, guide, procedure, choice, glossary, ingest, sources, show, correct, forget, serve, check, export.\n",
        ),
        (["plan", "--colour"], "isthmus: No such option '--colour'.\n"),
        (["plan"], "isthmus: Give either a CASE or --each. See: isthmus plan --help\n"),
        (["plan", "--each", "case.yaml"], "isthmus: Give either a CASE or --each. See: isthmus plan --help\n"),
        (["ask", "Does a brace help?", "--case", ""], ": This is a folder. Name a file in it.\n"),
        (
            ["ask", "Does a brace help?", "--library", ""],
            "--library: The name of the folder is empty. Name one, or leave it out.\n",
        ),
        (
            ["ingest", "page.txt", "--library", "library", "--encoder", ""],
            "--encoder: The name of the folder is empty. Name one, or leave it out.\n",
        ),
        (["show", "\udcff"], "isthmus: Argument 2 is not text in UTF-8. Rename the file, or write it anew.\n"),
        (["ask", "Does it heal?", "--library", "a" * 5000], ": This folder cannot be read. Make it readable.\n"),
        (["ask"], "isthmus: Give either a QUESTION or --each. See: isthmus ask --help\n"),
    ],
)
def test_a_call_that_makes_no_sense_is_told_in_one_line(call: Call, arguments: list[str], message: str) -> None:
    told = call(*arguments)
    assert (told.code, told.out) == (2, "")
    assert told.err.replace(" Did you mean '--json'?", "").endswith(message)


def test_no_command_shows_the_help(call: Call) -> None:
    told = call()
    assert told.code == 2
    assert "plan" in told.err


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_command_does_its_work_where_its_output_is_closed(tmp_path: Path, closed: str) -> None:
    (tmp_path / "page.txt").write_text("A brace is worn by day.", encoding="utf-8")
    code = "from isthmus.cli.app import main; main()"
    command = f'"{sys.executable}" -c "{code}" ingest "{tmp_path}/page.txt" --library "{tmp_path}/kept" {closed}'
    assert subprocess.run(["/bin/sh", "-c", command], check=False).returncode == 0
    with closing(Library.open(tmp_path / "kept")) as kept:
        assert len(kept) == 1
