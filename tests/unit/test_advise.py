from collections.abc import Mapping
from datetime import date

import pytest
from tests.built_in import built_in_adviser, built_in_condition

from isthmus.advise import Advice, Planned, advice_as_json
from isthmus.condition import load_worked_cases, plan
from isthmus.errors import InvalidCase, InvalidQuestion, UnknownName
from isthmus.plan import plan_as_json

TODAY = date(2026, 11, 21)
CONDITION = built_in_condition()
ADVISER = built_in_adviser()
NO_SIGNS = {str(name): False for name, feature in CONDITION.pathway.features.items() if feature.red_flag}
URGENT = {"emergency-now": "emergency", "urgent-referral": "send_to_care"}
WORKED = {case.id: case for case in load_worked_cases(CONDITION)}


def ask(question: str, case: Mapping[str, object] | None = None, *thread: str) -> Advice:
    return ADVISER.ask(question, today=TODAY, case=case, thread=thread)


def test_a_question_without_facts_has_no_plan() -> None:
    advice = ask("What is a pars defect?")
    assert (advice.facts, advice.plan, advice.clashes) == ((), None, ())
    assert advice_as_json(advice)["pathway"] is None


def test_the_plan_for_the_facts_of_a_question_comes_along() -> None:
    advice = ask("My 14 year old has a grade 1 slip. What is a brace made of?")
    assert [(str(fact.feature), fact.said) for fact in advice.facts] == [
        ("age_years", "My 14 year old"),
        ("slip_grade_reported", "grade 1 slip"),
    ]
    assert advice.plan is not None
    assert advice.plan.action == "ask-red-flags"
    assert advice_as_json(advice)["pathway"] == plan_as_json(advice.plan)


def test_facts_of_a_thread_add_up() -> None:
    advice = ask("Can he swim?", None, "My son is 14.", "He has a grade 1 slip.")
    assert {str(fact.feature) for fact in advice.facts} == {"age_years", "slip_grade_reported"}


def test_a_conversation_may_be_as_long_as_it_may_be_when_all_was_denied_in_it() -> None:
    thread = [CHILD, "none of the above", *["Can he swim?"] * 48]
    assert False in {fact.value for fact in ask("Can he run?", None, *thread).facts}
    with pytest.raises(InvalidQuestion, match="more than 50 questions before it"):
        ask("Can he run?", None, *thread, "Can he swim?")


def test_the_case_outranks_the_question_and_a_clash_is_said() -> None:
    advice = ask("My 14 year old has a sore back. What is a brace?", {"age_years": 15, "pregnant": None})
    assert advice.plan is not None
    said = advice_as_json(advice)["clashes"]
    assert said == [{"feature": "age_years", "case": 15, "question": 14, "said": "My 14 year old"}]


def test_a_case_that_says_the_same_is_no_clash() -> None:
    assert ask("My 14 year old has a sore back. Why?", {"age_years": 14}).clashes == ()


def test_a_plan_that_was_made_of_the_case_is_used_for_just_that_case_reader_and_day() -> None:
    case = {**NO_SIGNS, "age_years": 15, "pregnant": None}
    planned = Planned(case, plan(CONDITION, case, today=TODAY))
    plain = "What is a brace?"
    assert ADVISER.ask(plain, today=TODAY, case=planned).plan is planned.plan
    for question, reader, day in (
        ("My back has been sore for 4 months. What is a brace?", "patient", TODAY),
        (plain, "surgeon", TODAY),
        (plain, "patient", date(2026, 11, 22)),
    ):
        advice = ADVISER.ask(question, reader, today=day, case=planned)
        assert advice.plan != planned.plan
        assert advice == ADVISER.ask(question, reader, today=day, case=case)


def test_a_fact_that_cannot_be_is_left_out() -> None:
    assert ask("My pain is 0 out of 10. My slip is 150 percent.").facts != ()
    assert ask("My operation is in 300 weeks. How do I prepare?").facts == ()


@pytest.mark.parametrize(
    "case", [{"rf_bladder_bowel": True}, {"rf_fever_infection": True}, {"rf_major_trauma": True, "age_years": 30}]
)
@pytest.mark.parametrize(
    "question",
    [
        "What is a pars defect?",
        "How many milligrams of ibuprofen may I take?",
        "What is the best laptop?",
        "What next?",
    ],
)
def test_a_danger_sign_in_the_case_outranks_whatever_is_asked(question: str, case: Mapping[str, object]) -> None:
    advice = ask(question, case)
    assert advice.behaviour == "emergency"
    assert "Go to an emergency department now" in (advice.reason or "")
    assert advice.follow_up == ()


@pytest.mark.parametrize("sign", sorted(NO_SIGNS))
def test_no_danger_sign_is_ever_answered_over(sign: str) -> None:
    for case in ({sign: True, "age_years": 14}, {**NO_SIGNS, sign: True, "age_years": 14}):
        assert ask("How common is a pars defect?", case).behaviour in {"emergency", "send_to_care"}


