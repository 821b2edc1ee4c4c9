"""Every claim that may be shown reaches plain readers in plain words, and none that is known from memory only."""

import pytest
from tests.built_in import built_in_condition
from tests.unit.knowledge import FOLDER, KNOWLEDGE

from isthmus.answer import Respondent
from isthmus.answer.compose import from_claim
from isthmus.answer.phrasing import Phrasing
from isthmus.answer.question import understand
from isthmus.claims.load import load_kept
from isthmus.condition import Condition, load_plain
from isthmus.search import Thesaurus
from isthmus.terms import AudienceId, ClaimId

PATIENT = AudienceId("patient")
HEALED = ClaimId("PD-072")
PLAIN = load_plain("pars-defect")


@pytest.fixture(scope="module")
def condition() -> Condition:
    return built_in_condition()


def test_they_are_those_of_the_claims_that_are_shown_and_nobody_has_reviewed_them(condition: Condition) -> None:
    assert set(PLAIN) == set(condition.evidence.claims)
    assert not set(PLAIN) & set(load_kept(FOLDER, KNOWLEDGE / "sources.yaml"))
    assert {said.review.status for said in PLAIN.values() if said.review} == {"submitted"}


def test_each_is_said_for_the_question_of_its_topic(condition: Condition) -> None:
    evidence = condition.evidence
    thesaurus = Thesaurus.of_lexicon(evidence.lexicon)
    topics = {topic.id: understand(topic.ask, evidence.lexicon, thesaurus) for topic in evidence.lexicon.topics}
    phrasing = Phrasing(evidence, {PATIENT: {claim: (said.text,) for claim, said in PLAIN.items()}}, thesaurus)
    for claim in evidence.claims.values():
        kept = from_claim(claim, None, evidence)
        (told,) = phrasing.of([kept], topics[claim.topic], PATIENT)
        assert (told.text, told.citations) == (PLAIN[claim.id].text, kept.citations), claim.id


def test_an_answer_says_them_to_plain_readers_and_the_claims_themselves_to_clinical_ones(condition: Condition) -> None:
    respondent = Respondent(condition.evidence, phrases=condition.phrases)
    for who, plain in (("patient", True), ("parent", True), ("athlete", True), ("coach", True), ("surgeon", False)):
        answer = respondent.ask("How often do very early lesions heal?", AudienceId(who))
        said = next(one for one in answer.statements if one.claim == HEALED)
        kept = condition.evidence.claims[HEALED].text
        assert {citation.quote for citation in said.citations} == {kept}
        assert (said.text == kept) != plain, who
