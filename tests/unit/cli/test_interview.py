import json

import pytest
from tests.unit.cli.conftest import Call, Called
from tests.unit.knowledge import PATHWAY

from isthmus.terms import AudienceId

WORDS = PATHWAY.wordings[AudienceId("patient")].features
SIGNS = [name for name, feature in PATHWAY.features.items() if feature.red_flag]


def interviewed(call: Call, *replies: str, arguments: tuple[str, ...] = ("--json",)) -> Called:
    return call("interview", *arguments, stdin="".join(f"{reply}\n" for reply in replies).encode())


def row(told: Called) -> str:
    return str(json.loads(told.out)["row"])


def test_danger_signs_are_asked_first_one_at_a_time(call: Call) -> None:
    told = interviewed(call, *["no"] * len(SIGNS))
    places = [told.err.index(f"{at}. {WORDS[name].ask}") for at, name in enumerate(SIGNS, start=1)]
    assert places == sorted(places)


@pytest.mark.parametrize("audience", PATHWAY.wordings)
def test_every_audience_is_asked_in_its_own_words_and_told_why(call: Call, audience: AudienceId) -> None:
    words = PATHWAY.wordings[audience].features[SIGNS[0]]
    told = interviewed(call, "yes", arguments=("--json", "--audience", audience))
    assert f"\n1. {words.ask}\n   {words.why.text}\n" in told.err
    assert json.loads(told.out)["audience"] == audience


def test_an_emergency_ends_it_at_once(call: Call) -> None:
    told = interviewed(call, "no", "yes", "no")
    assert (told.code, row(told)) == (0, "R01")
    assert "That is enough to know. Asked: 2 of 42 questions." in told.err


def test_what_is_not_known_is_not_asked_again_and_is_not_no(call: Call) -> None:
    told = interviewed(call, "", *["no"] * 8)
    made = json.loads(told.out)
    assert (made["action"], made["detail"]) == ("ask-red-flags", ["rf_bladder_bowel"])
    assert told.err.count(WORDS[SIGNS[0]].ask) == 1


def test_it_ends_when_no_answer_could_change_the_plan(call: Call) -> None:
    told = interviewed(call, *["no"] * 9, "15", "no", "?")
    assert (told.code, row(told)) == (0, "R11")
    assert "Asked: 12 of 42 questions." in told.err


def test_the_end_of_the_input_is_an_end_too(call: Call) -> None:
    told = interviewed(call, "no")
    assert (told.code, json.loads(told.out)["action"]) == (0, "ask-red-flags")
    assert "The input ends here; what was not answered stays open." in told.err
    assert json.loads(interviewed(call).out)["row"] == "R06"


@pytest.mark.parametrize("bad", ["perhaps", "\xff", "x" * 2_000 + " yes", "x" * 999 + "yes"])
def test_a_bad_answer_is_explained_and_asked_for_again(call: Call, bad: str) -> None:
    told = interviewed(call, bad, "no", "yes")
    assert row(told) == "R01"
    assert told.err.count("That is neither yes nor no. Answer yes or no. Press Enter if you do not know.") == 1
    assert bad not in told.err


def test_who_never_gives_an_answer_is_not_asked_for_ever(call: Call) -> None:
    told = interviewed(call, *["perhaps"] * 10, *["no"] * 8)
    assert "It is taken as not known." in told.err
    assert json.loads(told.out)["detail"] == ["rf_bladder_bowel"]


def test_hints_and_choices_stand_with_the_question(call: Call) -> None:
    told = interviewed(call, *["no"] * 9, "15", "no", "2", "no")
    for words in [
        "   4  Weakness that is not getting worse",
        "Weakness that is getting worse is a danger sign instead.",
    ]:
        assert words in told.err
    assert "Press Enter if there was no surgery." in told.err


def test_it_says_who_can_tell(call: Call) -> None:
    told = interviewed(call, *["no"] * 9, "15", "no", "2", "no", *[""] * 30)
    assert "   The scan report says." in told.err
    assert "   The clinician can tell." in told.err


def test_the_plan_is_printed_for_a_person_and_the_questions_beside_it(call: Call) -> None:
    told = interviewed(call, "yes", arguments=("--today", "2026-11-21", "--audience", "primary-care-clinician"))
    assert "!! Send to an emergency department now" in told.out
    assert "row R01, 21\N{NO-BREAK SPACE}November 2026" in told.out
    assert "1. " in told.err
    assert "1. " not in told.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--audience", "patent"), "audience: There is no audience `patent`. Did you mean `patient`?\n"),
        (("--today", "tomorrow"), "--today: This is not a date. Write it as 2026-11-21.\n"),
    ],
)
def test_a_call_that_cannot_be_used_is_told_before_anything_is_asked(
    call: Call, arguments: tuple[str, ...], message: str
) -> None:
    told = interviewed(call, "yes", arguments=arguments)
    assert (told.code, told.out, told.err) == (2, "", message)
