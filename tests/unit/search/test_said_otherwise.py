import pytest
from tests.unit.search.paper import passages

from isthmus.search.asking import Question
from isthmus.search.counted import Counted
from isthmus.search.held import Column, Held
from isthmus.search.said_otherwise import of_other_words, short_forms


def signs(question: str, text: str) -> dict[str, Column]:
    return of_other_words(Held(Question.of(question), Counted.of(passages(text))))


TEXT = "The fatality was low. Many deaths came later. Rest came first."


@pytest.mark.parametrize(
    ("question", "sign", "column"),
    [
        ("deaths", "related", [1, 0, 0]),
        ("deaths", "related_terms", [1, 0, 0]),
        ("deaths", "related_or_covered", [1, 1, 0]),
        ("deaths after rest", "related_terms", [0.5, 0, 0]),
        ("the lethality of xylophones", "related", [1, 1, 0]),
        ("xylophones", "related", [0, 0, 0]),
        ("What?", "related", [0, 0, 0]),
        ("low fatality", "density", [1, 0, 0]),
    ],
)
def test_a_word_of_the_same_family_counts_where_the_word_itself_is_not_said(
    question: str, sign: str, column: list[float]
) -> None:
    assert signs(question, TEXT)[sign] == pytest.approx(column)


def test_what_a_sentence_adds_to_the_question_is_counted() -> None:
    fresh = signs("Was fatality low?", TEXT)["fresh"]
    assert fresh[0] == 0 < fresh[2]


WARD = "A bone stress injury (BSI) heals. The BSI was old. A bone is hard. Stress injury of bone is rare. Rest is best."


def test_a_short_form_stands_for_its_long_form_and_the_other_way() -> None:
    assert [sign > 0 for sign in signs("What is bone stress injury?", WARD)["by_short_form"]] == [0, 1, 0, 0, 0]
    assert [sign > 0 for sign in signs("What is BSI?", WARD)["by_short_form"]] == [0, 0, 0, 1, 0]


def test_a_question_with_both_forms_needs_neither_in_place_of_the_other() -> None:
    assert not any(signs("Is BSI a bone stress injury?", WARD)["by_short_form"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acute respiratory infections (ARIs) are common.", [("ari", "acut respiratori infect")]),
        ("A green fluorescent protein (GFP) was used.", [("gfp", "green fluoresc protein")]),
        ("We saw enzyme linked tests (ELT; three) twice.", [("elt", "enzym link test")]),
        ("It was seen (see Table) and (N = 3) counted (XQZ).", []),
        ("It was of the (OT) kind.", []),
        ("Nothing (QA) fits.", []),
    ],
)
def test_the_letters_of_a_short_form_are_found_in_the_words_before_it(text: str, found: list[tuple[str, str]]) -> None:
    forms = short_forms(Counted.of(passages(text)))
    assert [(" ".join(short), " ".join(long)) for short, long in forms] == found
