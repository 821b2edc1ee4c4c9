from collections.abc import Sequence

import pytest
from tests.built_in import built_in_condition, built_in_respondent

from isthmus.answer.facts import ReadTurn, read_turns
from isthmus.answer.understand import Understanding
from isthmus.claims import Asking
from isthmus.search import Thesaurus

CONDITION = built_in_condition()
LEXICON = CONDITION.evidence.lexicon
ROWS = [row.words for row in (LEXICON.condition, *LEXICON.synonyms)]
UNDERSTANDING = Understanding(CONDITION.evidence, Thesaurus.of(ROWS, LEXICON.filler))


def test_a_question_is_understood_with_its_facts_its_kind_and_who_seems_to_ask() -> None:
    asked = UNDERSTANDING.of("My son is 14. How long until he can play football?", ["He has a grade 1 slip."])
    assert [str(fact.feature) for fact in asked.facts] == ["slip_grade_reported", "age_years"]
    assert (asked.kind, asked.audience, asked.seeks_next) == ("how-long", "parent", False)


def test_several_questions_of_different_topics_are_understood_one_by_one() -> None:
    asked = UNDERSTANDING.of("My son is 14. Does he need a brace, and when can he play football again?")
    assert [part.text for part in asked.parts] == ["Does he need a brace?", "when can he play football again?"]
    assert [part.kind for part in asked.parts] == ["whether", "when"]


def test_questions_that_only_a_comma_parts_are_several_unless_one_points_back() -> None:
    asked = UNDERSTANDING.of("does a brace help, when can he play football again")
    assert [part.text for part in asked.parts] == ["does a brace help?", "when can he play football again?"]
    assert UNDERSTANDING.of("does a brace help, when can he play without it").parts == ()


def test_questions_of_one_topic_are_one() -> None:
    assert UNDERSTANDING.of("Does a brace help, and is a brace worn at night?").parts == ()


def test_each_of_several_questions_is_answered_by_itself() -> None:
    answer = built_in_respondent().ask("Is it dangerous and how long until he can play?")
    assert {one.question for one in answer.statements} == {"Is it dangerous?", "how long until he can play?"}
    assert answer.behaviour.startswith("answer")


def test_a_flood_of_questions_is_one() -> None:
    assert UNDERSTANDING.of("Does a brace help? When can he play football again? " * 7).parts == ()


def test_what_remembers_reads_each_turn_once_and_reads_it_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = ["My son is 14.", "He has had back pain for 6 weeks.", "She is 12.", "No fever.", "And my daughter?"]
    read: list[int] = []

    def counted(texts: Sequence[str], asking: Asking) -> list[ReadTurn]:
        read.append(len(texts))
        return read_turns(texts, asking)

    monkeypatch.setattr("isthmus.answer.understand.read_turns", counted)
    once = UNDERSTANDING.remembering()
    for number in (5, 4, 3, 2, 1, 5):
        assert once.facts(turns[:number]) == UNDERSTANDING.facts(turns[:number])
        assert once.of(turns[number - 1], turns[: number - 1]) == UNDERSTANDING.of(
            turns[number - 1], turns[: number - 1]
        )
    assert read == [5]
    assert once.facts(["I am 30."]) == UNDERSTANDING.facts(["I am 30."])
    assert read == [5, 1]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["My son Milo is 14.", "Milo's had back pain for 3 months."], {"age_years", "symptom_months"}),
        (["My son Milo is 14.", "My son Otis has had back pain for 3 months."], {"symptom_months"}),
        (["Milo (14) has a pars fracture.", "Otis is 16. Should he rest?"], set()),
    ],
)
def test_who_is_named_is_one_person_throughout_and_two_who_are_named_are_never_one(
    turns: list[str], told: set[str]
) -> None:
    facts = UNDERSTANDING.facts(turns)
    assert {str(fact.feature) for fact in facts} - {"defect_status"} == told


def test_a_name_keeps_nobody_from_an_answer() -> None:
    by_name, by_pronoun = map(built_in_respondent().ask, ("Should Ines wear a brace?", "Should she wear a brace?"))
    assert [one.claim for one in by_name.statements] == [one.claim for one in by_pronoun.statements] != []
    assert by_name.question == "Should Ines wear a brace?"
