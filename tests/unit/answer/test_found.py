from pathlib import Path

from isthmus.answer.found import Found
from isthmus.corpus import read_library

PAGE = "Care\n\nMost people rest for several weeks.\n\nBraces\n\nA brace is offered by some teams.\n"


def test_passages_stand_in_the_order_of_their_documents_each_from_its_start(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Knees\n\nA knee is not a back, and a back is no knee.", encoding="utf-8")
    library = read_library(tmp_path)[0]
    abouts = {about.id: about for about in library.abouts()}
    hits = [(passage, 1.0) for key in abouts for passage in reversed(library.passages_of(key))]
    found = Found.of(hits, abouts)
    assert [one.text for one in found.in_order] == [
        passage.text for key in abouts for passage in library.passages_of(key)
    ]


def test_nothing_found_is_nothing() -> None:
    assert Found.of([], {}).in_order == []
