from decimal import Decimal

import pytest

from isthmus.condition import Condition
from isthmus.errors import Fault
from isthmus.plan import Interview
from isthmus.present import Kept, Place, check_page, first_page, interview_page
from isthmus.terms import AudienceId, FeatureName


@pytest.fixture(scope="module")
def interview(condition: Condition) -> Interview:
    return Interview(condition.pathway)


@pytest.fixture
def patient(condition: Condition) -> AudienceId:
    return condition.pathway.audience("patient")


def test_every_danger_sign_is_asked_first_and_none_is_answered_for_the_visitor(
    condition: Condition, patient: AudienceId
) -> None:
    page = first_page(condition, patient, {})
    flags = [name for name, feature in condition.pathway.features.items() if feature.red_flag]
    assert [sign.name for sign in page.signs] == flags
    assert (any(sign.ticked for sign in page.signs), page.others_absent) == (False, None)


def test_what_was_said_of_the_signs_comes_back_and_an_open_one_is_no_no(
    condition: Condition, patient: AudienceId, safe: dict[str, object]
) -> None:
    page = first_page(condition, patient, {**safe, "rf_fever_infection": True})
    assert [sign.name for sign in page.signs if sign.ticked] == ["rf_fever_infection"]
    assert page.others_absent is True
    assert first_page(condition, patient, {**safe, "rf_saddle_numb": None}).others_absent is False
    assert first_page(condition, patient, {"rf_saddle_numb": True}).others_absent is False


def test_a_question_comes_in_the_readers_words_with_its_reason_and_where_it_leads(
    condition: Condition, interview: Interview, safe: dict[str, object]
) -> None:
    asked = interview.open_questions(safe)[0]
    for audience, wording in condition.pathway.wordings.items():
        page = interview_page(condition, audience, asked, Place(10, 9, 22), Kept({}))
        words = wording.features[asked.feature]
        assert (page.question.ask, page.reason.text) == (words.ask, words.why.text)
        assert [claim for claim, _ in page.reason.claims] == list(words.why.claims)
        assert all(who for _, who in page.reason.claims)
        assert page.leads == tuple(wording.actions[action].title for action in asked.could_lead_to)
        assert not page.is_danger


def test_what_was_typed_is_kept_with_what_is_wrong_with_it(
    condition: Condition, interview: Interview, safe: dict[str, object], patient: AudienceId
) -> None:
    asked = interview.open_questions(safe)[0]
    kept = Kept({asked.feature: ["abc"]}, (Fault(asked.feature, "This is no number.", "Write digits."),))
    question = interview_page(condition, patient, asked, Place(10, 9, None), kept).question
    assert (question.typed, question.error) == (("abc",), "This is no number. Write digits.")


def test_all_answers_are_shown_to_check_with_the_absent_signs_in_one_line(
    condition: Condition, interview: Interview, safe: dict[str, object], patient: AudienceId
) -> None:
    replies = {**safe, "age_years": Decimal(16), "course": None}
    page = check_page(condition.pathway, patient, replies, interview.open_questions(safe)[:2])
    assert page.absent_signs == len(safe)
    assert [(reply.number, reply.value) for reply in page.replies] == [
        (len(safe) + 1, "16\N{NO-BREAK SPACE}years"),
        (len(safe) + 2, None),
    ]
    assert len(page.open) == 2
    assert all(question.ask and question.why and question.leads for question in page.open)
    assert page.skipped == len(condition.pathway.features) - len(replies) - 2


def test_a_sign_that_is_there_or_not_known_has_a_line_of_its_own(
    condition: Condition, safe: dict[str, object], patient: AudienceId
) -> None:
    page = check_page(condition.pathway, patient, {**safe, "rf_saddle_numb": None, "rf_night_pain": True}, ())
    asked = {condition.pathway.wordings[patient].features[FeatureName(name)].ask: name for name in safe}
    assert {asked[reply.ask]: reply.value for reply in page.replies} == {"rf_saddle_numb": None, "rf_night_pain": True}
