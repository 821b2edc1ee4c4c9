from collections.abc import Sequence
from decimal import Decimal

import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.amend import Found, corrected, in_unit, is_spoken_of_again
from isthmus.answer.said import sentences_of
from isthmus.answer.stance import Telling, tells
from isthmus.claims import FactValue, Part, Reading
from isthmus.terms import FeatureName

AGE = Reading(FeatureName("age"), (), per={})
GRADE = Reading(FeatureName("grade"), (), per={})
PAIN = Reading(FeatureName("pain"), (), per={"week": Decimal(1), "month": Decimal(4)})
SIDE = Reading(FeatureName("side"), (), value="left")


def turn(text: str) -> tuple[Telling, ...]:
    return tells(sentences_of(text, ASKING.numbers), ASKING)


def found(reading: Reading, text: str, words: str, value: FactValue) -> Found:
    """State a fact in some words of a text."""
    here = turn(text)[0]
    own, all_words = words.split(), list(here.sentence.words.words)
    start = next(at for at in range(len(all_words)) if all_words[at : at + len(own)] == own)
    return Found(reading, value, words, "asker", here, 0, (start, start + len(own)), apart=False)


SAID = "I am 14 with a grade 2 slip and pain for 6 weeks on the left"
FACTS: Sequence[Found] = (
    found(AGE, SAID, "i am 14", Decimal(14)),
    found(GRADE, SAID, "grade 2 slip", Decimal(2)),
    found(PAIN, SAID, "pain for 6 weeks", Decimal(6)),
    found(SIDE, SAID, "left", "left"),
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("I run.", {}),
        ("Sorry, grade 1.", {"grade": 1}),
        ("Sorry, 2 months.", {"pain": 8}),
        ("Sorry, 2 years.", {"pain": None}),
        ("Sorry, 2 percent.", {}),
        ("Sorry, 2 miles.", {}),
        ("Sorry, 13.", {"age": None, "grade": None, "pain": None}),
        ("Sorry, 13 not 14.", {"age": 13}),
        ("Sorry, 13 not 15.", {}),
        ("Sorry, 7 not 6.", {"pain": None}),
        ("Correction: I meant 13 years old, not 14.", {"age": 13}),
        ("It's been 3 months", {"pain": None}),
        ("no, about 3 months actually", {"pain": None}),
        ("For 6 weeks now", {}),
        ("15", {"age": None, "grade": None, "pain": None}),
        ("grade 2", {}),
        ("I train 3 times", {}),
    ],
)
def test_a_number_corrects_the_one_fact_it_can_mean(text: str, values: dict[str, int | None]) -> None:
    changed = corrected(FACTS, turn(text), ASKING)
    assert {str(name): fact and fact.value for name, fact in changed.items()} == values


def test_a_correction_is_shown_in_its_own_words() -> None:
    fact = corrected(FACTS[:1], turn("Oops, 13"), ASKING)[AGE.feature]
    assert fact is not None
    assert fact.said == "13"


def test_what_is_stated_as_a_fact_corrects_no_other() -> None:
    here = turn("Sorry, I am 13")
    stated = Found(GRADE, Decimal(13), "I am 13", "asker", here[0], 0, (1, 4), apart=False)
    assert corrected([FACTS[0], stated], here, ASKING) == {}


def test_time_is_counted_in_the_unit_of_its_feature() -> None:
    assert in_unit(Decimal("1.5"), "month", {"month": Decimal(4)}) == Decimal(6)
    assert in_unit(Decimal(1), "year", {"month": Decimal(4)}) is None


SPEAKS = Part((("grade", "0..5"),))


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("I have a grade 2 slip", False),
        ("I have a grade 2 slip, grade 3 at L4", True),
        ("I have a grade 2 slip. It is grade 2", False),
        ("I have a grade 2 slip. It is grade 3", True),
        ("I have a grade 2 slip. It may be grade 3", True),
        ("I have a grade 2 slip. Is it grade 3?", False),
        ("I have a grade 2 slip. My brother has grade 3", False),
    ],
)
def test_what_is_said_otherwise_of_a_feature_is_found(text: str, *, again: bool) -> None:
    taken = [found(GRADE, text, "grade 2 slip", Decimal(2))]
    assert is_spoken_of_again(SPEAKS, taken, turn(text), {"asker"}) is again
