from collections.abc import Callable

import pytest

from isthmus.answer.from_claims import ClaimTeller
from isthmus.answer.phrasing import Phrasing
from isthmus.answer.question import Asked
from isthmus.answer.told import NOTHING
from isthmus.answer.verify import Stored
from isthmus.claims import Evidence
from isthmus.search import Thesaurus
from isthmus.terms import AudienceId, ClaimId

COACH = AudienceId("coach")


@pytest.fixture
def teller(evidence: Evidence, thesaurus: Thesaurus) -> ClaimTeller:
    phrases = {COACH: {ClaimId("PD-1"): ("A crack is a thin gap in the bone.",)}}
    return ClaimTeller(evidence, thesaurus, Phrasing(evidence, phrases, thesaurus), Stored(evidence, lambda _: None))


def test_claims_that_answer_are_told_with_their_topics_and_disagreements(
    teller: ClaimTeller, asked: Callable[[str], Asked]
) -> None:
    told = teller.tell(asked("Does a corset help?"), COACH)
    assert [statement.claim for statement in told.statements] == ["PD-3", "PD-4"]
    assert (set(told.topics), [one.id for one in told.disagreements]) == ({"bracing"}, ["D10"])


def test_what_the_claims_do_not_answer_is_met_with_silence(teller: ClaimTeller, asked: Callable[[str], Asked]) -> None:
    assert teller.tell(asked("Which laptop?"), COACH) == NOTHING


def test_claims_that_others_chose_are_said_in_the_reader_s_words_and_unknown_ones_left_out(
    teller: ClaimTeller, asked: Callable[[str], Asked]
) -> None:
    said = teller.say([ClaimId("PD-999"), ClaimId("PD-1")], asked("What is a crack?"), COACH)
    assert [(one.claim, one.text) for one in said] == [("PD-1", "A crack is a thin gap in the bone.")]
