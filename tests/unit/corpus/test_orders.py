import pytest

from isthmus.corpus.orders import without_orders

SIGN = "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Rest helps.\n\tCaf\N{LATIN SMALL LETTER E WITH ACUTE}\N{NO-BREAK SPACE}5",
            "Rest helps.\n\tCaf\N{LATIN SMALL LETTER E WITH ACUTE}\N{NO-BREAK SPACE}5",
        ),
        ("\x1b]0;title\x07", f"{SIGN}]0;title{SIGN}"),
        ("a\r\nb\rc\x9b2J", f"a\r\nb{SIGN}c{SIGN}2J"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}txt.exe", f"{SIGN}txt.exe"),
    ],
)
def test_a_text_gives_the_terminal_no_orders(text: str, shown: str) -> None:
    assert without_orders(text) == shown
