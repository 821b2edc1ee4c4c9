import pytest
from tests.built_in import built_in_handbook

from isthmus.condition import Condition, Handbook
from isthmus.present.aid import NO_TALK, Talk, aids_for, spoken_of, talk_of
from isthmus.present.sources import cite, list_sources
from isthmus.present.teller import Teller
from isthmus.terms import ActionId


@pytest.fixture(scope="module")
def whole() -> Handbook:
    return built_in_handbook()


def talk(whole: Handbook, action: str) -> Talk:
    said = [spoken.in_register("plain") for spoken in spoken_of(ActionId(action), whole.book)]
    claims = [claim for sentence in said for claim in sentence.claims]
    shelf = list_sources(cite(claims, whole.basis), whole.basis)
    return talk_of(ActionId(action), whole.book, Teller(whole.basis, shelf, "plain"))


def test_of_several_decision_aids_the_one_meant_for_the_fewest_actions_is_told(whole: Handbook) -> None:
    shown = talk(whole, "discuss-repair")
    assert shown.aid is not None
    assert shown.aid.name == "repair-or-fusion"
    assert shown.other_aids == (("surgery-or-longer-care", "Surgery or longer care"),)
    assert len({len(option.benefits) > 0 for option in shown.aid.options}) == 1


def test_questions_to_take_along_are_those_of_the_procedures_that_an_action_may_mean(whole: Handbook) -> None:
    shown = talk(whole, "start-conservative-care")
    assert [group.procedure for group in shown.questions] == ["brace", "conservative-programme"]
    assert all(question.text.endswith("?") for group in shown.questions for question in group.asks)


def test_all_that_is_told_is_listed_for_its_sources_and_its_words(whole: Handbook) -> None:
    for action in ("discuss-repair", "start-conservative-care", "image-mri"):
        said = [spoken.plain.text for spoken in spoken_of(ActionId(action), whole.book)]
        assert talk(whole, action).texts() == tuple(said)


def test_an_action_that_no_aid_and_no_procedure_is_for_has_nothing_to_talk_over(
    condition: Condition, whole: Handbook
) -> None:
    assert talk(whole, "emergency-now") == NO_TALK
    assert NO_TALK.texts() == ()
    with_aid = [action for action in condition.pathway.actions if aids_for(action, whole.book)]
    assert with_aid
