from collections.abc import Sequence

import pytest
from tests.unit.search.paper import paper, passages

from isthmus.search.asking import Question
from isthmus.search.counted import Counted
from isthmus.search.form import Form

COUNTED = Counted.of(paper())
FORM = Form.of(COUNTED)


def telling(column: Sequence[float]) -> list[str]:
    return [one.text.split(".")[0][:22] for one, sign in zip(COUNTED.sentences, column, strict=True) if sign]


@pytest.mark.parametrize(
    ("question", "sign", "found"),
    [
        ("How many rowers were followed?", "amount_percent", ["Pain fell in 61% of th"]),
        ("When did they start?", "time_when", ["In 2019 we followed 84"]),
        ("Who led the study?", "person_names", []),
        ("Why did pain fall?", "reason_because", ["This difference may be"]),
        ("What did the authors conclude?", "finding_conclusion", ["Our results suggest th"]),
        (
            "What did the authors conclude?",
            "conclusion_suggesting",
            ["This difference may be", "Our results suggest th"],
        ),
        ("What is BSI?", "short_form", ["Bone stress injury (BS"]),
        ("What is a brace?", "short_form", []),
        ("What is a brace?", "amount_percent", []),
    ],
)
def test_a_sentence_has_the_form_of_what_is_asked(question: str, sign: str, found: list[str]) -> None:
    assert telling(FORM.signs(Question.of(question))[sign]) == found


def test_a_number_is_fresh_unless_the_question_holds_it() -> None:
    form = Form.of(Counted.of(passages("It was 12 weeks. It was 9 weeks. It was long.")))
    assert form.signs(Question.of("What took 12 weeks?"))["fresh_number"] == [0, 1, 0]


def test_places_are_told_from_the_start_of_each_document() -> None:
    form = Form.of(Counted.of([*passages("One is here. Two is here.", "a"), *passages("Three is here.", "b")]))
    signs = form.signs(Question.of("What is here?"))
    assert signs["place"] == [0, 0.5, 0]
    assert signs["opens_passage"] == [1, 0, 1]
    assert signs["closes_passage"] == [0, 1, 1]


def test_what_stands_before_and_after_a_summary_is_known() -> None:
    signs = FORM.signs(Question.of("What is it?"))
    assert signs["summary"][:3] == [1, 1, 0]
    assert signs["after_summary"] == [0, 0, 1, 1, 1, 1, 1, 1, 0]
    assert not any(signs["before_summary"])


def test_the_signs_are_the_same_for_every_question() -> None:
    assert list(FORM.signs(Question.of("Why?"))) == list(FORM.signs(Question.of("How many HIV-1 cases?")))


def test_a_cue_in_any_form_is_found_by_its_stem() -> None:
    form = Form.of(Counted.of(passages("Pain was reduced. Rest is best. A brace reduces pain.")))
    assert form.signs(Question.of("What is the effect of a brace?"))["role_bearing"] == [1, 0, 1]


def test_a_name_inside_a_sentence_is_told_from_the_word_that_opens_it() -> None:
    form = Form.of(Counted.of(passages("Rowers live here. They live in Oslo. We saw DNA there.")))
    signs = form.signs(Question.of("Where is the rowing club, and which one?"))
    assert signs["whereabouts_a_place"] == [0, 1, 0]
    assert signs["which_a_name"] == [0, 1, 1]
    assert signs["which_capitals"] == [0, 0, 1]


def test_a_conclusion_is_looked_for_at_the_ends() -> None:
    text = "Abstract\n\n" + "It was so. " * 5 + "\n\nMethods\n\n" + "It was so. " * 20
    signs = Form.of(Counted.of(passages(text))).signs(Question.of("What is the conclusion?"))
    assert [at for at, sign in enumerate(signs["conclusion_ends_summary"]) if sign] == [2, 3, 4]
    assert [at for at, sign in enumerate(signs["conclusion_near_end"]) if sign] == [21, 22, 23, 24]
    assert sum(signs["conclusion_in_last_12"]) == 12
