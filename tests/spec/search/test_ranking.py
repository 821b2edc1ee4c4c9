"""What ranking by words means; that an index is kept, opened and refused stands in its unit tests."""

from collections.abc import Iterable

import pytest

from isthmus.corpus import DocumentId, Passage, PassageId
from isthmus.search import Thesaurus, stems
from isthmus.search.backends.lexical import LexicalIndex

THESAURUS = Thesaurus.of([("brace", "corset"), ("pars defect", "stress fracture")], [])


def passage(key: str, text: str, heading: str | None = None) -> Passage:
    return Passage(PassageId(f"{key}@0"), DocumentId(key), 0, len(text.encode()), text, heading, ())


PASSAGES = [
    passage("brace", "A brace rests the back."),
    passage("heading", "It rests the back.", heading="Braces"),
    passage("injection", "An injection eases pain for weeks."),
    passage("pars", "A stress fracture of the pars heals with rest."),
    passage("twin-b", "Vitamin D was low."),
    passage("twin-a", "Vitamin D was low."),
]


def build(passages: Iterable[Passage]) -> LexicalIndex:
    """Index passages, each the whole of its document."""
    index = LexicalIndex()
    index.write((one.document, "", [one]) for one in passages)
    return index


def ranked(index: LexicalIndex, text: str, limit: int = 10) -> list[str]:
    return [
        hit.passage.removesuffix("@0") for hit in index.rank(THESAURUS.query(THESAURUS.concepts(stems(text))), limit)
    ]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("injections", "injection"),
        ("corset", "brace"),
        ("braces", "brace"),
        ("pars defect", "pars"),
        ("healing pars", "pars"),
        ("ZQXJ injection", "injection"),
    ],
)
def test_the_passage_that_says_it_comes_first(query: str, first: str) -> None:
    assert ranked(build(PASSAGES), query)[0] == first


def test_a_heading_counts_for_its_passage() -> None:
    assert "heading" in ranked(build(PASSAGES), "brace")


def test_what_matches_nothing_is_not_ranked() -> None:
    assert ranked(build(PASSAGES), "laptop") == []


def test_scores_fall_and_are_above_nothing() -> None:
    query = THESAURUS.query(THESAURUS.concepts(stems("rest for a brace")))
    scores = [hit.score for hit in build(PASSAGES).rank(query, 10)]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_equal_scores_are_ordered_and_cut_by_passage_id(limit: int) -> None:
    twins = [passage(f"twin-{number:02}", "Vitamin D was low.") for number in range(12)]
    index = build(reversed(twins))
    assert ranked(index, "vitamin", limit) == [f"twin-{number:02}" for number in range(limit)]


def test_the_order_of_building_changes_nothing() -> None:
    text = "rest back pain vitamin"
    assert ranked(build(PASSAGES), text) == ranked(build(PASSAGES[::-1]), text)


@pytest.mark.parametrize(
    "text", ["heading:brace AND (", "brace* OR NOT", '"brace', "+brace -rest ^2 ~1", "[a TO b]", "\\"]
)
def test_words_of_a_user_are_never_read_as_query_syntax(text: str) -> None:
    index = build(PASSAGES)
    assert ranked(index, text) == ranked(index, " ".join(stems(text)))


def test_nothing_asked_or_nothing_stored_gives_nothing() -> None:
    assert ranked(build(PASSAGES), "") == []
    assert ranked(build([]), "brace") == []


def order(text: str, *passages: Passage) -> list[str]:
    return ranked(build(passages), text)


def test_the_word_of_the_asker_counts_more_than_its_synonym() -> None:
    texts = passage("synonym", "A corset helps."), passage("word", "A brace helps.")
    assert order("brace", *texts) == ["word", "synonym"]


def test_the_text_counts_more_than_the_heading() -> None:
    texts = passage("heading", "It may help.", heading="Brace"), passage("text", "A brace helps.")
    assert order("brace", *texts) == ["text", "heading"]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    common = [passage(f"common-{number}", "The bone healed.") for number in range(5)]
    assert order("bone ginkgo", *common, passage("rare", "The ginkgo leaf."))[0] == "rare"


def test_synonyms_together_do_not_add_up_to_two_matches() -> None:
    texts = passage("both", "brace corset"), passage("one-and-more", "brace heals")
    assert order("corset heals", *texts)[0] == "one-and-more"
