import json

from tests.unit.cli.conftest import Call

DAY = ("--today", "2026-11-21")


def test_the_guide_is_printed_with_footnotes(call: Call) -> None:
    told = call("guide", *DAY)
    assert (told.code, told.err) == (0, "")
    assert "Sources\n  1. " in told.out
    assert "[1]" in told.out


def test_one_chapter_is_printed_in_the_words_of_an_audience(call: Call) -> None:
    patient, surgeon = (call("guide", "symptoms", "--audience", who, *DAY).out for who in ("patient", "surgeon"))
    assert "The guide for a patient" in patient
    assert "The guide for a surgeon" in surgeon
    assert patient != surgeon


def test_the_json_has_every_chapter_for_every_audience_with_claims_for_each_sentence(call: Call) -> None:
    for audience in ("patient", "parent", "athlete", "coach", "physiotherapist", "primary-care-clinician", "surgeon"):
        page = json.loads(call("guide", "--audience", audience, "--json", *DAY).out)
        assert len(page["chapters"]) == 15
        sentences = [told for chapter in page["chapters"] for told in chapter["sentences"]]
        assert all(told["claims"] or told["about"] for told in sentences)
        assert all(told["marks"] for told in sentences if told["claims"])
        assert page["review"]["status"] == "submitted"


def test_a_chapter_or_audience_that_is_not_there_is_refused(call: Call) -> None:
    told = call("guide", "symptom")
    assert (told.code, told.out) == (2, "")
    assert told.err == "chapter: There is no chapter `symptom`. Did you mean `symptoms`?\n"
    assert call("guide", "--audience", "coahc").err == "audience: There is no audience `coahc`. Did you mean `coach`?\n"


def test_claims_from_memory_are_never_printed(call: Call) -> None:
    out = "".join(call("guide", "--audience", who, *DAY).out for who in ("patient", "surgeon"))
    assert not [claim for claim in ("PD-045", "PD-051", "PD-052", "PD-069", "PD-109", "PD-110") if claim in out]
