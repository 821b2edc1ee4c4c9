"""Ranks by meaning, with a small encoder from a folder that the user names; nothing is ever downloaded."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from isthmus.corpus import PassageId
from isthmus.errors import MalformedText, MissingLibrary, UnreadableFile
from isthmus.search.hit import Hit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Encoder", "EncoderCard", "States", "Vectors", "read_card"]

_CARD, _MODEL, _TOKENIZER = "encoder.toml", "model.onnx", "tokenizer.json"
_AT_ONCE = 16
_LONGEST = 256
_POOLINGS = ("mean", "cls")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[-'][A-Za-z0-9]+)*")


@dataclass(frozen=True)
class EncoderCard:
    """What `encoder.toml` says of an encoder.

    `pooling` makes one vector of those of the tokens: their mean, or the first. `longest` is how many tokens of a text are
    read. The prefixes are put before each passage and each question. `sha256` holds the hash of each file.
    """

    id: str
    dimension: int
    pooling: str
    licence: str
    longest: int
    passage_prefix: str
    question_prefix: str
    sha256: Mapping[str, str]


def read_card(folder: Path) -> EncoderCard:
    """Read what an encoder is, and see that its files are those that were meant.

    Raises:
        UnreadableFile: A file is missing, or is another than the card says.
        MalformedText: The card is not TOML, or says too little.
    """
    path = folder / _CARD
    try:
        told = tomllib.loads(_content(path).decode())
        card = _card(told)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        what = "This is not the card of an encoder."
        remedy = "Give id, dimension, pooling (mean or cls), licence and, under [sha256], each file."
        raise MalformedText(what, where=str(path), remedy=remedy) from error
    for name in (_MODEL, _TOKENIZER):
        if hashlib.sha256(_content(folder / name)).hexdigest() != card.sha256[name]:
            what = f"It is not the file that `{_CARD}` names: its SHA-256 differs."
            raise UnreadableFile(what, where=str(folder / name), remedy="Get it again from where you trust.")
    return card


class Encoder:
    """Turns texts into vectors of unit length, so that texts that mean the same lie close together."""

    def __init__(self, folder: Path) -> None:
        """Take up the encoder of a folder.

        Raises:
            UnreadableFile: As `read_card`, or the model or tokenizer cannot be used.
            MalformedText: As `read_card`.
            MissingLibrary: The libraries that run it are not installed.
        """
        self.card = read_card(folder)
        try:
            import numpy  # noqa: ICN001, PLC0415 - an extra; the name is the module's own
            import onnxruntime  # noqa: PLC0415 - an extra, needed only where an encoder is named
            import tokenizers  # noqa: PLC0415 - as above
        except ImportError as error:
            what = "It needs libraries that are not installed."
            raise MissingLibrary(
                what, where="search backend `dense`", remedy="Run: pip install 'isthmus[dense]'"
            ) from error
        self._np: Any = numpy
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # one order of additions, so that the same text always has the same vector
        try:
            self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / _TOKENIZER))
            self._session = onnxruntime.InferenceSession(
                str(folder / _MODEL), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer.enable_truncation(self.card.longest)
            self._tokenizer.enable_padding()
            self._inputs = {one.name for one in self._session.get_inputs()}
            dimension = self._run([_CARD])[1].shape[-1]  # any text will do
        except Exception as error:
            what = "The model or its tokenizer cannot be used."
            raise UnreadableFile(what, where=str(folder), remedy="Name a folder with a working encoder.") from error
        if dimension != self.card.dimension:
            what = f"Its dimension is {self.card.dimension}, and the model gives vectors of {dimension} numbers."
            raise UnreadableFile(what, where=str(folder / _CARD), remedy="Mend the card.")

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Encode passages: one row each, of unit length, in the same order."""
        return self._encode([self.card.passage_prefix + text for text in texts])

    def question(self, text: str) -> "NDArray[np.float32]":
        """Encode a question: one vector of unit length."""
        vector: NDArray[np.float32] = self._encode([self.card.question_prefix + text])[0]
        return vector

    def states(self, texts: Sequence[str], prefix: str) -> "list[States]":
        """Read texts piece by piece: what each piece of a word means where it stands.

        Raises:
            UnreadableFile: The model gives nothing but one vector for a whole text.
        """
        read: dict[int, States] = {}
        for batch in _batches(_by_length(texts)):
            tokens, out = self._run([prefix + texts[at] for at in batch])
            if out.ndim == 2:  # noqa: PLR2004 - rows and columns: the model pools by itself
                what = "The model gives one vector for a whole text and none for its words."
                raise UnreadableFile(what, where=_MODEL, remedy="Name an encoder that gives the states of its tokens.")
            for at, one, rows in zip(batch, tokens, out, strict=True):
                read[at] = _of_text(one.offsets, rows, len(prefix))
        return [read[at] for at in range(len(texts))]

    def _encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        vectors = self._np.zeros((len(texts), self.card.dimension), self._np.float32)
        for batch in _batches(_by_length(texts)):
            tokens, out = self._run([texts[at] for at in batch])
            mask = self._np.array([one.attention_mask for one in tokens], self._np.float32)
            vectors[batch] = self.of_unit_length(self._pooled(out, mask))
        encoded: NDArray[np.float32] = vectors
        return encoded

    def _run(self, texts: Sequence[str]) -> tuple[Any, Any]:
        tokens = self._tokenizer.encode_batch(list(texts))
        given = {
            "input_ids": [one.ids for one in tokens],
            "attention_mask": [one.attention_mask for one in tokens],
            "token_type_ids": [one.type_ids for one in tokens],
        }
        feed = {name: self._np.array(rows, self._np.int64) for name, rows in given.items() if name in self._inputs}
        out, *_ = self._session.run(None, feed)
        return tokens, out

    def of_unit_length(self, rows: "NDArray[np.float32]") -> "NDArray[np.float32]":
        """Bring rows to unit length; a row of zeros stays one."""
        long: NDArray[np.float32] = rows / self._np.maximum(self._np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return long

    def _pooled(self, out: Any, mask: Any) -> Any:  # noqa: ANN401 - arrays of a library without types here
        if out.ndim == 2:  # noqa: PLR2004 - as above
            return out
        if self.card.pooling == "cls":
            return out[:, 0]
        return (out * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)


@dataclass(frozen=True)
class States:
    """A text as an encoder reads it: for each piece of a word where it stands, in characters, and a row of numbers."""

    spans: tuple[tuple[int, int], ...]
    rows: "NDArray[np.float32]"

    def of_words(self, text: str) -> Iterator[tuple[str, list[int]]]:
        """Give the words of the text, each with the numbers of its pieces; what was not read is left out."""
        for word in _WORD.finditer(text):
            pieces = [at for at, (start, end) in enumerate(self.spans) if start < word.end() and word.start() < end]
            if pieces:
                yield word[0], pieces


class Vectors:
    """Vectors of passages, searched one by one: exact, and quick enough for some hundred thousand.

    Args:
        rows: For each passage its vector as little-endian 32-bit floats.
    """

    def __init__(self, rows: Mapping[PassageId, bytes]) -> None:
        self._ids = list(rows)
        self._matrix: Any = None
        if rows:
            import numpy  # noqa: ICN001, PLC0415 - an extra; the name is the module's own

            self._np: Any = numpy
            self._matrix = numpy.frombuffer(b"".join(rows.values()), "<f4").reshape(len(rows), -1)

    def rank(self, vector: "NDArray[np.float32]", limit: int) -> list[Hit]:
        """Rank passages by the cosine of the angle to a vector.

        Returns:
            Hits, best first; equal scores by passage id.
        """
        if self._matrix is None:
            return []
        cosines = self._matrix @ vector
        nearest = self._np.argsort(-cosines, kind="stable")[: 2 * limit]
        hits = [Hit(self._ids[at], float(cosines[at])) for at in nearest]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage))[:limit]


