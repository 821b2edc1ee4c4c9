import json
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call
from tests.unit.knowledge import spoilt


def test_the_built_in_knowledge_holds(call: Call) -> None:
    told = call("check")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("The knowledge holds: no fault in its files, ")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("pathway.yaml", "then: self-manage", "then: self-mange", "conditions/pars-defect/pathway.yaml:"),
        ("cases.yaml", "row: R36, flags", "row: R35, flags", "Worked patient `exactly-30` gets R36"),
    ],
)
def test_knowledge_that_does_not_hold_is_exit_code_three(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    spoilt(tmp_path, name, lambda text: text.replace(old, new, 1))
    monkeypatch.setenv("ISTHMUS_KNOWLEDGE", str(tmp_path))
    told = call("check")
    assert (told.code, told.out) == (3, "")
    assert message in told.err
    as_json = json.loads(call("check", "--json").out)
    assert as_json["holds"] is False
    assert message in as_json["faults"][0]
