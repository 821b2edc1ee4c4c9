import pytest

from isthmus.answer.bearing import Bearing
from isthmus.search import Thesaurus


def bearing(question: str, thesaurus: Thesaurus) -> Bearing:
    return Bearing(thesaurus.read(question), thesaurus)


@pytest.mark.parametrize(
    ("lines", "rating"),
    [
        (["What causes it?", "A pars defect"], 3),
        (["Hard training", "What causes it?"], 3),  # the nearest that tells a kind
        (["What causes it?", "How it is treated"], 2),
        (["Symptoms and causes"], 1),
        (["How it is treated", "What causes it?"], 0),
        (["A pars defect"], 0),
        ([], 0),
    ],
)
def test_lines_are_rated_by_the_nearest_that_tells_a_kind_of_answer(
    thesaurus: Thesaurus, lines: list[str], rating: int
) -> None:
    assert bearing("What causes a pars defect?", thesaurus).rate(lines) == rating


def test_an_amount_may_stand_under_any_heading(thesaurus: Thesaurus) -> None:
    assert bearing("What is the outlook?", thesaurus).rate(["Outlook"]) == 3
    assert bearing("How long is recovery?", thesaurus).rate(["Recovery"]) == 0


@pytest.mark.parametrize(
    ("question", "stem", "only_names_it"),
    [
        ("How is a crack diagnosed?", "diagnos", True),
        ("How long is recovery?", "long", True),
        ("How is a crack diagnosed?", "crack", False),
        ("What is a crack?", "crack", False),
    ],
)
def test_a_word_that_only_names_the_kind_is_told_from_the_subject(
    thesaurus: Thesaurus, question: str, stem: str, *, only_names_it: bool
) -> None:
    assert bearing(question, thesaurus).names_kind([(stem,)]) is only_names_it


@pytest.mark.parametrize(
    ("question", "only"),
    [
        ("What treats a crack?", True),
        ("What are the symptoms of a crack?", True),
        ("How is a crack treated?", True),
        ("Is a crack inherited?", False),  # a kind that is hinted at
        ("Does a brace help recovery?", False),
        ("Is a slip of grade 3 fused?", False),
        ("How does a brace change recovery?", False),
        ("What is a crack?", False),
        ("How long is recovery after fusion?", False),
        ("How is it treated?", False),  # nothing is left that it is a kind of
    ],
)
def test_a_question_for_nothing_but_a_kind_of_answer_is_told_by_its_form(
    thesaurus: Thesaurus, question: str, *, only: bool
) -> None:
    assert bearing(question, thesaurus).is_for_a_kind is only


def test_a_kind_may_be_hinted_at_beside_what_is_asked(thesaurus: Thesaurus) -> None:
    assert bearing("Does a brace help recovery?", thesaurus).hints_at_a_kind
    assert not bearing("What is a crack?", thesaurus).hints_at_a_kind
    assert not bearing("How long is recovery after fusion?", thesaurus).hints_at_a_kind


def test_the_words_of_a_text_tell_whether_it_gives_the_kind(thesaurus: Thesaurus) -> None:
    asked = bearing("What are the symptoms of a crack?", thesaurus)
    symptoms, cause = (
        "Signs and symptoms include back pain.",
        "It is caused by training hard, and inherited in families.",
    )
    assert (asked.is_given_in(symptoms), asked.is_given_in(cause)) == (True, False)
    assert (asked.is_named_in(symptoms), asked.is_named_in("The pain is worse when bending back.")) == (True, False)
