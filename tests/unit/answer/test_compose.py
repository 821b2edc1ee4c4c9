from collections.abc import Callable
from dataclasses import replace

import pytest

from isthmus.answer import ask
from isthmus.answer.compose import bearing_on, clarified, follow_up, from_claim, from_sentence, in_order, merge
from isthmus.answer.documents import DocumentShelf
from isthmus.answer.model import Citation, Statement
from isthmus.answer.question import Asked
from isthmus.claims import Evidence, Lexicon
from isthmus.claims.read_wording import WordingReader
from isthmus.corpus import Library
from isthmus.search import Thesaurus, stems
from isthmus.terms import ClaimId, SourceId, StageId, TopicId


def test_a_claim_cites_all_its_sources(evidence: Evidence) -> None:
    statement = from_claim(evidence.claims[ClaimId("PD-5")], StageId("second-line"), evidence)
    assert (statement.text, statement.stage, statement.claim) == (
        "An injection eased pain in one of three.",
        "second-line",
        "PD-5",
    )
    assert [(c.source, c.title, c.year, c.document, c.start, c.quote) for c in statement.citations] == [
        ("A20", "Title of A20", 2020, None, None, statement.text),
        ("B20", "Title of B20", 2020, None, None, statement.text),
    ]


def test_a_sentence_cites_its_place_in_its_document(
    library: Library, shelf: DocumentShelf, thesaurus: Thesaurus
) -> None:
    found = shelf.find("Which?", thesaurus.concepts(stems("steroid")), ())
    documents = {str(about.id): document for about in library.abouts() if (document := library.document(about.id))}
    statement = from_sentence(found[0].origin, documents[found[0].origin.document], None)
    (cited,) = statement.citations
    (key,) = (about.id for about in library.abouts() if about.place == "care.txt")
    assert (str(cited.source), cited.document, cited.title) == (str(key), str(key), "Care for a pars defect")
    assert documents[key].text.encode()[cited.start : cited.end].decode() == statement.text == cited.quote


@pytest.mark.parametrize(
    ("topics", "questions"),
    [
        (["definition"], ["Does rest help?", "Does a brace help?"]),
        (["conservative", "bracing"], ["Does an injection help?"]),
        (["injection"], []),
        (["bracing", "unheard-of", "bracing"], ["Does rest help?"]),
        ([], []),
    ],
)
def test_what_to_ask_next_leads_on_from_the_topics(lexicon: Lexicon, topics: list[str], questions: list[str]) -> None:
    assert list(follow_up(map(TopicId, topics), lexicon)) == questions


def test_an_item_of_a_list_keeps_the_line_that_leads_in_to_it(
    library: Library, shelf: DocumentShelf, thesaurus: Thesaurus
) -> None:
    (found,) = [c for c in shelf.find("Which?", thesaurus.concepts(stems("healthy")), ()) if "healthy" in c.text]
    documents = {str(about.id): document for about in library.abouts() if (document := library.document(about.id))}
    assert from_sentence(found.origin, documents[found.origin.document], None).lead_in == "Consider surgery if:"
    assert found.headings == ("Consider surgery if:", "Third: surgery, and when", "Care for a pars defect")


def test_claims_are_said_topic_by_topic_with_the_best_one_s_first_and_the_strongest_first_in_each(
    evidence: Evidence,
) -> None:
    read = WordingReader().read
    strong = replace(evidence.claims[ClaimId("PD-7")], source_grade="trial")
    known = replace(
        evidence,
        claims={**evidence.claims, strong.id: strong},
        lexicon=replace(evidence.lexicon, grades=((read("trial"),),)),
    )
    chosen = [ClaimId(f"PD-{number}") for number in (6, 3, 7, 4)]
    assert in_order(chosen, known, staged=False) == [(None, f"PD-{number}") for number in (7, 6, 3, 4)]


