from collections.abc import Callable
from dataclasses import replace

import pytest

from isthmus.answer.compose import from_claim
from isthmus.answer.phrasing import Phrasing
from isthmus.answer.question import Asked
from isthmus.claims import Evidence
from isthmus.search import Thesaurus
from isthmus.terms import AudienceId, ClaimId

COACH = AudienceId("coach")
CRACK = ClaimId("PD-1")


@pytest.mark.parametrize(
    ("audience", "phrase", "used"),
    [
        ("coach", "A crack is a thin gap in the bone.", True),
        ("surgeon", "A crack is a thin gap in the bone.", False),  # words of another reader
        ("coach", "A crack is a gap of 5 mm in the bone.", False),  # says what the claim does not
    ],
)
def test_a_reader_s_words_are_used_where_they_say_the_same_and_speak_of_what_was_asked(
    evidence: Evidence, thesaurus: Thesaurus, asked: Callable[[str], Asked], audience: str, phrase: str, *, used: bool
) -> None:
    phrasing = Phrasing(evidence, {COACH: {CRACK: (phrase,)}}, thesaurus)
    kept = from_claim(evidence.claims[CRACK], None, evidence)
    for _ in range(2):  # what was weighed once is remembered
        (said,) = phrasing.of([kept], asked("What is a crack?"), AudienceId(audience))
        assert (said.text == phrase, said.citations) == (used, kept.citations)


INJECTION = ClaimId("PD-5")
FITS = "An injection with a steroid eased pain in some."


@pytest.mark.parametrize(
    "unfit",
    [
        "An injection with a steroid eased pain in 7 of 10.",  # says what the claim does not
        "It eased pain in some.",  # names neither the injection nor the steroid
    ],
)
def test_where_one_way_to_say_a_claim_does_not_hold_the_next_is_said(
    evidence: Evidence, thesaurus: Thesaurus, asked: Callable[[str], Asked], unfit: str
) -> None:
    injections = replace(evidence.claims[INJECTION], text="Injections eased pain in one of three.")
    known = replace(evidence, claims={**evidence.claims, INJECTION: injections})
    kept = from_claim(injections, None, known)
    for ways, said in (((unfit, FITS), FITS), ((unfit,), injections.text)):
        (told,) = Phrasing(known, {COACH: {INJECTION: ways}}, thesaurus).of([kept], asked("Is a steroid bad?"), COACH)
        assert (told.text, told.citations) == (said, kept.citations)


DANGER = ClaimId("PD-7")


@pytest.mark.parametrize(
    ("phrase", "used"),
    [
        ("Danger: fever, a numb leg, or a loss of weight.", True),
        ("Danger: fever.", False),
        ("Danger: fever or a numb leg.", False),
    ],
)
def test_a_part_of_what_no_reader_may_miss_does_not_stand_for_all_of_it(
    evidence: Evidence, thesaurus: Thesaurus, asked: Callable[[str], Asked], phrase: str, *, used: bool
) -> None:
    listed = replace(evidence.claims[DANGER], text="Danger: fever, a numb leg and a loss of weight.")
    topics = tuple(replace(topic, whole=topic.id == listed.topic) for topic in evidence.lexicon.topics)
    lexicon = replace(evidence.lexicon, topics=topics)
    known = replace(evidence, claims={**evidence.claims, DANGER: listed}, lexicon=lexicon)
    phrasing = Phrasing(known, {COACH: {DANGER: (phrase,)}}, thesaurus)
    (said,) = phrasing.of([from_claim(listed, None, known)], asked("What is a crack?"), COACH)
    assert (said.text == phrase) == used
