"""The installed command from outside: what it prints where, and what a kill or a closed pipe does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from isthmus.cli.app import main; main()"]


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, check=False)


def test_a_plan_from_standard_input_is_one_json_document() -> None:
    done = run("plan", "-", "--json", stdin=b"rf_saddle_numb: true")
    assert done.returncode == 0
    assert json.loads(done.stdout)["action"] == "emergency-now"
    assert done.stderr == b""


def test_a_closed_pipe_ends_quietly() -> None:
    lines = b'{"rf_saddle_numb": true}\n' * 200
    producer = subprocess.Popen(
        [*COMMAND, "plan", "--each"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert producer.stdin is not None
    assert producer.stdout is not None
    assert producer.stderr is not None
    producer.stdin.write(lines)
    producer.stdin.close()
    assert producer.stdout.readline()
    producer.stdout.close()
    told = producer.stderr.read()
    producer.stderr.close()
    producer.wait(timeout=60)
    assert b"Traceback" not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="This system has no file that is always full.")
@pytest.mark.parametrize("arguments", [("plan", "-", "--json"), ("glossary",), ("--version",)])
def test_no_room_for_what_is_printed_is_told_in_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], input=b"age_years: 14", stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"isthmus: There is no room for what is printed. Make room, or print it elsewhere.\n"


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"\xff\xfe\x00a", b"[" * 200_000, b"{" * 200_000, b"a: &x [*x]", b"- " * 50_000, b"a: !!python/object/apply:os.system ['id']"],
    ids=["empty", "control", "utf-16", "brackets", "braces", "alias", "dashes", "tag"],
)  # fmt: skip
def test_a_hostile_case_is_told_in_one_line_and_prints_nothing(tmp_path: Path, content: bytes) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(content)
    done = run("plan", str(case))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(str(case).encode())


def test_an_unreadable_folder_of_documents_is_told(tmp_path: Path) -> None:
    done = run("ask", "What is a pars defect?", "--library", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


def test_nothing_a_patient_typed_appears_in_an_error() -> None:
    done = run("plan", "-", stdin=b"age_years: 4711\ncourse: my own words\nsmoker: perhaps\n")
    assert done.returncode == 2
    assert not any(word in done.stderr for word in (b"4711", b"my own words", b"perhaps"))
    assert done.stderr.count(b"\n") == 3


def test_a_conversation_brings_its_facts_and_its_plan_from_outside() -> None:
    done = run("ask", "and how long?", "--after", "My son is 14. Does a brace help?", "--json", "--today", "2026-11-21")
    assert (done.returncode, done.stderr) == (0, b"")
    said = json.loads(done.stdout)
    assert said["facts"] == [{"feature": "age_years", "value": 14, "said": "My son is 14"}]
    assert said["pathway"]["action"] == "ask-red-flags"
    assert said["statements"]


def test_no_word_of_a_question_appears_in_an_error() -> None:
    done = run("ask", "My secret 4711", "--after", "Word of mouth", "--case", "-", stdin=b"age: 5\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert not any(word in done.stderr for word in (b"secret", b"4711", b"mouth"))
