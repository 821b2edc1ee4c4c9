"""The interview from outside: answers through a pipe, one plan as the only output."""

import json
import subprocess
import sys
from pathlib import Path

from isthmus.cli.case import read_case
from isthmus.condition import built_in_knowledge, load_care

COMMAND = [sys.executable, "-c", "from isthmus.cli.app import main; main()"]
DANCER = Path(__file__).parents[2] / "docs" / "examples" / "dancer.yaml"
PATHWAY = load_care("pars-defect", knowledge=built_in_knowledge())
WORDS = PATHWAY.wordings[PATHWAY.audience("patient")].features


def written(value: object) -> str:
    """Write a value as somebody types it."""
    return (", ".join(map(str, value)) or "none") if isinstance(value, list) else str(value)


def test_who_answers_what_a_file_says_gets_the_plan_of_the_file() -> None:
    facts = read_case(str(DANCER), sys.stdin.buffer).facts
    replies = {words.ask: written(facts[name]) for name, words in WORDS.items() if name in facts}
    command = [*COMMAND, "interview", "--json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asking:
        assert asking.stdin is not None
        assert asking.stdout is not None
        assert asking.stderr is not None
        for line in asking.stderr:
            number, _, ask = line.decode().strip().partition(". ")
            if number.isdecimal() and ask in {words.ask for words in WORDS.values()}:
                asking.stdin.write(f"{replies.get(ask, '?')}\n".encode())
                asking.stdin.flush()
        made = json.loads(asking.stdout.read())
    assert (made["action"], made["row"]) == ("image-xray", "R19c")


def test_all_that_stands_on_standard_output_is_the_plan() -> None:
    done = subprocess.run([*COMMAND, "interview"], input=b"yes\n", capture_output=True, check=False)
    planned = subprocess.run([*COMMAND, "plan", "-"], input=b"rf_bladder_bowel: true", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, planned.stdout)
