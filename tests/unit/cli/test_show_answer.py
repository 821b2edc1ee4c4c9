from pathlib import Path

from tests.unit.cli.conftest import Call


def shown(call: Call, *arguments: str) -> str:
    return " ".join(call("ask", *arguments).out.split())


def test_no_answer_shows_its_reason_first(call: Call) -> None:
    told = shown(call, "How many milligrams of ibuprofen may I give my son?")
    assert "abstain; 0 sentences; none reviewed by a clinician" in told


def test_an_emergency_is_marked_by_a_sign(call: Call) -> None:
    assert shown(call, "Since last night I cannot feel when I pee and my groin is numb").startswith("!! ")


def test_sources_that_disagree_are_listed_with_what_each_says(call: Call) -> None:
    told = shown(call, "How common are pars defects?")
    assert "Sources differ" in told
    assert "[D01]" in told


def test_a_sentence_of_a_document_shows_its_bytes(call: Call, tmp_path: Path) -> None:
    page = "Treatment of a pars defect begins with rest and physical therapy.\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    told = shown(call, "What is the treatment for a pars defect?", "--library", str(tmp_path))
    assert "bytes 0 to 65" in told
