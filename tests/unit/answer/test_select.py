from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

import pytest

from isthmus.answer.claim_shelf import ClaimShelf
from isthmus.answer.facts import Fact
from isthmus.answer.question import Asked
from isthmus.answer.select import ClaimChoice, choose_claims, near_best
from isthmus.claims import Evidence, Facet, Facets, OfSome, Premise, WordingReader
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId, DisagreementId, FeatureName


class Understand(Protocol):
    def __call__(self, text: str) -> Asked: ...


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


@pytest.mark.parametrize(
    ("lead", "claims"),
    [("Is a steroid bad?", ["PD-5"]), ("Which laptop?", ["PD-3", "PD-4"]), ("", ["PD-3", "PD-4"])],
)
def test_a_story_is_answered_by_what_it_leads_to_where_that_is_enough(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand, lead: str, claims: list[str]
) -> None:
    story = replace(asked("Is a steroid bad?"), text="Would a corset help a crack?", lead=lead)
    assert set(choose_claims(story, ClaimShelf(evidence, thesaurus), thesaurus).claims) == set(claims)


@pytest.mark.parametrize(
    ("asks", "points"),
    [
        (("Does a brace help?",), ["D10"]),
        (("Does a corset help?", "Does a brace do any good?"), ["D10"]),
        (("Does a steroid help?",), []),
    ],
)
def test_a_point_of_a_close_match_is_asked_where_the_chosen_claims_take_sides_on_it(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand, asks: tuple[str, ...], points: list[str]
) -> None:
    claims = (ClaimId("PD-3"), ClaimId("PD-4")) if points else (ClaimId("PD-5"),)
    best = Facet("best", claims, asks)
    close = Facet("close", claims, asks, point=DisagreementId("D10"))
    shelf = ClaimShelf(replace(evidence, facets=Facets((best, close))), thesaurus)
    assert list(choose_claims(asked(asks[0]), shelf, thesaurus).points) == points


def test_no_point_is_asked_for_where_the_best_claim_answers_what_is_matched_as_well_and_has_none(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    asks = ("Does a brace help?",)
    pointed = Facet("a", (ClaimId("PD-4"), ClaimId("PD-3")), asks, point=DisagreementId("D10"))
    plain = Facet("b", (ClaimId("PD-3"),), asks)
    shelf = ClaimShelf(replace(evidence, facets=Facets((pointed, plain))), thesaurus)
    assert choose_claims(asked(asks[0]), shelf, thesaurus).points == ()


def test_what_a_term_means_is_told_by_the_claims_it_rests_on(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    read = replace(asked("corset?"), meanings=frozenset({ClaimId("PD-1"), ClaimId("PD-99")}))
    chosen = choose_claims(read, ClaimShelf(evidence, thesaurus), thesaurus)
    assert (chosen.claims[0], chosen.familiar, chosen.sufficient) == ("PD-1", True, True)


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


def test_what_only_something_else_would_answer_whose_premise_is_not_told_is_not_answered(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand
) -> None:
    driving = Facet("driving", (ClaimId("PD-7"),), ("When can I drive a car?",), given=("operation",))
    rest = Facet("rest", (ClaimId("PD-2"),), ("When can I stop resting?", "How long must I rest with a crack?"))
    operation = Premise((WordingReader().read("operation"),), ("weeks",))
    facets = Facets((driving, rest), premises={"operation": operation})
    shelf = ClaimShelf(replace(evidence, facets=facets), thesaurus)
    question = asked("When can I drive with a crack?")
    assert not choose_claims(question, shelf, thesaurus).sufficient
    later = replace(question, before=("I had an operation.",))
    for one, known in ((question, ["weeks"]), (later, [])):
        assert choose_claims(one, shelf, thesaurus, known).claims[0] == "PD-7"
    assert choose_claims(asked("When can I stop resting?"), shelf, thesaurus).claims == ("PD-2",)


@pytest.mark.parametrize(
    ("age", "named", "claims"),
    [(41, "adolescent", {"PD-4"}), (14, "adolescent", {"PD-3", "PD-4"}), (41, "brace", {"PD-3", "PD-4"})],
)
def test_what_is_told_of_children_is_not_told_to_an_adult_who_does_not_ask_about_them(
    evidence: Evidence, thesaurus: Thesaurus, asked: Understand, age: int, named: str, claims: set[str]
) -> None:
    children = OfSome(frozenset([ClaimId("PD-3")]), FeatureName("age_years"), None, 20, named)
    shelf = ClaimShelf(replace(evidence, facets=replace(evidence.facets, of_some=(children,))), thesaurus)
    question = asked("Would a corset help a crack?")
    told = replace(question, facts=(Fact(FeatureName("age_years"), Decimal(age), "I am"),))
    assert set(choose_claims(told, shelf, thesaurus).claims) == claims
    assert set(choose_claims(question, shelf, thesaurus).claims) == {"PD-3", "PD-4"}
