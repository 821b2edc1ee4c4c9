"""The pathway as others get it: each language from the installed command, in files that are whole."""

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from isthmus.cli.app import main; main()", "export"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("cql", ["ParsDefectElements.cql", "ParsDefectLogic.cql"]),
        ("sql", ["pars-defect.sql"]),
        ("prose", ["pars-defect.md"]),
    ],
)
def test_a_language_is_written_to_a_folder(tmp_path: Path, language: str, names: list[str]) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = subprocess.run([*COMMAND, language, "--output", str(folder)], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert sorted(path.name for path in folder.iterdir()) == names
    assert all(path.read_text(encoding="utf-8").endswith("\n") for path in folder.iterdir())


def test_writing_twice_gives_the_same_bytes() -> None:
    once, twice = (subprocess.run([*COMMAND, "cql"], capture_output=True, check=True).stdout for _ in range(2))
    assert once == twice
