import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from isthmus.corpus import DocumentId, PassageId
from isthmus.search.state import State, StateFile

REACHED = State("1", 2, 3, "tiny", 1)
ONE, OTHER = DocumentId("one"), DocumentId("other")


def test_an_index_that_was_never_written_has_the_first_state_there_is() -> None:
    assert StateFile().read() == State()


def test_a_state_outlasts_the_process(tmp_path: Path) -> None:
    file = StateFile(tmp_path / "index")
    with file.writing():
        file.note(REACHED)
    file.close()
    assert StateFile(tmp_path / "index").read() == REACHED


def test_what_was_not_finished_is_as_if_it_had_not_begun(tmp_path: Path) -> None:
    file = StateFile(tmp_path)
    with suppress(KeyError), file.writing():
        file.note(REACHED)
        raise KeyError
    assert file.read() == State()


def test_a_reader_sees_that_another_has_written(tmp_path: Path) -> None:
    reader, writer = StateFile(tmp_path), StateFile(tmp_path)
    assert [reader.has_changed(), reader.has_changed()] == [True, False]
    with writer.writing():
        writer.note(REACHED)
    assert [reader.has_changed(), reader.has_changed()] == [True, False]


def test_vectors_are_kept_by_passage_and_forgotten_by_document() -> None:
    file = StateFile()
    file.note_vectors(ONE, {PassageId("one@0"): b"a", PassageId("one@5"): b"b"})
    file.note_vectors(OTHER, {PassageId("other@0"): b"c"})
    file.forget_vectors(ONE)
    assert file.vectors() == {"other@0": b"c"}
    file.forget_all_vectors()
    assert file.vectors() == {}


def test_a_file_that_is_something_else_is_not_taken_for_a_state(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_bytes(b"no database, but long enough to be taken for one " * 30)
    with pytest.raises(sqlite3.DatabaseError):
        StateFile(tmp_path)
