import pytest

from isthmus.answer.verify.denials import denials
from isthmus.answer.verify.pair import Pair


@pytest.mark.parametrize(
    ("said", "cited", "said_wrongly"),
    [
        ("The brace helped.", "The brace did not help.", {"helped", "not"}),
        ("The brace did not help.", "The brace helped.", {"not", "help"}),
        ("Cats never sleep at noon.", "The trial of braces did not end well for bone.", {"never"}),
        ("The brace helps bone.", "The brace may help bone.", {"helps"}),
        ("The brace may help bone.", "The brace may help bone.", set()),
        ("The brace helps.", "The brace may help. It helps.", set()),
        ("The brace did not help.", "The brace did not help.", set()),
        ("It was free of harm.", "It did no harm.", set()),
        ("It was not painful.", "It was painless.", set()),
        ("It was not sore.", "It was a painless, nonpainful thing.", set()),
    ],
)
def test_what_is_denied_in_one_text_only_is_found(said: str, cited: str, said_wrongly: set[str]) -> None:
    assert {objection.said for objection in denials(Pair(said, cited, ""))} == said_wrongly


def test_a_denial_may_be_borne_out_beside() -> None:
    assert list(denials(Pair("It was not randomised.", "It was a series.", "not randomised"))) == []
