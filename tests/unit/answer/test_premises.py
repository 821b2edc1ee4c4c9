from collections.abc import Sequence

import pytest

from isthmus.answer.premises import premises_told
from isthmus.claims import Premise, WordingReader, Words

READER = WordingReader()
PREMISES = {
    "operation": Premise((READER.read("surgery - without surgery"), READER.read("fusion")), ("weeks_after_surgery",)),
    "brace": Premise((READER.read("brace*"),)),
    "child": Premise((READER.read("(my|our) (son|daughter)"),), of_whom=True),
}


def told(question: str, before: Sequence[str] = (), facts: Sequence[str] = (), *, leaning: bool = False) -> set[str]:
    earlier = [Words.of(text) for text in before]
    return set(premises_told(Words.of(question), earlier, facts, PREMISES, leaning=leaning))


@pytest.mark.parametrize(
    ("question", "before", "facts", "premises"),
    [
        ("When may I drive after a fusion?", (), (), {"operation"}),
        ("When may I drive?", (), (), set()),
        ("When may I drive without surgery?", (), (), set()),
        ("When may I drive?", ("I had a fusion.",), (), {"operation"}),
        ("When may I drive?", (), ("age_years", "weeks_after_surgery"), {"operation"}),
        ("May my son drive in a brace?", ("He had surgery.",), (), {"brace", "child", "operation"}),
    ],
)
def test_a_premise_is_told_by_a_question_by_what_came_before_or_by_a_fact(
    question: str, before: Sequence[str], facts: Sequence[str], premises: set[str]
) -> None:
    assert told(question, before, facts) == premises


def test_a_question_that_goes_on_with_another_treatment_leaves_the_one_before() -> None:
    before = ("Is surgery risky for my son?",)
    assert told("and a brace?", before, leaning=True) == {"brace", "child"}
    assert told("and a brace?", before, ("weeks_after_surgery",), leaning=True) == {"brace", "child", "operation"}
    assert told("and for our daughter?", before, leaning=True) == {"child", "operation"}
