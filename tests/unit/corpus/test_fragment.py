import pytest

from isthmus.corpus.fragment import is_fragment, write_fragment
from isthmus.corpus.reading import PART, PART_ENDS
from isthmus.errors import MalformedText


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>It heals.</p>", True),
        ("It is <b>not</b> needed.", True),
        ("It heals.<br>It hurts.", True),
        ("Half of those < 18 heal, and > 3 do not.", False),
        ("See <https://example.org>.", False),
    ],
)
def test_a_piece_of_a_page_is_told_by_its_tags(text: str, *, told: bool) -> None:
    assert is_fragment(text) is told


def test_it_is_written_as_pages_are_with_its_headings() -> None:
    text, headings = write_fragment(
        "<p>A brace is <b>not</b> needed.</p><h2>Myths</h2><ul><li>Magnets heal.</li></ul>", "a"
    )
    assert text == "A brace is not needed.\n\nMyths\n\n  \N{BULLET} Magnets heal."
    assert headings == ((text.index("Myths"), 2),)


def test_one_of_too_many_tags_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isthmus.corpus.page_parse._MOST_TAGS", 3)
    with pytest.raises(MalformedText, match=r"^a: It has more than 3 tags\."):
        write_fragment("<p>a</p><p>b</p>", "a")


def test_what_heads_a_panel_heads_it_up_to_its_end() -> None:
    panel = "<details><summary>Myths</summary><p>Magnets heal.</p></details><p>Rest helps.</p>"
    text, headings = write_fragment(panel, "a")
    assert headings == ((text.index("Myths"), PART), (text.index("Magnets heal.") + len("Magnets heal."), PART_ENDS))
