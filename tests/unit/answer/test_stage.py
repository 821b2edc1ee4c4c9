from dataclasses import replace
from typing import Protocol

import pytest

from isthmus.answer.documents import DocumentShelf
from isthmus.answer.question import Asked
from isthmus.answer.stage import asks_for_whole_treatment, by_stage
from isthmus.claims import Lexicon
from isthmus.search import Concept, Thesaurus


class Understand(Protocol):
    def __call__(self, text: str) -> Asked: ...


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("What is the treatment for a crack?", True),
        ("How is a crack treated with rest?", True),
        ("How is a teen treated?", True),
        ("How is a crack treated with a brace?", False),
        ("How is a knee treated?", False),
        ("What is a crack?", False),
    ],
)
def test_a_question_for_treatment_as_a_whole_has_nothing_that_narrows_it(
    asked: Understand, lexicon: Lexicon, question: str, *, whole: bool
) -> None:
    assert asks_for_whole_treatment(asked(question), lexicon) is whole


def test_without_stages_the_words_for_treatment_are_enough(asked: Understand, lexicon: Lexicon) -> None:
    assert asks_for_whole_treatment(asked("treatment"), replace(lexicon, stages=()))


def test_a_question_that_names_a_stage_gets_that_stage_alone(
    asked: Understand, shelf: DocumentShelf, lexicon: Lexicon, thesaurus: Thesaurus
) -> None:
    second = replace(asked("treatment"), concepts=(Concept("second line", ("second",), 0, 1),))
    staged = by_stage(second, shelf, lexicon, thesaurus)
    assert {entry.stage for entry in staged} == {"second-line"}


def test_sentences_are_grouped_by_what_they_and_their_headings_show(
    asked: Understand, shelf: DocumentShelf, lexicon: Lexicon, thesaurus: Thesaurus
) -> None:
    staged = by_stage(asked("What is the treatment for a pars defect?"), shelf, lexicon, thesaurus)
    assert [(entry.stage, entry.candidate.text) for entry in staged] == [
        ("first-line", "A brace is offered by some teams."),
        ("first-line", "Most people rest for several weeks."),
        ("second-line", "Steroid injection is offered when rest has failed."),
        ("third-line", "Surgery is kept for the few."),
    ]
