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


def test_a_sentence_of_a_document_shows_the_headings_it_stands_under(call: Call, tmp_path: Path) -> None:
    page = (
        "# Care\n\n## Adults\n\n### First steps\n\nTreatment of a pars defect begins with rest and physical therapy.\n"
    )
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    told = shown(call, "What is the treatment for a pars defect?", "--library", str(tmp_path))
    assert 'under "Adults / First steps"' in told


def test_what_was_read_is_shown_with_its_words_so_that_it_can_be_corrected(call: Call) -> None:
    told = shown(call, "My 14 year old has a bilateral pars defect and no fever. What should we do next?")
    assert 'age: 14 years "My 14 year old"' in told
    assert 'side of the defect: Both sides "bilateral pars defect"' in told
    assert 'fever or suspected infection: no "fever"' in told
    assert "Answer the danger signs first" in told
    assert "To find out" in told


def test_scans_that_were_not_made_are_shown_as_none_and_a_clash_is_said(call: Call, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("imaging_done: [xray]\n", encoding="utf-8")
    told = shown(call, "He has had no scans yet. Which one comes first?", "--case", str(case))
    assert "the list of scans made: none" in told
    assert "Your case gives another the list of scans made" not in told
    assert "the case is used" in told


def test_the_answers_to_several_questions_stand_below_each(call: Call) -> None:
    told = shown(call, "Is it dangerous and how long until he can play?")
    assert "Answer Is it dangerous?" in told
    assert told.rindex("Is it dangerous?") < told.rindex("how long until he can play?")


def test_a_plan_that_asks_for_more_does_not_hold_up_an_alarm(call: Call) -> None:
    told = shown(call, "My 15 year old cannot feel when he pees since last night, and his groin is numb")
    assert told.startswith("!! ")
    assert "age: 15 years" in told
    assert "Answer the danger signs first" not in told
    assert "Go to an emergency department now" in shown(call, "My 14 year old has a fever and back pain. What now?")