def test_where_treatment_is_asked_for_claims_are_said_stage_by_stage(evidence: Evidence) -> None:
    chosen = [ClaimId(f"PD-{number}") for number in (6, 5, 1, 3)]
    assert in_order(chosen, evidence, staged=True) == [
        (None, "PD-1"),
        ("first-line", "PD-3"),
        ("second-line", "PD-5"),
        ("third-line", "PD-6"),
    ]


def test_what_depends_on_facts_is_asked_back_danger_signs_first(evidence: Evidence) -> None:
    answer = clarified(ask("Does a corset help?", evidence), ["age"], evidence.facets)
    assert (answer.behaviour, answer.reason, answer.disagreements) == ("clarify", "It depends.", ())
    assert answer.follow_up == ("Is a leg numb?", "How old are you?")


def said(text: str, stage: str | None = None) -> Statement:
    return Statement(text, StageId(stage) if stage else None, None, ())


def test_claims_and_documents_are_told_together_and_nothing_twice() -> None:
    claims = [
        said("Rest for three months comes first.", "first-line"),
        said("Surgery comes last of all.", "third-line"),
    ]
    documents = [
        said("First comes rest, for three months.", "first-line"),
        said("Rest for 4 months comes first.", "first-line"),
        said("Some teams add a brace.", "first-line"),
        said("It is a crack."),
    ]
    told = merge(claims, documents, stages=[StageId("first-line"), StageId("third-line")])
    assert told == (documents[3], claims[0], documents[1], documents[2], claims[1])


@pytest.mark.parametrize(("stage", "claims", "sentences"), [(None, 8, 4), ("first-line", 3, 3)])
def test_no_more_is_told_together_than_is_read(stage: str | None, claims: int, sentences: int) -> None:
    by_claims = [said(f"Number {number}.", stage) for number in range(20)]
    by_documents = [said(f"Figure {number}.", stage) for number in range(20)]
    told = merge(by_claims, by_documents, stages=[StageId("first-line")])
    assert told == (*by_claims[:claims], *by_documents[:sentences])


def test_where_one_alone_speaks_all_of_it_is_told() -> None:
    twenty = tuple(said(f"Number {number}.") for number in range(20))
    assert merge(twenty, ()) == merge((), twenty) == twenty


def quoted(text: str, lead_in: str | None = None) -> Statement:
    citation = Citation(SourceId("d"), "A page", None, None, None, "d", 0, len(text), text)
    return Statement(text, None, None, (citation,), lead_in)


def test_beside_claims_a_sentence_has_to_share_more_with_them_than_the_name_of_the_condition(
    evidence: Evidence, thesaurus: Thesaurus, asked: Callable[[str], Asked]
) -> None:
    claims = [from_claim(evidence.claims[ClaimId("PD-1")], None, evidence)]
    named, bearing, led_in = quoted("A crack is wet."), quoted("It is narrow."), quoted("Water.", "In a bone:")
    read = asked("What is a crack?")
    assert bearing_on(claims, [named, bearing, led_in], read, thesaurus) == (bearing, led_in)
    assert bearing_on([], [named, bearing], read, thesaurus) == (named, bearing)


def test_what_answers_the_very_question_bears_on_it(
    evidence: Evidence, thesaurus: Thesaurus, asked: Callable[[str], Asked]
) -> None:
    claims = [from_claim(evidence.claims[ClaimId("PD-1")], None, evidence)]
    one = quoted("A wet one.")
    title = one.citations[0].title
    assert bearing_on(claims, [one], asked(f"{title}?"), thesaurus) == (one,)
    assert bearing_on(claims, [one], asked("What is a crack?"), thesaurus) == ()


def test_the_items_of_a_list_stand_or_fall_together(
    evidence: Evidence, thesaurus: Thesaurus, asked: Callable[[str], Asked]
) -> None:
    claims = [from_claim(evidence.claims[ClaimId("PD-1")], None, evidence)]
    items = [quoted("A narrow place.", "It may be:"), quoted("A wet one.", "It may be:")]
    other = quoted("A wet one.", "It is never:")
    assert bearing_on(claims, [*items, other], asked("What is a crack?"), thesaurus) == tuple(items)
