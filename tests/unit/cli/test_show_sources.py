from pathlib import Path

import pytest

from isthmus.cli.show_sources import show_document, show_sources
from isthmus.corpus import About, Document, DocumentId, Library, Sources, correct, ingest

TEXT = "Ärzte sagen: rest first. Then more."
BODY = " ".join(
    f"In week {number} the load grows by a tenth of what was borne on day {number}." for number in range(40)
)


def document(text: str) -> Document:
    return Document(DocumentId("a"), "A page", "", "text/plain", "a.txt", group="a", text=text)


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([], TEXT),
        ([(0, 6)], "[[Ärzte]] sagen: rest first. Then more."),
        ([(26, 36), (14, 25)], "Ärzte sagen: [[rest first.]] [[Then more.]]"),
        ([(14, 20), (18, 25), (14, 16)], "Ärzte sagen: [[rest first.]] Then more."),
    ],
)
def test_words_are_marked_once_and_without_colour(
    spans: list[tuple[int, int]], marked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show_document(document(TEXT), Library.in_memory(), spans)
    assert capsys.readouterr().out.endswith(f"\n{marked}\n")


def test_a_source_says_what_is_known_of_it_and_what_it_repeats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(f"First\n\n{BODY}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Second\n\nReprinted with leave in 2024.\n\n{BODY}", encoding="utf-8")
    library = Library.in_memory()
    ingest(library, Sources([str(tmp_path)]))
    first: About = next(about for about in library.abouts() if about.id == about.group)
    told = {"publisher": "A press", "year": 2021, "url": "https://example.org/a", "authors": ["A. One"]}
    correct(library, first.id, told)
    show_sources(library)
    shown = capsys.readouterr().out
    assert "2 documents, of which 1 repeats another" in shown
    assert "other; A press; 2021; A. One" in shown
    assert "https://example.org/a" in shown
    assert "corrected here: authors, publisher, url, year" in shown
    assert f"a copy: same group as {first.id}, {first.title}" in shown
