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


def test_what_was_read_as_another_word_is_told(call: Call) -> None:
    assert '"barce" was read as "brace"' in call("ask", "Does a barce help?").out
    read = json.loads(call("ask", "Does a barce help?", "--json").out)["read_as"]
    assert read == [{"written": "barce", "read": "brace"}]


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
        (
            ["ask", "--each"],
            b'{"question": "Why?", "thread": "What?"}',
            "line 1: Its `thread` is not a list of questions.",
        ),
        (["ask", "--each"], b'{"question": "Why?", "thread": [5]}', "line 1: Its `thread` is not a list of questions."),
        (["ask", "--each"], b'{"question": "Why?", "case": {"age": 5}}', "line 1: `age` is not a case feature."),
        (["ask", "--each"], b'{"question": "Why?", "case": [5]}', "line 1: This is not a mapping of case features."),
        (["ask", "--each", "--after", "What?"], b"", "isthmus: With --each, give `thread` and `case` in the lines."),
        (["ask", "--each", "--case", "-"], b"", "isthmus: With --each, give `thread` and `case` in the lines."),
        (["ask", "Why?", "--case", "-"], b"age_years: 5\nage: 6\n", "standard input:2: `age` is not a case feature."),
        (["ask", "Why?", "--after", ""], b"", "question: The question is empty."),
        (["ask", "Why?", "--today", "soon"], b"", "--today: This is not a date."),
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


def test_a_question_takes_up_what_was_asked_before_and_the_case(call: Call) -> None:
    arguments = ["--after", "My son is 14. Does a brace help?", "--after", "How long?", "--case", "-", "--json"]
    made = json.loads(call("ask", "and at night?", *arguments, "--today", "2026-11-21", stdin=b"age_years: 15\n").out)
    assert made["facts"] == [{"feature": "age_years", "value": 14, "said": "My son is 14"}]
    assert made["clashes"] == [{"feature": "age_years", "case": 15, "question": 14, "said": "My son is 14"}]
    assert (made["pathway"]["action"], made["pathway"]["today"]) == ("ask-red-flags", "2026-11-21")


def test_each_line_may_give_what_was_asked_before_and_a_case(call: Call) -> None:
    line = {"id": 7, "question": "how long?", "thread": ["Does a brace help?"], "case": {"rf_fever_infection": True}}
    made = json.loads(call("ask", "--each", stdin=json.dumps(line).encode()).out)
    assert (made["id"], made["behaviour"]) == (7, "emergency")
    same = json.loads(call("ask", "--each", stdin=json.dumps({**line, "case": None}).encode()).out)
    assert same["behaviour"].startswith("answer")
    assert same["pathway"] is None


def test_a_value_of_a_case_is_never_repeated(call: Call) -> None:
    told = call("ask", "Why?", "--case", "-", stdin=b"age_years: secret\n")
    assert (told.code, "secret" in told.err) == (2, False)
