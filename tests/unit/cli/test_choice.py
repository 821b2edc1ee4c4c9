import json

import pytest
from tests.unit.cli.conftest import Call

DAY = ("--today", "2026-11-21")
CHOICES = ["brace-or-not", "injection-or-not", "repair-or-fusion", "surgery-or-longer-care"]
HEADS = [
    "The condition", "The decision", "What it is", "Good sides", "Bad sides", "What it is like", "What matters to you",
    "What is uncertain", "How this is kept up to date", "Who pays for this", "Sources",
]  # fmt: skip


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("audience", ["patient", "surgeon"])
def test_every_choice_is_printed_with_every_item_of_a_decision_aid(call: Call, name: str, audience: str) -> None:
    told = call("choice", name, "--audience", audience, *DAY)
    assert (told.code, told.err) == (0, "")
    assert [head for head in HEADS if f"\n{head}\n" not in told.out and f"\n  {head}\n" not in told.out] == []
    assert "changed 21" in told.out
    assert "[1" in told.out


def test_the_json_gives_every_option_the_same_parts(call: Call) -> None:
    page = json.loads(call("choice", "repair-or-fusion", "--json", *DAY).out)
    assert len(page["options"]) > 1
    assert all(option[part] for option in page["options"] for part in ("what", "benefits", "harms", "like"))
    assert page["review"]["status"] == "submitted"


def test_a_choice_that_is_not_there_is_refused(call: Call) -> None:
    refused = call("choice", "brace-or-nt")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "choice: There is no choice `brace-or-nt`. Did you mean `brace-or-not`?\n"
