from pathlib import Path

import pytest

from isthmus.answer import Citation, Statement
from isthmus.condition import Condition
from isthmus.corpus import About, Library, read_library
from isthmus.present.results import as_one_source, list_results
from isthmus.present.sources import list_sources
from isthmus.terms import SourceId

REST = "Rest is the first treatment of a stress fracture, and most people are better within three months of it."


@pytest.fixture
def library(tmp_path: Path) -> Library:
    words = "\n".join(f"{REST} So says number {number}." for number in ("one", "two", "three"))
    (tmp_path / "a.txt").write_text(f"A\n\n{words}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"A\n\n{words}\nPrinted again.\n", encoding="utf-8")
    return read_library(tmp_path)[0]


def cited(about: About, library: Library) -> Statement:
    start = (library.text(about.id) or b"").index(REST.encode())
    place = (about.id, start, start + len(REST), REST, "clinic-page")
    return Statement(REST, None, None, (Citation(SourceId(about.id), about.title, None, 2025, None, *place),))


def test_copies_of_one_text_are_one_source_and_each_keeps_its_place(library: Library) -> None:
    first, second = (cited(about, library) for about in library.abouts())
    told = as_one_source([first, second], library)
    assert {statement.citations[0].source for statement in told} == {first.citations[0].source}
    assert [statement.citations[0].document for statement in told] == [about.id for about in library.abouts()]


def test_without_a_library_nothing_is_joined(library: Library) -> None:
    statements = tuple(cited(about, library) for about in library.abouts())
    assert as_one_source(statements, None) == statements


def test_a_source_is_listed_with_its_kind_its_copies_and_its_words_in_their_context(
    library: Library, condition: Condition
) -> None:
    statement = cited(next(library.abouts()), library)
    shelf = list_sources([(None, citation) for citation in statement.citations], condition.evidence)
    (result,) = list_results(shelf.listed, statement.citations, library)
    assert (result.number, result.kind, len(result.copies), result.more_copies) == (1, "clinic-page", 1, 0)
    (snippet,) = result.snippets
    assert snippet.setting
    assert snippet.setting.after.startswith(" So says number one.")


def test_of_a_claim_there_is_no_kind_no_copy_and_no_context(condition: Condition) -> None:
    source = Citation(SourceId("X"), "Title", None, None, None, None, None, None, "Words.")
    shelf = list_sources([(None, source)], condition.evidence)
    (result,) = list_results(shelf.listed, [source], None)
    assert (result.kind, result.copies, result.snippets[0].setting) == (None, (), None)
