import pytest

from isthmus.claims import Spelling

SPELLING = Spelling(
    {"RTP": "return to sport", "CES": "cauda equina syndrome"},
    {"siatica": "sciatica", "back brase": "back brace", "brase": "brace"},
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Is it Siatica?", "Is it sciatica?"),
        ("A back-brase, or a brase?", "A back brace, or a brace?"),
        ("When is RTP safe?", "When is return to sport safe?"),
        ("rtp", "rtp"),
        ("WHEN IS RTP SAFE?", "WHEN IS RTP SAFE?"),
        ("siaticas and CESX", "siaticas and CESX"),
    ],
)
def test_a_text_is_read_as_it_was_meant(text: str, meant: str) -> None:
    assert SPELLING.corrected(text) == meant


def test_without_a_glossary_every_text_stays_as_it_is() -> None:
    assert Spelling().corrected("Is RTP siatica?") == "Is RTP siatica?"
