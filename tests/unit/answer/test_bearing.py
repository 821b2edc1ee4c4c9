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
