import pytest

from isthmus.search import stems


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Braces, bracing; a brace", ("brace", "brace", "a", "brace")),
        ("X-ray's", ("x", "ray")),
        ("don\N{RIGHT SINGLE QUOTATION MARK}t", ("dont",)),
        ("", ()),
        ("?!", ()),
    ],
)
def test_every_word_gives_one_stem(text: str, cut: tuple[str, ...]) -> None:
    assert stems(text) == cut
