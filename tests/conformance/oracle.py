"""Judges that nobody here wrote: a translator and an engine of CQL and a library of units, run in Node."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

__all__ = ["PLACE", "Verdict", "convert", "decide", "set_up"]

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".venv" / "oracle"
"""Where the judges are set up: beside the libraries of Python that the tests use, out of the tree that tests read."""

_SCRIPTS = Path(__file__).parent / "oracle"
_INSTALL = ("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=1")
_OUT_OF_REACH = re.compile(
    "E(NOTFOUND|AI_AGAIN|CONN(REFUSED|RESET|ABORTED)|TIMEDOUT|(HOST|NET)UNREACH|NOTCACHED|40[137]|50[0234])"
    "|ERR_SOCKET_TIMEOUT|FETCH_ERROR"
)
"""What npm says when it is the network, not the list of packages, that is at fault."""


@dataclass(frozen=True)
class Verdict:
    """What the judges make of some libraries.

    Attributes:
        complaints: Every error and warning of the translator.
        definitions: The names that were run, in the order of each patient's values.
        values: What each definition came to, a row for each patient.
        seconds: How long the engine ran, without the translation and the passing of values.
    """

    complaints: Sequence[str]
    definitions: Sequence[str]
    values: Sequence[Sequence[Any]]
    seconds: float


def set_up(place: Path = PLACE) -> Path:
    """Set the judges up, the first time or when their versions have changed; skip the test where that cannot be.

    On a machine that says it is CI, a network that is out of reach is a failure.
    """
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node and npm are not installed: the outside judges of the exported CQL need them")
    lock = (_SCRIPTS / "package-lock.json").read_text(encoding="utf-8")
    stamp = place / "installed.json"
    installed = stamp.read_text(encoding="utf-8") if stamp.exists() else ""
    shutil.copytree(_SCRIPTS, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
    if installed != lock:
        stamp.unlink(missing_ok=True)
        _install(place)
        stamp.write_text(lock, encoding="utf-8")
    return place


def _install(place: Path) -> None:
    done = subprocess.run(_INSTALL, cwd=place, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    if _OUT_OF_REACH.search(done.stderr) and not os.environ.get("CI"):
        pytest.skip("npm cannot reach its registry: the outside judges of the exported CQL come from there")
    pytest.fail(f"npm cannot set up the outside judges: {done.stderr}")


def decide(
    texts: Mapping[str, str], logic: str, patients: Iterable[Mapping[str, Any]], *, only: Sequence[str] | None = None
) -> Verdict:
    """Translate libraries and run one of them.

    Args:
        texts: The text of every library by its name.
        logic: The name of the library to run.
        patients: The value of every parameter of all libraries, None where it is null; a mapping for each patient.
        only: The definitions to run; all when left out.
    """
    lines = [{"texts": texts, "logic": logic, "only": only}, *patients]
    head, *values, seconds = _ask("decide.mjs", lines)
    return Verdict(head["complaints"], head["definitions"], values, seconds)


def convert(pairs: Sequence[tuple[str, str]]) -> list[float | None]:
    """Say of each pair of units how many of the second one of the first is; None where the library of units refuses."""
    (factors,) = _ask("units.mjs", [pairs])
    found: list[float | None] = factors
    return found


def _ask(script: str, lines: Iterable[Any]) -> list[Any]:
    """Run a script over values, one a line, and read what it says in the same form."""
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    done = subprocess.run(
        ["node", script],  # noqa: S607 - whichever Node is on the path is the one that a user has
        cwd=set_up(),
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