def _by_length(texts: Sequence[str]) -> list[int]:
    """Put texts of like length together, since a batch is as long as its longest."""
    return sorted(range(len(texts)), key=lambda at: len(texts[at]))


def _of_text(offsets: Sequence[tuple[int, int]], rows: Any, skip: int) -> States:  # noqa: ANN401 - as above
    """Keep the pieces that stand in the text itself: none of the prefix, none that only marks an end."""
    kept = [at for at, (start, end) in enumerate(offsets) if end > start >= skip]
    return States(tuple((offsets[at][0] - skip, offsets[at][1] - skip) for at in kept), rows[kept])


def _batches(order: Sequence[int]) -> Iterator[list[int]]:
    return (list(order[at : at + _AT_ONCE]) for at in range(0, len(order), _AT_ONCE))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        remedy = f"Name a folder with {_CARD}, {_MODEL} and {_TOKENIZER}."
        raise UnreadableFile("The file of the encoder cannot be read.", where=str(path), remedy=remedy) from error


def _card(told: Mapping[str, Any]) -> EncoderCard:
    prefixes = told.get("prefixes", {})
    card = EncoderCard(
        id=str(told["id"]),
        dimension=int(told["dimension"]),
        pooling=str(told["pooling"]),
        licence=str(told["licence"]),
        longest=int(told.get("longest", _LONGEST)),
        passage_prefix=str(prefixes.get("passage", "")),
        question_prefix=str(prefixes.get("question", "")),
        sha256={name: str(told["sha256"][name]) for name in (_MODEL, _TOKENIZER)},
    )
    if card.pooling not in _POOLINGS or card.dimension < 1 or card.longest < 1:
        raise ValueError
    return card
