from dataclasses import replace

from isthmus.answer.claim_shelf import ClaimShelf
from isthmus.claims import Evidence, Facet, Facets, Premise, WordingReader
from isthmus.search import Concept, Thesaurus, stems
from isthmus.terms import ClaimId, TopicId


def concepts(text: str, thesaurus: Thesaurus) -> tuple[Concept, ...]:
    return thesaurus.concepts(stems(text))


def test_every_claim_is_weighed_by_what_it_answers_and_by_its_words(evidence: Evidence, thesaurus: Thesaurus) -> None:
    weighed = ClaimShelf(evidence, thesaurus).weigh("Does a corset help?")
    assert weighed.signs.keys() == evidence.claims.keys()
    assert (weighed.matches[0].facet.id, weighed.matches[0].score) == ("brace", 1.0)
    assert weighed.strength == max(match.strength for match in weighed.matches) > 0
    assert weighed.signs[ClaimId("PD-3")].own == 1.0 > weighed.signs[ClaimId("PD-5")].own


def test_where_nobody_wrote_down_what_is_asked_claims_are_asked_for_in_their_own_words(
    evidence: Evidence, thesaurus: Thesaurus
) -> None:
    weighed = ClaimShelf(replace(evidence, facets=Facets()), thesaurus).weigh("Is trunk bracing for a teen?")
    assert weighed.matches[0].facet.claims == ("PD-4",)


def test_what_was_found_speaks_of_its_concepts_and_rare_ones_are_known(
    evidence: Evidence, thesaurus: Thesaurus
) -> None:
    shelf = ClaimShelf(evidence, thesaurus)
    brace = next(facet for facet in evidence.facets.rows if facet.id == "brace")
    assert {"brace", "care", "narrow", "bone"} <= shelf.told([brace], [ClaimId("PD-1")])
    assert shelf.vocabulary.rarity["protocol"] >= shelf.vocabulary.rarity["brace"] > 0


def test_what_is_on_a_topic_of_the_question_counts_a_little_more(evidence: Evidence, thesaurus: Thesaurus) -> None:
    shelf = ClaimShelf(evidence, thesaurus)
    by_words, on_topic = (
        shelf.weigh("Is a corset or a steroid bad?", topics) for topics in ((), (TopicId("bracing"),))
    )
    rises = {
        match.facet.id: match.score - before.score
        for before in by_words.matches
        for match in on_topic.matches
        if match.facet.id == before.facet.id
    }
    assert rises["brace"] > 0 >= rises["smoking"]


def test_no_claims_are_weighed_where_there_are_none(evidence: Evidence, thesaurus: Thesaurus) -> None:
    empty = ClaimShelf(replace(evidence, claims={}, facets=Facets()), thesaurus)
    assert (empty.weigh("brace").matches, empty.weigh("brace").strength, empty.vocabulary.rarity) == ((), 0.0, {})


def test_what_is_asked_of_grown_ups_alone_is_not_asked_where_a_child_is_told_of(
    evidence: Evidence, thesaurus: Thesaurus
) -> None:
    of_whom = {name: Premise((), of_whom=True) for name in ("child", "adult")}
    shelf = ClaimShelf(replace(evidence, facets=Facets(premises={**of_whom, "operation": Premise(())})), thesaurus)
    of_adults = Facet("signs", (ClaimId("PD-2"),), ("Which signs?",), given=("adult", "operation"))
    told = [["child"], ["child", "adult"], ["operation"], []]
    assert [shelf.is_asked_of_others(of_adults, one) for one in told] == [True, False, False, False]
    assert not shelf.is_asked_of_others(RESTING, ["child"])


DRIVING = Facet("driving", (ClaimId("PD-7"),), ("When may I drive?",), given=("operation",))
RESTING = Facet("resting", (ClaimId("PD-2"),), ("When may I stop resting?",))


def test_what_rests_on_something_that_is_not_told_is_not_what_is_asked(
    evidence: Evidence, thesaurus: Thesaurus
) -> None:
    operation = Premise((WordingReader().read("fusion"),), ("weeks",))
    rows = Facets((DRIVING, RESTING), premises={"operation": operation})
    shelf = ClaimShelf(replace(evidence, facets=rows), thesaurus)
    closed, opened = shelf.weigh("When may I drive?"), shelf.weigh("When may I drive after a fusion?")
    assert ([match.facet.id for match in closed.matches], [match.facet.id for match in closed.closed]) == (
        ["resting"],
        ["driving"],
    )
    assert closed.closed[0].score > closed.matches[0].score == 1.0
    assert closed.signs[ClaimId("PD-7")].own == 0 < opened.signs[ClaimId("PD-7")].own
    assert (opened.matches[0].facet.id, opened.closed) == ("driving", ())
    assert (
        shelf.premises("When may I drive?", facts=["weeks"]) == shelf.premises("Why?", ["My fusion"]) == {"operation"}
    )
    assert shelf.weigh("When may I drive?", told=["operation"]).closed == ()
