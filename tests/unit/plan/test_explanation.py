from tests.unit.knowledge import PATHWAY

from isthmus.plan import Question
from isthmus.terms import ActionId, AudienceId, FeatureName


def test_a_question_in_words_keeps_what_it_asks_for_and_where_it_leads() -> None:
    question = Question(FeatureName("smoker"), "?", (ActionId("self-manage"),))
    words = PATHWAY.wordings[AudienceId("coach")]
    told = question.in_words(words)
    assert (told.ask, told.why) == (words.features[question.feature].ask, words.features[question.feature].why)
    assert (told.feature, told.could_lead_to) == (question.feature, question.could_lead_to)
