import json
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call

TREATMENT = "What is the treatment for a pars defect?"


def test_an_answer_is_printed_for_a_person_with_its_sources(call: Call) -> None:
    told = call("ask", TREATMENT)
    assert (told.code, told.err) == (0, "")
    assert "First-line care" in told.out
    assert "PD-0" in told.out


def test_an_answer_is_printed_as_json(call: Call) -> None:
    answer = json.loads(call("ask", TREATMENT, "--json").out)
    assert answer["question"] == TREATMENT
    assert all(statement["citations"] for statement in answer["statements"])


def test_many_questions_are_answered_line_by_line(call: Call) -> None:
    lines = b'{"id": 1, "question": "What is a pars defect?"}\n{"id": 2, "question": "What is the best laptop?"}\n'
    told = call("ask", "--each", stdin=lines)
    assert [(made["id"], made["behaviour"]) for made in map(json.loads, told.out.splitlines())] == [
        (1, "answer"),
        (2, "abstain"),
    ]


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["ask", ""], b"", "question: The question is empty."),
        (["ask", "x" * 1_000_000], b"", "question: "),
        (["ask", "--each"], b'{"id": 1}', "line 1: It has no `question`, or one that is not text."),
        (["ask", "Why?", "--library", "no-such-folder"], b"", "no-such-folder: "),
        (["ask", "Why?", "--audience", "surgon"], b"", "audience: There is no audience `surgon`."),
    ],
)
def test_a_question_that_cannot_be_used_is_told_in_one_line(
    call: Call, arguments: list[str], stdin: bytes, message: str
) -> None:
    told = call(*arguments, stdin=stdin)
    assert told.code == 2
    assert told.err.startswith(message)
    assert told.err.count("\n") == 1


def test_a_library_answers_with_its_own_bytes_and_what_it_could_not_use_is_told(call: Call, tmp_path: Path) -> None:
    text = "Treatment\n\nTreatment of a pars defect begins with rest and physical therapy.\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG")
    told = call("ask", TREATMENT, "--json", "--library", str(tmp_path))
    cited = [c for s in json.loads(told.out)["statements"] for c in s["citations"] if c["document"]]
    assert cited
    assert all(text.encode()[c["start"] : c["end"]].decode() == c["quote"] for c in cited)
    assert "scan.png" in told.err
