import pytest

from isthmus.corpus.word_symbols import symbol, without_private_letters


@pytest.mark.parametrize(
    ("font", "code", "letter"),
    [
        ("Symbol", 0xF0B3, "≥"),
        ("Symbol", 0xF0A3, "≤"),
        ("symbol", 0xB9, "≠"),
        ("Symbol", 0xF061, "α"),  # noqa: RUF001 - a letter of Greek
        ("Symbol", 0xF0B1, "±"),
        ("Symbol", 0xF0D7, "⋅"),
        ("Symbol", 0xF0DE, "⇒"),
        ("Wingdings", 0xF0FB, "✗"),
        ("Wingdings", 0xF0FC, "✓"),
        ("Wingdings", 0xF04A, "[left out]"),
        ("Webdings", 0xF0B3, "[left out]"),
        ("", 0xF0B7, "•"),
    ],
)
def test_a_symbol_is_the_letter_that_its_font_shows_or_is_left_out(font: str, code: int, letter: str) -> None:
    assert symbol(font, code) == letter


def test_private_letters_among_words_are_written_as_what_they_show() -> None:
    assert without_private_letters("a slip \uf0b3 50", "Symbol") == "a slip ≥ 50"
    assert without_private_letters("a slip \uf0b3 50", "Calibri") == "a slip [left out] 50"