@pytest.mark.parametrize("case", [name for name, case in WORKED.items() if case.action in URGENT])
def test_a_worked_patient_who_needs_care_is_sent_there_whatever_is_asked(case: str) -> None:
    action = str(WORKED[case].action)
    assert ask("What is a pars defect?", WORKED[case].facts).behaviour == URGENT[action]


@pytest.mark.parametrize("case", [{"rf_cancer_suspicion": True}, {"rf_night_pain": True, "age_years": 14}])
def test_what_a_clinician_must_see_within_days_is_sent_to_care_whatever_else_is_unknown(
    case: Mapping[str, object],
) -> None:
    for known in (case, {**NO_SIGNS, **case}):
        assert ask("What is a pars defect?", known).behaviour == "send_to_care"


def test_what_is_an_emergency_by_its_words_stays_one() -> None:
    assert ask("My groin is numb since this morning.", {"rf_cancer_suspicion": True}).behaviour == "emergency"


def test_a_danger_sign_is_heeded_even_where_no_day_is_given_for_a_plan() -> None:
    advice = ADVISER.ask("What is a brace?", case={"rf_fever_infection": True})
    assert (advice.behaviour, advice.plan) == ("emergency", None)


def test_a_danger_sign_told_before_is_heeded_later() -> None:
    assert ask("What is a brace?", None, "I had breast cancer and now my back hurts.").behaviour == "send_to_care"


def test_of_two_patients_whose_facts_cannot_be_told_apart_it_is_said_that_nobody_was_meant() -> None:
    several = CONDITION.evidence.asking.of_several
    advice = ask("My son is 17 with pain for a year. My daughter is 13 with pain for 3 weeks. What should we do next?")
    assert (advice.behaviour, advice.facts) == ("clarify", ())
    assert advice.reason is not None
    assert advice.reason.endswith(several)
    alone = ask("My daughter is 13 with pain for 3 weeks. What should we do next?")
    assert alone.facts
    assert several not in (alone.reason or "")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("How common is it, and what is his next step?", CONDITION.evidence.asking.unsettled),
        ("Which treatment is right for him?", CONDITION.evidence.facets.reason),  # known to depend on facts
    ],
)
def test_a_question_for_the_next_step_asks_for_what_could_change_it(asked: str, reason: str) -> None:
    advice = ask(f"My son is 14 and has had back pain for 6 weeks. {asked}")
    assert advice.behaviour == "clarify"
    assert advice.reason == reason
    assert advice.follow_up[0].startswith("Any new trouble passing or holding urine")
    assert all(statement.citations for statement in advice.statements)
    assert advice.statements


def test_questions_are_in_the_words_of_the_reader() -> None:
    question = "What should my son do next about his slip?"
    told = {ADVISER.ask(question, audience, today=TODAY).follow_up for audience in ("patient", "parent", "surgeon")}
    assert len(told) == 3


def test_a_watch_that_asks_for_facts_keeps_its_reason() -> None:
    advice = ask("Treatment has not worked. What is next?")
    assert advice.behaviour == "clarify"
    assert advice.reason != CONDITION.evidence.asking.unsettled
    assert len(advice.follow_up) > 5


def test_a_plan_that_nothing_unknown_can_change_is_an_answer() -> None:
    advice = ask("What should I do next?", WORKED["no-surgery"].facts)
    assert advice.plan is not None
    assert (advice.plan.action, advice.behaviour, advice.reason) == ("self-manage", "answer", None)
    basis = advice.plan.citations
    assert [statement.claim for statement in advice.statements[: len(basis)]] == list(basis)


def test_what_was_answered_beside_a_settled_plan_stays() -> None:
    case = WORKED["no-surgery"].facts
    general, advice = ask("Will my slip grow?"), ask("Will my slip grow?", case)
    assert general.behaviour == "clarify"
    assert advice.behaviour.startswith("answer")
    assert {one.claim for one in advice.statements} >= {one.claim for one in general.statements}


def test_facts_that_cannot_both_be_right_are_cleared_up_first() -> None:
    advice = ask("What should I do next?", WORKED["clash-a"].facts)
    assert (advice.behaviour, advice.follow_up) == ("clarify", ())
    assert advice.reason
    assert advice.reason != ask("What should I do next?").reason


def test_what_is_refused_stays_refused() -> None:
    advice = ask("How many milligrams of ibuprofen should my son take, and what should he do next?", {"age_years": 14})
    assert advice.behaviour == "abstain"


CHILD = "My daughter is 14 and has a pars fracture. What should we do next?"


@pytest.mark.parametrize(
    "reply",
    ["yes", "yes, the second one", "yes to the numbness", "a bit of numbness yes", "not sure", "5"],
)
def test_a_reply_of_which_nobody_can_tell_what_it_means_is_asked_again_with_what_to_do_till_then(reply: str) -> None:
    first, advice = ask(CHILD), ask(reply, None, CHILD)
    assert (first.behaviour, advice.behaviour, advice.statements) == ("clarify", "clarify", first.statements)
    assert (advice.reason or "").startswith(CONDITION.evidence.asking.replies.unclear)
    assert "get help at once" in (advice.reason or "")
    assert set(first.follow_up) <= {*advice.follow_up, *first.follow_up[9:]}
    assert ask("yes", None, CHILD, reply).reason == advice.reason


