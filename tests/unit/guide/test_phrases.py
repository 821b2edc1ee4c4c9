from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from tests.unit.guide.small import evidence

from isthmus.guide import Chapter, Guide, Review, Sentence
from isthmus.guide.phrases import GuidePhrases, phrases_of
from isthmus.terms import AudienceId, ClaimId

A, B = ClaimId("PD-1"), ClaimId("PD-2")
REVIEW = Review("submitted", "editor", date(2026, 11, 21), date(2027, 5, 21))
"""PD-1: In 15 studies 83.9% of 665 did well. PD-2: Slips grow in two stages."""


def phrases(*chapters: tuple[Sentence, ...], exact: bool = False) -> dict[str, str]:
    told = tuple(Chapter(str(at), "Title", said) for at, said in enumerate(chapters))
    found = phrases_of(Guide(AudienceId("coach"), REVIEW, told), evidence(), exact=exact)
    return {str(claim): text for claim, text in found.items()}


def test_sentences_on_one_claim_that_follow_each_other_are_said_together() -> None:
    said = (Sentence("Most did well.", (A,)), Sentence("It was not compared.", (A,)), Sentence("Slips grow.", (B,)))
    assert phrases(said) == {"PD-1": "Most did well. It was not compared.", "PD-2": "Slips grow."}


def test_a_sentence_on_two_claims_or_on_a_threshold_is_not_the_words_of_one() -> None:
    said = (
        Sentence("Both.", (A, B)),
        Sentence("Three months.", (A,), parameters=("t",)),
        Sentence("Ask.", about="plan"),
        Sentence("Unknown.", (ClaimId("PD-9"),)),
    )
    assert phrases(said) == {}


@pytest.mark.parametrize("text", ["It leaves many.", "Few in that study did.", "Did well. "])
def test_words_that_lean_on_what_stands_before_them_are_not_said_alone(text: str) -> None:
    first = Sentence(text, (A,), alone=not text.startswith("Did"))
    assert phrases((first, Sentence("Most did well.", (A,)))) == {}


def test_where_a_claim_is_told_twice_its_numbers_count_then_the_fullest_then_the_first() -> None:
    few, fuller = (Sentence("Most of the people did well in all.", (A,)),), (Sentence("In 15 studies most did.", (A,)),)
    numbers = (Sentence("In 15 studies 84 of 665 did.", (A,)),)
    assert phrases(few, numbers) == {"PD-1": "In 15 studies 84 of 665 did."}
    assert phrases(numbers, few) == {"PD-1": "In 15 studies 84 of 665 did."}
    assert phrases((Sentence("Most did.", (A,)),), few, (Sentence("Most of the people did well at all.", (A,)),)) == {
        "PD-1": "Most of the people did well in all."
    }
    assert phrases(fuller) == {}


def test_a_reader_who_works_with_numbers_gets_all_of_them() -> None:
    rounded = (Sentence("In 15 studies 84% did well.", (A,)),)
    assert phrases(rounded) == {"PD-1": "In 15 studies 84% did well."}
    assert phrases(rounded, exact=True) == {}
    assert phrases((replace(rounded[0], text="Of 665 in 15 studies 84% did well."),), exact=True) == {}
    whole = (replace(rounded[0], text="Of 665 in 15 studies 83.9% did well."),)
    assert phrases(whole, exact=True) == {"PD-1": "Of 665 in 15 studies 83.9% did well."}


def test_only_the_guide_of_a_reader_who_is_asked_for_is_gone_through_and_only_once() -> None:
    made: list[str] = []

    def guide(audience: str) -> Guide:
        made.append(audience)
        return Guide(AudienceId(audience), REVIEW, (Chapter("0", "Title", (Sentence("Slips grow.", (B,)),)),))

    coach, surgeon = AudienceId("coach"), AudienceId("surgeon")
    told = GuidePhrases({one: partial(guide, one) for one in (coach, surgeon)}, evidence(), {surgeon}, {})
    assert (list(told), len(told), made) == ([coach, surgeon], 2, [])
    assert told[coach] == told.get(coach) == {"PD-2": ("Slips grow.",)}
    assert (told.get(AudienceId("nobody")), made) == (None, ["coach"])


def test_plain_words_come_after_those_of_the_guide_and_only_for_readers_who_do_not_work_with_numbers() -> None:
    said = (Chapter("0", "Title", (Sentence("Slips grow in two stages.", (B,)),)),)
    coach, surgeon = AudienceId("coach"), AudienceId("surgeon")
    guides = {one: partial(Guide, one, REVIEW, said) for one in (coach, surgeon)}
    plain = {A: Sentence("Most did well.", (A,)), B: Sentence("A slip may grow.", (B,))}
    told = GuidePhrases(guides, evidence(), {surgeon}, plain)
    assert told[coach] == {A: ("Most did well.",), B: ("Slips grow in two stages.", "A slip may grow.")}
    assert told[surgeon] == {B: ("Slips grow in two stages.",)}
