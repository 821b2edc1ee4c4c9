from pathlib import Path

import pytest
from tests.unit.claims.test_load_lexicon import SMALL, sets_of

from isthmus.claims import Lexicon, Naming, with_terms
from isthmus.claims.load_lexicon import load_lexicon


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    path = tmp_path / "lexicon.yaml"
    path.write_text(SMALL.replace("[what is the, of]", "[what is the, of spine]"), encoding="utf-8")
    return load_lexicon(path, sets_of(leg=["leg", "foot"]))


def rows_with(lexicon: Lexicon, *terms: Naming) -> list[tuple[str, ...]]:
    widened = with_terms(lexicon, terms)
    return [row.words for row in (widened.condition, *widened.synonyms)]


@pytest.mark.parametrize(
    ("term", "row"),
    [
        (Naming(("brace", "back shell")), ("brace", "corset", "back shell")),
        (Naming(("orthosis", "corset")), ("brace", "corset", "orthosis")),
        (Naming(("orthosis", "corset", "teen")), ("orthosis",)),
        (Naming(("stiff corset", "shell")), ("brace", "corset", "stiff corset", "shell")),
        (Naming(("crack", "fissure")), ("pars defect", "crack", "fissure")),
        (Naming(("facet", "joint surface")), ("facet", "joint surface")),
    ],
)
def test_a_term_joins_the_one_row_that_is_meant_or_gets_its_own(
    lexicon: Lexicon, term: Naming, row: tuple[str, ...]
) -> None:
    assert row in rows_with(lexicon, term)


@pytest.mark.parametrize(
    "term",
    [
        Naming(("crack corset", "corset of the crack")),  # says no more than its parts
        Naming(("knee",)),  # lies elsewhere
        Naming(("bone of the knee",)),
    ],
)
def test_a_term_that_is_understood_by_its_parts_or_lies_elsewhere_adds_nothing(lexicon: Lexicon, term: Naming) -> None:
    before = [row.words for row in (lexicon.condition, *lexicon.synonyms)]
    assert rows_with(lexicon, term) == before


def test_other_words_for_what_narrows_nothing_narrow_nothing_either(lexicon: Lexicon) -> None:
    assert with_terms(lexicon, [Naming(("spine", "backbone"))]).filler == lexicon.filler | {"backbone"}


def test_a_word_keeps_the_meaning_it_had_first(lexicon: Lexicon) -> None:
    rows = rows_with(lexicon, Naming(("facet", "joint")), Naming(("knuckle", "joint")))
    assert rows[3:] == [("facet", "joint", "knuckle")]


def test_a_misspelling_is_read_as_the_way_to_write_it_that_it_looks_like(lexicon: Lexicon) -> None:
    term = Naming(("radicular pain", "sciatica", "leg pain"), ("RP",), ("siatica", "legpain", "sciatica nerve"))
    spelling = with_terms(lexicon, [term]).spelling
    assert spelling.misspellings == {"siatica": "sciatica", "legpain": "leg pain"}
    assert spelling.abbreviations == {"RP": "radicular pain"}


def test_an_abbreviation_that_is_a_word_already_is_left_alone(lexicon: Lexicon) -> None:
    spelling = with_terms(lexicon, [Naming(("isthmic slip",), ("IS", "Corset"))]).spelling
    assert spelling.abbreviations == {}
