from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import pytest

from isthmus.answer.evidence import Candidate, ClaimShelf
from isthmus.answer.question import Asked
from isthmus.answer.select import ClaimChoice, choose, choose_claims, near_best, unlike
from isthmus.claims import Evidence, Facets
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId

NOBODY: frozenset[str] = frozenset()


class Understand(Protocol):
    def __call__(self, text: str) -> Asked: ...


def candidates(shelf: ClaimShelf, read: Asked) -> list[Candidate]:
    """Rank the small claims by what they have in common with a question."""
    keys = {concept.key for concept in read.concepts or read.names}
    held = [shelf.candidate(ClaimId(f"PD-{number}")) for number in range(1, 8)]
    most = max(len(keys & one.concepts) for one in held) or 1
    return [replace(one, score=len(keys & one.concepts) / most) for one in held]


class Chosen(Protocol):
    def __call__(self, question: str) -> list[str] | None: ...


@pytest.fixture(scope="module")
def chosen(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> Chosen:
    """Choose among the small claims; None when they do not answer."""
    shelf = ClaimShelf(evidence, thesaurus)

    def choose_among_claims(question: str) -> list[str] | None:
        read = asked(question)
        found = candidates(shelf, read)
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
    found = candidates(ClaimShelf(evidence, thesaurus), read)
    before, after = (choose(each, found, NOBODY, NOBODY).candidates for each in (asked("brace?"), read))
    assert (before[0].id, after[0].id) == ("PD-3", "PD-4")


def test_claims_on_an_asked_point_are_preferred(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> None:
    read = asked("surgery or a brace?")
    found = candidates(ClaimShelf(evidence, thesaurus), read)
    ids = [c.id for c in choose(read, found, frozenset({"PD-3", "PD-4"}), NOBODY).candidates]
    assert set(ids[:2]) == {"PD-3", "PD-4"}


def test_nothing_found_is_no_answer(asked: Understand) -> None:
    choice = choose(asked("brace"), [], NOBODY, NOBODY)
    assert (choice.candidates, choice.sufficient) == ((), False)


def test_candidates_that_nothing_speaks_for_are_not_chosen(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    found = candidates(ClaimShelf(evidence, thesaurus), asked("tell me about it"))
    assert choose(asked("tell me about it"), found, NOBODY, NOBODY).candidates == ()


def test_near_duplicates_are_dropped(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> None:
    one, *_ = candidates(ClaimShelf(evidence, thesaurus), asked("tell me about it"))
    twin = replace(one, id="twin", concepts=one.concepts | {"more"})
    other = replace(one, id="other", concepts=frozenset({"else"}))
    bare = replace(one, id="bare", concepts=frozenset())
    assert [c.id for c in unlike([one, twin, other, bare, bare])] == [one.id, "other", "bare", "bare"]


def test_equal_candidates_are_ordered_by_id(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> None:
    read = asked("brace")
    found: list[Candidate] = candidates(ClaimShelf(evidence, thesaurus), read)
    ids = [[c.id for c in choose(read, order, NOBODY, NOBODY).candidates] for order in (found, found[::-1])]
    assert ids[0] == ids[1]


def test_claims_near_the_best_are_taken_and_at_most_eight() -> None:
    chances = {ClaimId(f"PD-{number}"): number / 10 for number in range(1, 10)}
    assert near_best({ClaimId("PD-1"): 0.05, ClaimId("PD-2"): 0.9, ClaimId("PD-3"): 0.4}) == ["PD-2", "PD-3"]
    assert near_best(chances) == [f"PD-{number}" for number in range(9, 1, -1)]
    assert near_best({}) == []


@pytest.fixture
def choice(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> Callable[..., ClaimChoice]:
    shelf = ClaimShelf(evidence, thesaurus)

    def choose_for(question: str, known: tuple[str, ...] = ()) -> ClaimChoice:
        return choose_claims(asked(question), shelf, thesaurus, known)

    return choose_for


@pytest.mark.parametrize(
    ("question", "claims", "points"),
    [
        ("Would a corset help a crack?", ["PD-3", "PD-4"], ["D10"]),
        ("Is a steroid bad?", ["PD-5"], []),
        ("What is a crack?", ["PD-1"], []),
    ],
)
def test_the_claims_that_answer_what_is_asked_are_chosen_with_the_point_that_is_asked(
    choice: Callable[..., ClaimChoice], question: str, claims: list[str], points: list[str]
) -> None:
    chosen = choice(question)
    assert (set(chosen.claims), list(chosen.points), chosen.sufficient) == (set(claims), points, True)


def test_what_a_term_means_is_told_by_the_claims_it_rests_on(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    read = replace(asked("corset?"), meanings=frozenset({ClaimId("PD-1"), ClaimId("PD-99")}))
    chosen = choose_claims(read, ClaimShelf(evidence, thesaurus), thesaurus)
    assert (chosen.claims[0], chosen.meant, chosen.sufficient) == ("PD-1", True, True)


def test_what_depends_on_facts_names_those_that_are_not_known(choice: Callable[..., ClaimChoice]) -> None:
    assert choice("Do I need an operation?").depends == ("age", "months")
    assert choice("Do I need an operation?", ("age",)).depends == ("months",)
    assert choice("Is a steroid bad?").depends == ()


@pytest.mark.parametrize("question", ["Does laser help a crack?", "Which laptop for gravity?", "xyzzy"])
def test_a_question_about_something_else_is_not_answered_by_claims(
    choice: Callable[..., ClaimChoice], question: str
) -> None:
    assert not choice(question).sufficient


def test_no_claims_answer_nothing(evidence: Evidence, thesaurus: Thesaurus, asked: Understand) -> None:
    empty = ClaimShelf(replace(evidence, claims={}, facets=Facets()), thesaurus)
    chosen = choose_claims(asked("Does a brace help?"), empty, thesaurus)
    assert (chosen.claims, chosen.points, chosen.depends, chosen.sufficient) == ((), (), (), False)


def test_each_of_several_questions_brings_its_claims(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    parts = (asked("Is a steroid bad?"), asked("How long does rest last?"))
    both = replace(asked("Is a steroid bad? How long does rest last?"), parts=parts)
    chosen = choose_claims(both, ClaimShelf(evidence, thesaurus), thesaurus)
    assert {"PD-5", "PD-2"} <= set(chosen.claims)
    assert (chosen.answers[ClaimId("PD-5")], chosen.answers[ClaimId("PD-2")]) == (parts[0].text, parts[1].text)
