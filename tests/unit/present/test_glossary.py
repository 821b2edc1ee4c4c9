"""Terms are told where they stand."""

import pytest

from isthmus.guide import Term
from isthmus.present.glossary import Glossary, Piece

TERMS = (
    Term("pars defect", "A crack.", "A defect of the pars.", also=("crack",)),
    Term("pars", "A bridge of bone.", "The isthmus."),
    Term("isthmic slip", "A slip.", "A shift.", abbreviations=("IS",)),
)
PLAIN, CLINICAL = Glossary(TERMS, "plain"), Glossary(TERMS, "clinical")


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("A pars defect hurts.", {"pars defect": "A crack."}),
        ("The Pars, then a pars again.", {"Pars": "A bridge of bone."}),
        ("A crack is a pars defect.", {"crack": "A crack."}),
        ("Is it an IS?", {"IS": "A slip."}),
        ("Nothing of the kind, and no cracked one.", {}),
        ("", {}),
    ],
)
def test_a_term_is_told_once_where_a_text_first_uses_it(text: str, explained: dict[str, str]) -> None:
    pieces = PLAIN.pieces(text)
    assert "".join(piece.text for piece in pieces) == text
    assert {piece.text: piece.means for piece in pieces if piece.means} == explained


def test_the_register_decides_on_the_words() -> None:
    assert CLINICAL.pieces("pars") == (Piece("pars", "The isthmus."),)


def test_without_terms_a_text_stays_whole() -> None:
    assert Glossary((), "plain").pieces("A pars defect.") == (Piece("A pars defect."),)
