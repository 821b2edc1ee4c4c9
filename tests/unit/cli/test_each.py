import io
import json

import pytest

from isthmus.cli.each import answer_each
from isthmus.errors import InvalidCase, InvalidQuestion
from isthmus.located import Located
from isthmus.terms import Json


def doubled(document: Located) -> Json:
    if document.value.get("n") == 0:
        raise InvalidQuestion("The question is empty.", where="question", remedy="Ask something.")
    if "n" not in document.value:
        raise InvalidCase("`n` is missing.", where=document.name, remedy="Add it.")
    return {"double": 2 * document.value["n"]}


def answered(lines: bytes, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]], str]:
    code = answer_each(io.BytesIO(lines), doubled)
    texts = capsys.readouterr()
    return code, [json.loads(line) for line in texts.out.splitlines()], texts.err


def test_each_line_is_answered_by_a_line_with_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, err = answered(b'{"id": "a", "n": 1}\n\n{"id": 7.5, "n": 2}\n{"n": 3}', capsys)
    assert (code, err) == (0, "")
    assert lines == [{"id": "a", "double": 2}, {"id": 7.5, "double": 4}, {"double": 6}]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": "b"}', "line 2: `n` is missing. Add it."),
        (b'{"n": 0}', "line 2, question: The question is empty. Ask something."),
        (b"{oops}", "line 2:1:2: This is not JSON. Mend it there."),
        (b"[1]", "line 2: This is not a JSON object. Send one object a line."),
        (b'{"n": "\xff"}', "line 2: It is not UTF-8 text. Send it as UTF-8."),
        (b'{"n": "' + b"x" * 4_100_000 + b'"}', "line 2: It is longer than 2,000,000 bytes. Send a shorter one."),
    ],
)
def test_a_line_that_cannot_be_used_is_told_and_the_rest_goes_on(
    line: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, err = answered(b'{"n": 1}\n' + line + b'\n{"n": 3}\n', capsys)
    assert code == 2
    assert err == f"{message}\n"
    assert [entry.get("double") for entry in lines] == [2, None, 6]
    assert lines[1]["error"] == message
