from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.built_in import built_in_condition
from tests.unit.answer.asking import ASKING
from tests.unit.knowledge import PATHWAY

from isthmus.answer.facts import NOTHING_ASKED, AskedBefore, Fact, read_facts
from isthmus.claims import Asking, FactValue
from isthmus.plan import plain, read_patient
from isthmus.terms import FeatureName

REAL = built_in_condition().evidence.asking


def read(text: str, *earlier: str) -> dict[str, FactValue]:
    return {str(fact.feature): fact.value for fact in read_facts(text, ASKING, earlier)}


def test_a_fact_is_shown_with_the_words_that_say_it() -> None:
    fact = Fact(FeatureName("age_years"), Decimal(14), "My 14 year old")
    assert read_facts("My 14 year old has a sore back. Why?", ASKING) == (fact,)


def test_nothing_is_read_where_nothing_says_how() -> None:
    assert read_facts("My son is 14.", Asking()) == ()
    assert read_facts("My son is 14.", replace(ASKING, readings=())) == ()


def test_later_facts_outrank_earlier_ones_and_others_stay() -> None:
    assert read("He is 15 now.", "My son is 14 and still growing.") == {
        "age_years": Decimal(15),
        "skeletal_maturity": "immature",
    }


def test_what_the_asker_tells_is_not_the_patients_once_there_is_one() -> None:
    assert read("My son is 14. Can he play?", "I smoke. Is that bad?") == {"age_years": Decimal(14)}


def test_two_things_said_of_one_feature_leave_it_unknown() -> None:
    assert read("My son is 14. My son is 15. Can he play?") == {}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("I have no fever.", {"rf_fever_infection": False}),
        ("I have no weakness, pain or fever.", {"rf_fever_infection": False}),
        ("I have no weakness, fever.", {}),
        ("I have no pain and fever.", {}),
        ("My son has no pain, has fever.", {"rf_fever_infection": True}),
        ("No, I have a fever.", {"rf_fever_infection": True}),
        ("No, fever since I ran.", {"rf_fever_infection": True}),
        ("My son never had a fusion 3 weeks ago.", {}),
        ("I have no fever at all.", {"rf_fever_infection": False}),
        ("I have no weakness in my legs so far.", {"rf_leg_weakness_bilateral": False}),
        ("I have no fever until yesterday.", {}),
        ("I have no fever, except at night.", {}),
        ("I have no fever apart from last night.", {}),
        ("I have no fever, just chills.", {}),
        ("I had no fever last week.", {}),
        ("I have no fever but now chills.", {}),
        ("There is no fever in my brother.", {}),
        ("There is no fever scale at home.", {}),
        ("It is not true that I have no fever.", {}),
        ("I had no injury except falling off a horse.", {}),
        ("I have no bladder or bowel problems until I sneeze.", {}),
        ("My pain does not wake me until three.", {}),
        ("They found no slip on the film, but the scan shows grade 2.", {}),
    ],
)
def test_a_denial_reaches_what_it_surely_denies(text: str, facts: dict[str, FactValue]) -> None:
    assert read(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("I have had back pain for 6 weeks.", {"symptom_months": Decimal("1.5")}),
        ("I have had back pain for 6 weeks or more.", {}),
        ("I am 45 kilos.", {}),
        ("I am nearly 30.", {}),
        ("I have done nearly 6 months of physio.", {}),
        ("My slip is 20 percent.", {"slip_percent": Decimal(20)}),
        ("My operation is in 2 years.", {}),
        ("I am \N{CIRCLED NUMBER SIXTEEN}.", {}),
    ],
)
def test_a_number_is_taken_where_it_is_the_one_meant(text: str, facts: dict[str, FactValue]) -> None:
    assert read(text) == facts


def test_where_nobody_is_named_only_what_stands_apart_from_the_question_is_taken() -> None:
    assert read("The MRI ruled out a pars defect. What else can it be?") == {"defect_status": "excluded"}
    assert read("The slip is 20 percent. What now?") == {}
    assert read("bilateral pars defect surgery") == {}


def test_nobody_tells_more_than_a_hundred_sentences() -> None:
    assert read("I walk. " * 99 + "I smoke.") == {"smoker": True}
    assert read("I walk. " * 100 + "I smoke.") == {}


WORDS = [word for wording in ("my son is 14 years old", "no fever or pain", "not a grade 3 slip", "20 percent ,", "fusion 6 months ago .",
    "if maybe should he she i brother people", "a bilateral defect ?", "mri showed", "brace and physio for half a year", "pregnant smoke never")
    for word in wording.split()]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_whatever_is_said_a_fact_has_words_of_the_question_and_fits_the_pathway(words: list[str]) -> None:
    text = " ".join(words)
    for fact in read_facts(text, ASKING):
        assert fact.said in text
        read_patient(PATHWAY, {fact.feature: plain(fact.value)})


@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_what_is_supposed_is_no_fact(words: list[str]) -> None:
    told = {fact.feature for fact in read_facts(f"if {' '.join(word for word in words if word not in '.?')}", ASKING)}
    firm = {reading.feature for reading in ASKING.readings if reading.firm}
    assert told <= firm


FEVER, SADDLE = FeatureName("rf_fever_infection"), FeatureName("rf_saddle_numb")


@pytest.mark.parametrize(
    ("reply", "denied"),
    [
        ("None of the above.", {FEVER, SADDLE}),
        ("No to all five.", {FEVER, SADDLE}),
        ("None of that. My legs are strong.", {FEVER, SADDLE}),
        ("No to all nine.", set()),
        ("None of them. I feel odd.", set()),
        ("None of them. No fever until yesterday.", set()),
        ("none of these, except the fever", set()),
        ("No fever.", {FEVER}),
    ],
)
def test_one_sentence_denies_the_signs_that_were_asked_right_before(reply: str, denied: set[FeatureName]) -> None:
    asked = [NOTHING_ASKED, AskedBefore((FEVER, SADDLE), 5)]
    told = read_facts(reply, ASKING, ["I am 26 with a pars defect. What next?"], asked)
    assert {fact.feature for fact in told if fact.value is False and fact.feature in {FEVER, SADDLE}} == denied


def test_what_was_denied_with_others_is_unknown_once_it_is_spoken_of_again() -> None:
    turns = ["I am 26 with a pars defect. What next?", "None of the above."]
    asked = [NOTHING_ASKED, AskedBefore((FEVER, SADDLE), 5), NOTHING_ASKED]
    known = {fact.feature for fact in read_facts("not sure about the fever", ASKING, turns, asked)}
    assert (FEVER in known, SADDLE in known) == (False, True)


def test_nothing_is_denied_together_where_nothing_was_asked() -> None:
    assert read("None of the above.", "I am 26. What next?") == {"age_years": Decimal(26)}


@pytest.mark.parametrize(
    ("turns", "facts"),
    [
        (["I have no fever.", "I do now."], {}),
        (["I have no fever. No wait, I do."], {}),
        (["I have no fever.", "That's not true."], {}),
        (["I have a fever.", "I mixed it up."], {"rf_fever_infection": True}),
        (["I have no fever.", "Is that wrong?"], {"rf_fever_infection": False}),
        (["That was wrong. I have no fever."], {"rf_fever_infection": False}),
    ],
)
def test_what_is_taken_back_is_not_known_any_more_but_a_danger_sign_stays(
    turns: list[str], facts: dict[str, FactValue]
) -> None:
    *before, last = turns
    assert {str(fact.feature): fact.value for fact in read_facts(last, REAL, before)} == facts
