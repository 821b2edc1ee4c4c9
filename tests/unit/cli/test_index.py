from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call
from tests.unit.search.tiny_encoder import make_encoder

from isthmus.cli.index import load_encoder, open_index
from isthmus.corpus import Library
from isthmus.errors import InvalidOption, UnreadableFile
from isthmus.search import Thesaurus

MEANINGS = {"brace": [1.0, 0.0], "girdle": [0.9, 0.1]}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    page = tmp_path / "pages" / "a.txt"
    page.parent.mkdir()
    page.write_text("A girdle rests the back for many weeks.", encoding="utf-8")
    return page.parent


def test_ingest_makes_the_index_with_the_vectors_of_the_encoder(call: Call, tmp_path: Path, pages: Path) -> None:
    encoder = make_encoder(tmp_path / "encoder", MEANINGS)
    folder = tmp_path / "library"
    assert call("ingest", str(pages), "--library", str(folder), "--encoder", str(encoder)).code == 0
    index = open_index(Library.open(folder), load_encoder(encoder))
    assert [passage.text[:8] for passage, _ in index.find(Thesaurus.of([], []).read("brace"), 9)] == ["A girdle"]


def test_an_encoder_that_is_not_there_is_told_before_anything_is_answered(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="Name a folder with encoder.toml"):
        load_encoder(tmp_path / "nowhere")


def test_the_encoder_that_is_set_is_taken_and_otherwise_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ISTHMUS_ENCODER", raising=False)
    assert load_encoder(None) is None
    monkeypatch.setenv("ISTHMUS_ENCODER", str(make_encoder(tmp_path / "encoder", MEANINGS)))
    encoder = load_encoder(None)
    assert encoder
    assert encoder.card.id == "tiny"


def test_vectors_of_another_encoder_are_refused_in_one_line(call: Call, tmp_path: Path, pages: Path) -> None:
    first = make_encoder(tmp_path / "first", MEANINGS)
    other = make_encoder(tmp_path / "other", MEANINGS, id='"other"')
    folder = tmp_path / "library"
    call("ingest", str(pages), "--library", str(folder), "--encoder", str(first))
    with pytest.raises(InvalidOption, match="made by the encoder `tiny`, not by `other`"):
        open_index(Library.open(folder), load_encoder(other))


def test_what_there_is_to_say_of_an_index_is_told_on_standard_error(
    call: Call, tmp_path: Path, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "library"
    call("ingest", str(pages), "--library", str(folder))
    (folder / "index" / "state.sqlite").write_bytes(b"damaged " * 300)
    open_index(Library.open(folder))
    assert capsys.readouterr().err.endswith("The index was damaged or incomplete. It has been made anew.\n")


def test_a_library_without_a_document_says_so_and_the_knowledge_answers(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    call("ingest", str(tmp_path / "nowhere.txt"), "--library", str(folder))
    done = call("ask", "What is a pars defect?", "--library", str(folder), "--json")
    assert done.code == 0
    assert f"{folder}: It holds no document yet." in done.err
    assert '"behaviour": "answer"' in done.out
