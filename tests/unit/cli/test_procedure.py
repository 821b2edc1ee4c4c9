import json

import pytest
from tests.unit.cli.conftest import Call

DAY = ("--today", "2026-11-21")
PROCEDURES = [
    "brace", "conservative-programme", "ct", "decompression", "direct-repair", "fusion", "mri", "pars-injection", "spect", "x-ray",
]  # fmt: skip


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_procedure_is_printed_from_what_it_is_to_what_to_ask(call: Call, name: str) -> None:
    told = call("procedure", name, *DAY)
    assert (told.code, told.err) == (0, "")
    for heading in ("What it is", "Good sides", "Bad sides", "Prepare", "Recovery", "Questions to ask", "Sources"):
        assert f"\n{heading}\n" in told.out


def test_dates_are_counted_from_the_day_that_was_given(call: Call) -> None:
    page = json.loads(call("procedure", "direct-repair", "--date", "2027-01-15", "--json", *DAY).out)
    assert page["on"] == "2027-01-15"
    assert all((item["on"] is None) == (item["days_before"] is None) for item in page["prepare"])
    assert page["recovery"][0]["first"] == "2027-01-15"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["brce"], "procedure: There is no procedure `brce`. Did you mean `brace`?\n"),
        (["brace", "--date", "soon"], "--date: This is not a date. Write it as 2026-11-21.\n"),
    ],
)
def test_what_cannot_be_used_is_refused(call: Call, arguments: list[str], told: str) -> None:
    refused = call("procedure", *arguments)
    assert (refused.code, refused.out, refused.err) == (2, "", told)
