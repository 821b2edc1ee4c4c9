"""A library from outside: killed at random moments, asked while it grows, and where it cannot be written."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.functional.killed import PROGRAM, survive, write_pages

COMMAND = [sys.executable, "-c", "from isthmus.cli.app import main; main()"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)


def test_an_ingest_killed_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    survive(tmp_path, kills=5, seed=3)


def test_a_second_ingest_is_told_and_sources_are_listed_meanwhile(tmp_path: Path) -> None:
    pages, library = tmp_path / "pages", str(tmp_path / "library")
    write_pages(pages)
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, library, str(pages)], stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        for _ in range(30):
            first.stdout.readline()
        first.send_signal(signal.SIGSTOP)
        second = run("ingest", str(pages), "--library", library)
        listed = run("sources", "--json", "--library", library)
        first.send_signal(signal.SIGCONT)
        first.communicate()
    told = f"{library}: Another program is changing this library. Wait until it is done, then try again.\n"
    assert (second.returncode, second.stdout, second.stderr) == (2, "", told)
    assert 0 < len(json.loads(listed.stdout)) < len(json.loads(run("sources", "--json", "--library", library).stdout))


def test_a_library_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    (tmp_path / "file").touch()
    done = run("ingest", str(tmp_path / "pages"), "--library", str(tmp_path / "file"))
    told = f"{tmp_path / 'file'}: It cannot be written. Make it writable, or name another folder.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="this system cannot limit how large a file may grow")
def test_a_full_disk_is_told_in_one_sentence_and_what_was_stored_is_safe(tmp_path: Path) -> None:
    pages, library = tmp_path / "pages", tmp_path / "library"
    write_pages(pages)
    limited = ["prlimit", "--fsize=200000", "--", *COMMAND, "ingest", str(pages), "--library", str(library)]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    again = run("ingest", str(pages), "--library", str(library))
    assert again.returncode == 0
