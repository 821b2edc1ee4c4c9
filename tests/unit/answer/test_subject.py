from dataclasses import replace

import pytest

from isthmus.answer.subject import Named, Subject
from isthmus.claims import Lexicon
from isthmus.search import Thesaurus

BRACE = "A brace is worn for twelve weeks."


@pytest.fixture(scope="module")
def subject(lexicon: Lexicon, thesaurus: Thesaurus) -> Subject:
    return Subject(lexicon, thesaurus)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Treatment of a pars defect", Named(own=True, shared=True)),
        ("How a fracture heals", Named(shared=True)),
        ("Scoliosis", Named(others=frozenset({"scoliosis"}))),
        ("Herniation of a disc", Named(others=frozenset({"disc & herniat*"}))),
        ("Discitis", Named(others=frozenset({"discitis"}))),
        ("Surgery of the knee", Named(others=frozenset({"knee"}), parts=frozenset({"knee"}))),
        ("The knee", Named(parts=frozenset({"knee"}), bare=True)),
        ("From the knee to the chest", Named(parts=frozenset({"knee"}))),
        ("Treatment", Named()),
        ("", Named()),
    ],
)
def test_a_line_names_the_condition_or_another_illness(subject: Subject, line: str, named: Named) -> None:
    assert subject.named(line) == named


def test_without_names_that_no_other_illness_bears_all_names_are_such(lexicon: Lexicon, thesaurus: Thesaurus) -> None:
    assert Subject(replace(lexicon, own=()), thesaurus).named("Fracture").own


@pytest.mark.parametrize(
    ("question", "lines", "met"),
    [
        # the nearest line that names an illness decides
        ("Does a brace help a pars defect?", ["Brace", "Scoliosis", "Pars defect and others"], False),
        ("Does a brace help a pars defect?", ["Brace", "Pars defect", "Scoliosis and others"], True),
        ("Does a brace help a pars defect?", ["Brace", "Scoliosis and a pars defect"], True),
        ("Does a brace help a pars defect?", ["Brace", "Care"], True),
        ("Does a brace help a pars defect?", [], True),
        ("Does a brace help a fracture?", ["After surgery of the knee"], False),
        # a part of the body alone is another subject, but not below the condition
        ("Does a brace help a pars defect?", ["Knee", "Injuries"], False),
        ("Does a brace help a pars defect?", ["Knee", "Pars defect"], True),
        ("Does a brace help a pars defect?", ["Knee", "Scoliosis"], False),
        ("Does a brace help a pars defect?", ["From the knee to the chest"], True),
        # what is asked for too
        ("Does a brace help a pars defect as it does in scoliosis?", ["Scoliosis"], True),
        ("Does a brace for the knee help a pars defect?", ["Knee surgery"], True),
        # another illness, or nothing
        ("Does a brace help?", ["Scoliosis"], True),
        ("Does a brace help scoliosis?", ["Herniated disc"], True),
    ],
)
def test_what_stands_below_another_illness_is_not_what_is_asked(
    subject: Subject, question: str, lines: list[str], met: bool
) -> None:
    assert subject.sought(question).is_met_by(lines) is met
    assert subject.sought(question).is_spoken_of(BRACE, lines) is met


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("A pars defect is found in six of a hundred.", True),
        ("Unlike in a pars defect, back bends are good.", False),
        ("A fracture is found in six of a hundred.", False),
    ],
)
def test_below_another_illness_a_sentence_speaks_of_the_condition_by_its_own_name(
    subject: Subject, text: str, spoken: bool
) -> None:
    assert subject.sought("Who gets a pars defect?").is_spoken_of(text, ["Scoliosis"]) is spoken


@pytest.mark.parametrize(
    ("question", "ours"),
    [("How is a pars defect treated?", True), ("How is a fracture treated?", False), ("How?", False)],
)
def test_the_condition_is_meant_where_a_name_says_so_that_nothing_else_bears(
    subject: Subject, question: str, ours: bool
) -> None:
    assert subject.sought(question).is_ours is ours
    assert subject.sought(question, means_ours=True).is_ours
