from dataclasses import replace
from typing import Protocol

import pytest

from isthmus.answer.evidence import Candidate, ClaimShelf
from isthmus.answer.question import Asked
from isthmus.answer.select import choose, unlike
from isthmus.claims import Evidence
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId

NOBODY: frozenset[str] = frozenset()


class Understand(Protocol):
    def __call__(self, text: str) -> Asked: ...


class Chosen(Protocol):
    def __call__(self, question: str) -> list[str] | None: ...


@pytest.fixture(scope="module")
def chosen(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> Chosen:
    """Choose among the small claims; None when they do not answer."""
    shelf = ClaimShelf(evidence, thesaurus)

    def choose_among_claims(question: str) -> list[str] | None:
        read = asked(question)
        found = shelf.find(read.concepts, read.names)
        choice = choose(read, found, NOBODY, frozenset({"teenager"}))
        return [candidate.id for candidate in choice.candidates] if choice.sufficient else None

    return choose_among_claims


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Does a corset work in a teen?", "PD-4"),
        ("steroid", "PD-5"),
        ("Is smoking bad after surgery?", "PD-7"),
        ("What is a crack?", "PD-1"),
        ("How many months before an operation?", "PD-6"),
    ],
)
def test_what_covers_the_question_best_comes_first(chosen: Chosen, question: str, first: str) -> None:
    ids = chosen(question)
    assert ids is not None
    assert ids[0] == first


@pytest.mark.parametrize(
    "question",
    [
        "Does acupuncture help a crack?",
        "Which laptop?",
        "teenager",
        "Does laser surgery help?",
        "Is a brace good for the knee?",
        "Does quantum gravity change smoking?",
    ],
)
def test_a_question_that_nothing_covers_is_not_answered(chosen: Chosen, question: str) -> None:
    assert chosen(question) is None


def test_a_topic_asked_for_brings_its_claims_and_nothing_off_the_topic(chosen: Chosen) -> None:
    ids = chosen("brace?")
    assert ids is not None
    assert set(ids) == {"PD-3", "PD-4"}


def test_people_alone_are_an_answer_only_within_a_topic(chosen: Chosen) -> None:
    assert chosen("Can my teen?") is None
    assert chosen("A brace for my teen?") == ["PD-4"]


def test_the_claim_behind_a_term_that_is_named_comes_first(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    read = replace(asked("brace?"), meanings=frozenset({ClaimId("PD-4")}))
    found = ClaimShelf(evidence, thesaurus).find(read.concepts, read.names)
    before, after = (choose(each, found, NOBODY, NOBODY).candidates for each in (asked("brace?"), read))
    assert (before[0].id, after[0].id) == ("PD-3", "PD-4")


def test_claims_on_an_asked_point_are_preferred(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> None:
    read = asked("surgery or a brace?")
    found = ClaimShelf(evidence, thesaurus).find(read.concepts, read.names)
    ids = [c.id for c in choose(read, found, frozenset({"PD-3", "PD-4"}), NOBODY).candidates]
    assert set(ids[:2]) == {"PD-3", "PD-4"}


def test_nothing_found_is_no_answer(asked: Understand) -> None:
    choice = choose(asked("brace"), [], NOBODY, NOBODY)
    assert (choice.candidates, choice.sufficient) == ((), False)


def test_candidates_that_nothing_speaks_for_are_not_chosen(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    found = ClaimShelf(evidence, thesaurus).find((), ())
    assert choose(asked("tell me about it"), found, NOBODY, NOBODY).candidates == ()


def test_near_duplicates_are_dropped(evidence: Evidence, thesaurus: Thesaurus) -> None:
    one, *_ = ClaimShelf(evidence, thesaurus).find((), ())
    twin = replace(one, id="twin", concepts=one.concepts | {"more"})
    other = replace(one, id="other", concepts=frozenset({"else"}))
    bare = replace(one, id="bare", concepts=frozenset())
    assert [c.id for c in unlike([one, twin, other, bare, bare])] == [one.id, "other", "bare", "bare"]


def test_equal_candidates_are_ordered_by_id(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> None:
    read = asked("brace")
    found: list[Candidate] = ClaimShelf(evidence, thesaurus).find(read.concepts, read.names)
    ids = [[c.id for c in choose(read, order, NOBODY, NOBODY).candidates] for order in (found, found[::-1])]
    assert ids[0] == ids[1]
