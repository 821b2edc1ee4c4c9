import builtins
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.unit.search.tiny_encoder import make_encoder

from isthmus.corpus import PassageId
from isthmus.errors import MalformedText, MissingLibrary, UnreadableFile
from isthmus.search.backends.dense import Encoder, Vectors, read_card

MEANINGS: dict[str, Sequence[float]] = {
    "brace": [1, 0, 0],
    "corset": [0.9, 0.1, 0],
    "sport": [0, 1, 0],
    "football": [0, 0.8, 0.2],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_encoder(tmp_path / "encoder", MEANINGS)


def vectors(encoder: Encoder, *texts: str) -> Vectors:
    rows = encoder.passages(texts)
    return Vectors({PassageId(text): row.astype("<f4").tobytes() for text, row in zip(texts, rows, strict=True)})


def test_texts_that_mean_the_same_lie_close_together(folder: Path) -> None:
    encoder = Encoder(folder)
    held = vectors(encoder, "Football sport.", "A corset.", "Nothing known here.")
    assert [hit.passage for hit in held.rank(encoder.question("brace"), 2)] == ["A corset.", "Football sport."]


def test_vectors_have_unit_length_whatever_they_are_encoded_with(folder: Path) -> None:
    encoder = Encoder(folder)
    alone, beside = encoder.passages(["brace"]), encoder.passages(["brace", "sport and football and more sport"])
    assert alone[0].tolist() == beside[0].tolist() == [1, 0, 0]
    assert encoder.passages([]).shape == (0, 3)


def test_more_texts_than_fit_at_once_keep_their_order(folder: Path) -> None:
    encoder = Encoder(folder)
    texts = ["brace", "sport " * 9] * 20
    assert [row.argmax() for row in encoder.passages(texts)] == [0, 1] * 20


def test_the_first_token_alone_can_stand_for_a_text(tmp_path: Path) -> None:
    encoder = Encoder(make_encoder(tmp_path / "first", MEANINGS, pooling='"cls"'))
    assert encoder.question("sport brace brace").tolist() == [0, 1, 0]


def test_a_text_is_read_word_by_word_whatever_is_put_before_it(folder: Path) -> None:
    short, long = Encoder(folder).states(["A corset?", "football brace football"], "sport: ")
    assert short.rows.tolist() == [[0, 0, 0], pytest.approx([0.9, 0.1, 0]), [0, 0, 0]]
    assert long.spans == ((0, 8), (9, 14), (15, 23))
    assert list(short.of_words("A corset?")) == [("A", [0]), ("corset", [1])]


def test_words_that_were_not_read_are_left_out(tmp_path: Path) -> None:
    encoder = Encoder(make_encoder(tmp_path / "short", MEANINGS, longest="1"))
    (read,) = encoder.states(["brace sport"], "")
    assert list(read.of_words("brace sport")) == [("brace", [0])]


def test_an_encoder_that_gives_one_vector_for_a_text_tells_nothing_of_its_words(tmp_path: Path) -> None:
    encoder = Encoder(make_encoder(tmp_path / "whole", MEANINGS, vector_of="text"))
    assert encoder.question("brace brace").tolist() == [1, 0, 0]
    with pytest.raises(UnreadableFile, match="none for its words"):
        encoder.states(["brace"], "")


def test_equal_vectors_are_ordered_by_passage(folder: Path) -> None:
    encoder = Encoder(folder)
    row = encoder.question("brace").astype("<f4").tobytes()
    held = Vectors({PassageId(key): row for key in ("b", "c", "a")})
    assert [hit.passage for hit in held.rank(encoder.question("brace"), 3)] == ["a", "b", "c"]


def test_no_vectors_are_near_nothing(folder: Path) -> None:
    assert Vectors({}).rank(Encoder(folder).question("brace"), 3) == []


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_file_that_is_not_the_one_on_the_card_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    with pytest.raises(UnreadableFile, match=f"{name}: It is not the file that `encoder.toml` names"):
        Encoder(folder)


@pytest.mark.parametrize("name", ["encoder.toml", "model.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(UnreadableFile, match=f"{name}: The file of the encoder cannot be read"):
        Encoder(folder)


@pytest.mark.parametrize(
    "told",
    [
        {"pooling": '"max"'},
        {"dimension": '"many"'},
        {"dimension": "0"},
        {"longest": "0"},
        {"id": "= ="},
        {"prefixes": "1"},
    ],
)
def test_a_card_that_says_something_else_is_refused(tmp_path: Path, told: dict[str, str]) -> None:
    with pytest.raises(MalformedText, match="This is not the card of an encoder"):
        read_card(make_encoder(tmp_path / "wrong", MEANINGS, **told))


def test_a_card_that_says_too_little_is_refused(folder: Path) -> None:
    (folder / "encoder.toml").write_text('id = "tiny"', encoding="utf-8")
    with pytest.raises(MalformedText):
        read_card(folder)


def test_a_model_that_does_not_run_is_refused(tmp_path: Path) -> None:
    folder = make_encoder(tmp_path / "broken", MEANINGS)
    (folder / "model.onnx").write_bytes(b"no model")
    card = (folder / "encoder.toml").read_text(encoding="utf-8")
    before, after = make_hashes(folder, card)
    (folder / "encoder.toml").write_text(card.replace(before, after), encoding="utf-8")
    with pytest.raises(UnreadableFile, match="cannot be used"):
        Encoder(folder)


def test_vectors_of_another_length_than_the_card_says_are_told_before_any_is_kept(tmp_path: Path) -> None:
    folder = make_encoder(tmp_path / "other", MEANINGS, dimension="99")
    with pytest.raises(UnreadableFile, match=r"encoder.toml: Its dimension is 99, and the model gives vectors of \d"):
        Encoder(folder)


def make_hashes(folder: Path, card: str) -> tuple[str, str]:
    before = card.partition('"model.onnx" = "')[2].partition('"')[0]
    return before, hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()


def test_libraries_that_are_not_there_are_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "onnxruntime":
            raise ImportError
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingLibrary, match=r"pip install 'isthmus\[dense\]'"):
        Encoder(folder)
