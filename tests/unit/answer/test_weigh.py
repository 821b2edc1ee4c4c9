import pytest

from isthmus.answer.match import Match
from isthmus.answer.traits import Traits
from isthmus.answer.weigh import ClaimTexts, Signs, chance, signs
from isthmus.claims import Evidence, Facet
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId

ONE, TWO, THREE = ClaimId("PD-1"), ClaimId("PD-2"), ClaimId("PD-3")
FIRST = Match(Facet("first", (ONE,), (), also=(TWO,)), 1.0, least=0.7)
SECOND = Match(Facet("second", (TWO,), ()), 0.5)
THIRD = Match(Facet("third", (TWO, ONE), (), also=(ONE,)), 0.25)


def test_the_signs_of_a_claim_are_the_scores_of_what_it_answers_and_stands_near() -> None:
    found = signs([THIRD, FIRST, SECOND], {ONE: (0.9, 0.8), TWO: (0.0, 0.1), THREE: (0.0, 0.0)})
    assert found[ONE] == Signs(own=1.0, first=1.0, close=1.0, agreed=0.7, concepts=0.9, letters=0.8)
    assert found[TWO] == Signs(own=0.5, near=0.5, beside=1.0, close=0.5**6, letters=0.1)
    assert found[THREE] == Signs()


@pytest.mark.parametrize("sign", ["own", "near", "first", "beside", "close", "agreed", "concepts", "letters"])
def test_every_sign_speaks_for_a_claim(sign: str) -> None:
    assert 0 < chance(Signs()) < chance(Signs(**{sign: 1.0})) < 1


def test_a_claim_is_like_a_question_by_its_concepts_and_its_letters(evidence: Evidence, thesaurus: Thesaurus) -> None:
    texts = ClaimTexts(evidence.claims.values(), Traits(thesaurus, "pars defect"))
    like = texts.like("Does smokin slow healing?")
    assert max(like, key=lambda claim: like[claim]) == "PD-7"
    assert like[ClaimId("PD-7")] == (1.0, 1.0)
    assert set(like) == set(evidence.claims)
