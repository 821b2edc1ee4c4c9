"""A tiny encoder for tests, made on the spot: each word it knows is one direction, and a text is the mean of its words."""

import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["make_encoder"]

_FLOAT, _INT64 = 1, 7
_INT, _INTS = 2, 7
_LENGTH_DELIMITED = 2


def make_encoder(
    folder: Path, meanings: Mapping[str, Sequence[float]], *, vector_of: str = "word", **told: str
) -> Path:
    """Make the folder of an encoder.

    Args:
        folder: Where to make it.
        meanings: For each word its direction; words it does not know point nowhere.
        vector_of: What the model gives one vector for: each `word`, or the whole `text`.
        told: What the card says in place of what it should, as TOML values.
    """
    folder.mkdir(parents=True)
    dimension = len(next(iter(meanings.values())))
    rows = [[0.0] * dimension, *meanings.values()]
    (folder / "model.onnx").write_bytes(_model(rows, dimension, whole=vector_of == "text"))
    (folder / "tokenizer.json").write_text(_tokenizer(["[UNK]", *meanings]), encoding="utf-8")
    card = {"id": '"tiny"', "dimension": str(dimension), "pooling": '"mean"', "licence": '"none"', **told}
    hashes = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")
    }
    lines = [f"{key} = {value}" for key, value in card.items()]
    lines += ["[sha256]", *(f'"{name}" = "{one}"' for name, one in hashes.items())]
    (folder / "encoder.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _tokenizer(words: Sequence[str]) -> str:
    vocabulary = {word: at for at, word in enumerate(words)}
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [],
            "normalizer": {"type": "Lowercase"},
            "pre_tokenizer": {"type": "Whitespace"},
            "post_processor": None,
            "decoder": None,
            "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"},
        }
    )


def _model(rows: Sequence[Sequence[float]], dimension: int, *, whole: bool) -> bytes:
    """Write an ONNX model that looks each token up in a table; ONNX is a protocol buffer, and this is one by hand."""
    values = [value for row in rows for value in row]
    shape = _number(1, len(rows)) + _number(1, dimension)
    table = shape + _number(2, _FLOAT) + _text(8, "table") + _part(9, struct.pack(f"<{len(values)}f", *values))
    node = _part(1, _text(1, "table") + _text(1, "input_ids") + _text(2, "vectors") + _text(4, "Gather"))
    ids = _value("input_ids", _INT64, ["n", "t"])
    vectors = _value("vectors", _FLOAT, ["n", "t", dimension])
    if whole:
        node, vectors = node + _part(1, _mean()), _value("mean", _FLOAT, ["n", dimension])
    graph = node + _text(2, "tiny") + _part(5, table) + _part(11, ids) + _part(12, vectors)
    return _number(1, 8) + _part(7, graph) + _part(8, _text(1, "") + _number(2, 13))


def _mean() -> bytes:
    """The mean over the words, which are the second axis, and no axis left in its place."""
    axes = _text(1, "axes") + _number(8, 1) + _number(20, _INTS)
    keep = _text(1, "keepdims") + _number(3, 0) + _number(20, _INT)
    return _text(1, "vectors") + _text(2, "mean") + _text(4, "ReduceMean") + _part(5, axes) + _part(5, keep)


def _value(name: str, kind: int, shape: Sequence[str | int]) -> bytes:
    sizes = b"".join(_part(1, _number(1, one) if isinstance(one, int) else _text(2, one)) for one in shape)
    return _text(1, name) + _part(2, _part(1, _number(1, kind) + _part(2, sizes)))


def _text(field: int, text: str) -> bytes:
    return _part(field, text.encode())


def _part(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | _LENGTH_DELIMITED) + _varint(len(content)) + content


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _varint(value: int) -> bytes:
    head = bytes([value & 127 | (128 if value > 127 else 0)])
    return head + (_varint(value >> 7) if value > 127 else b"")
