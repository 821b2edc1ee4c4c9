from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from isthmus.answer.documents import DocumentShelf
from isthmus.answer.question import Asked
from isthmus.answer.stage import asks_for_whole_treatment, by_stage, unlike
from isthmus.claims import Lexicon
from isthmus.corpus import read_library
from isthmus.corpus.mend import correct
from isthmus.search import Concept, PassageIndex, Thesaurus


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


def test_within_a_stage_the_strongest_kind_of_source_comes_first(
    asked: Understand, thesaurus: Thesaurus, lexicon: Lexicon, tmp_path: Path
) -> None:
    pages = {
        "a.txt": "By a machine\n\nTreatment of a pars defect begins with rest and a brace.",
        "b.txt": "A guideline\n\nChildren with a crack should rest from sport.",
    }
    for name, page in pages.items():
        (tmp_path / name).write_text(page, encoding="utf-8")
    library = read_library(tmp_path)[0]
    kinds = {"By a machine": "ai-page", "A guideline": "guideline"}
    for about in library.abouts():
        correct(library, about.id, {"kind": kinds[about.title]})
    shelf = DocumentShelf(PassageIndex.over(library), thesaurus, lexicon)
    staged = by_stage(asked("What is the treatment for a pars defect?"), shelf, lexicon, thesaurus)
    assert [one.candidate.text for one in staged] == [
        "Children with a crack should rest from sport.",
        "Treatment of a pars defect begins with rest and a brace.",
    ]


def test_what_says_nearly_the_same_is_said_once(shelf: DocumentShelf, thesaurus: Thesaurus) -> None:
    (brace,) = [one for one in shelf.find("Which?", thesaurus.concepts(("brace",)), ()) if "teams" in one.text]
    assert unlike([brace, replace(brace, id="another")]) == [brace]