def test_a_reply_that_tells_a_danger_sign_of_a_child_is_met_with_it() -> None:
    assert ask("she limps", None, CHILD).behaviour == "send_to_care"


def test_what_a_reply_tells_is_asked_no_more() -> None:
    first, advice = ask(CHILD), ask("no numbness between the legs", None, CHILD)
    assert (advice.behaviour, advice.reason) == ("clarify", CONDITION.evidence.asking.unsettled)
    assert first.follow_up[1] not in advice.follow_up


@pytest.mark.parametrize("reply", ["None of the above apply", "no, none of that", "No to all of them."])
def test_all_danger_signs_that_were_just_asked_may_be_denied_at_once(reply: str) -> None:
    first, advice = ask(CHILD), ask(reply, None, CHILD)
    assert first.signs
    denied = {fact.feature for fact in advice.facts if fact.value is False}
    assert (set(first.signs) <= denied, advice.behaviour, advice.signs) == (True, "clarify", ())
    later = ask("So what should we do?", None, CHILD, reply)
    assert set(first.signs) <= {fact.feature for fact in later.facts}


def test_nothing_is_denied_at_once_that_was_not_just_asked() -> None:
    assert not any(fact.value is False for fact in ask("None of the above", None, CHILD, "What is a brace?").facts)


@pytest.mark.parametrize("reply", ["none of these, except the fever", "no, but my leg is numb", "None. Not sure."])
def test_a_denial_of_all_with_an_exception_denies_nothing(reply: str) -> None:
    advice = ask(reply, None, CHILD)
    assert not any(fact.value is False for fact in advice.facts)
    assert advice.behaviour != "answer"


@pytest.mark.parametrize(
    "later",
    ["Actually yes, the second one.", "I made a mistake, one is a yes.", "Sorry, I misread the list.", "Scratch that."],
)
def test_a_denial_of_all_that_is_taken_back_denies_nothing_and_is_asked_again(later: str) -> None:
    advice = ask(later, None, CHILD, "none of these")
    assert not any(fact.value is False for fact in advice.facts)
    assert set(advice.signs) == set(ask(CHILD).signs)


def test_a_reply_that_only_says_what_is_well_is_a_reply() -> None:
    advice = ask("bladder ok, bowels ok, legs ok, not getting worse", None, CHILD)
    assert (advice.behaviour, advice.reason) == ("clarify", CONDITION.evidence.asking.unsettled)


def test_many_replies_that_deny_all_cost_no_more_than_as_many_turns() -> None:
    thread = [turn for _ in range(12) for turn in (CHILD, "None of the above")]
    assert ask("None of these", None, *thread).behaviour == "clarify"


def test_a_reply_that_settles_the_plan_is_answered() -> None:
    case = {name: value for name, value in WORKED["no-surgery"].facts.items() if name != "age_years"}
    assert ask("What should I do next?", case).behaviour == "clarify"
    assert ask("I am 30", case, "What should I do next?").behaviour == "answer"


def test_a_reply_that_tells_danger_is_danger() -> None:
    assert ask("yes, a fever last night", None, CHILD).behaviour == "emergency"


def test_what_asks_something_is_no_reply_and_nothing_is_one_where_nothing_was_asked_back() -> None:
    assert ask("What is a brace?", None, CHILD).behaviour.startswith("answer")
    assert ask("yes", None, "What is a brace?").reason == CONDITION.evidence.guard.out_of_scope


def test_a_warning_sign_is_named_and_rests_on_what_is_known_of_it() -> None:
    advice = ask("What is a brace?", {"rf_night_pain": True, "age_years": 13})
    row = next(row for row in CONDITION.pathway.recommendations if row.row == "R08")
    assert [statement.claim for statement in advice.statements] == list(row.claims)
    assert (advice.reason or "").startswith(CONDITION.pathway.wordings[advice.audience].rows[row.row][0].text)


def test_the_audience_is_never_guessed() -> None:
    advice = ask("Can my son play?")
    assert (advice.audience, advice.suggested_audience) == ("patient", "parent")


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(InvalidCase):
        ask("What?", {"age_yers": 4})
    with pytest.raises(InvalidQuestion):
        ask("What?", None, "")
    with pytest.raises(UnknownName):
        ADVISER.ask("What?", "nobody")


@pytest.mark.parametrize("question", ["what exercises can I do", "when can I serve again", "Is swimming ok?"])
def test_a_known_danger_sign_that_may_be_urgent_outranks_what_is_answered_of_one_person(question: str) -> None:
    told = ["I have a stress fracture in my back from tennis", "it wakes me every night"]
    advice = ask(question, None, *told)
    assert advice.behaviour == "send_to_care"
    assert "wakes" in str(advice.reason)
    assert [one.claim for one in advice.statements] == ["PD-146"]
    assert ask("what is a pars defect", None, *told).behaviour == "answer"
    assert ask(question, {"age_years": 40}, *told).behaviour.startswith("answer")
    assert ask(question, {"rf_night_pain": False}, told[0]).behaviour != "send_to_care"
