import pytest

from isthmus.search import Thesaurus, stems

THESAURUS = Thesaurus.of([("pars defect", "crack"), ("brace", "corset"), ("back brace", "orthosis")], ["does the a"])


def keys(text: str) -> list[str]:
    return [concept.key for concept in THESAURUS.concepts(stems(text))]


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Does the corset help", ["doe", "the", "brace", "help"]),
        ("braces for cracks", ["brace", "for", "pars defect"]),
        ("a pars defect", ["a", "pars defect"]),
        ("pars", ["par"]),
        ("back brace", ["back brace"]),
        ("back braces and braces", ["back brace", "and", "brace"]),
        ("", []),
    ],
)
def test_words_that_mean_the_same_are_one_concept_and_the_longest_wins(text: str, concepts: list[str]) -> None:
    assert keys(text) == concepts


def test_a_concept_knows_its_place_and_its_words() -> None:
    _, concept = THESAURUS.concepts(stems("a pars defect"))
    assert (concept.said, concept.start, concept.end) == (("par", "defect"), 1, 3)


def test_filler_narrows_nothing_and_all_else_does() -> None:
    concepts = THESAURUS.concepts(stems("does the brace help"))
    assert [concept.key for concept in concepts if THESAURUS.narrows(concept)] == ["brace", "help"]


def test_a_query_asks_for_all_synonyms_the_words_of_the_asker_first_and_each_concept_once() -> None:
    concepts = THESAURUS.concepts(stems("corset or brace"))
    assert THESAURUS.query(concepts).wanted == ((("corset",), ("brace",)), (("or",),))


def test_the_earlier_row_has_a_stem_that_two_rows_share() -> None:
    thesaurus = Thesaurus.of([("brace", "x"), ("braces", "y")], [])
    assert [concept.key for concept in thesaurus.concepts(stems("braces"))] == ["brace"]


def test_an_empty_thesaurus_leaves_words_as_they_are() -> None:
    assert [concept.key for concept in Thesaurus.of([], []).concepts(stems("two words"))] == ["two", "word"]


@pytest.mark.parametrize(
    ("question", "wanted", "kinds", "hints"),
    [
        ("What are the symptoms of a pars defect?", ["pars defect"], ("symptoms",), ("symptom",)),
        ("Does the corset help?", ["brace", "help"], (), ()),
        ("What is the treatment?", ["treatment"], ("treatment",), ()),
        ("", [], (), ()),
    ],
)
def test_a_question_is_read_as_what_is_looked_for_and_the_kind_of_answer(
    question: str, wanted: list[str], kinds: tuple[str, ...], hints: tuple[str, ...]
) -> None:
    query = THESAURUS.read(question)
    keys = [THESAURUS.meanings.get(own, " ".join(own)) for own, *_ in query.wanted]
    assert (keys, query.kinds, query.hints) == ([*map(stemmed, wanted)], kinds, hints)


def stemmed(key: str) -> str:
    return key if key in THESAURUS.words else " ".join(stems(key))


def test_long_names_are_also_looked_for_by_their_initials() -> None:
    assert "rta" in THESAURUS.read("What is renal tubular acidosis?").initials
    assert THESAURUS.read("What is a brace?").initials == ()
