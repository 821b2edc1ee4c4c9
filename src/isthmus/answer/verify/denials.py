"""What a statement denies, affirms or leaves open otherwise than what it cites."""

from collections.abc import Iterator

from isthmus.answer.verify.pair import Objection, Pair
from isthmus.answer.verify.polarity import denied_in, is_matter, negators_in, softened_in
from isthmus.answer.verify.tokens import Text
from isthmus.answer.verify.words import WEAK_NEGATORS

__all__ = ["denials"]

_NEAR = 0.1
_RETOLD = 0.5
_FEW = 2


def denials(pair: Pair) -> Iterator[Objection]:
    """Find what is denied in one text and not in the other, and what is said plainly that is only possible."""
    yield from _put_in(pair)
    yield from _left_out(pair)
    yield from _turned(pair)
    yield from _hardened(pair)


def _put_in(pair: Pair) -> Iterator[Objection]:
    """Find denials where nothing that is cited denies, or where that denies something else."""
    there = (*negators_in(pair.cited), *_weak(pair.cited))
    beside = bool(negators_in(pair.beside) or _weak(pair.beside))
    for at in negators_in(pair.said):
        if not there and not beside:
            yield Objection("negation", pair.said.word(at), "Nothing that is cited denies anything.")
        elif there and pair.likest(at, there) < _NEAR * pair.whole(at):
            yield Objection("negation", pair.said.word(at), "What is cited denies something else.")


def _left_out(pair: Pair) -> Iterator[Objection]:
    """Find clauses that are denied in what is cited and told here in a sentence that denies nothing."""
    told = [_matter(pair.said, sentence) for sentence in _affirmed(pair.said)]
    for at in negators_in(pair.cited):
        clause = pair.cited.tokens[at].clause
        words = {token.stem for token in pair.cited.tokens if token.clause == clause and is_matter(token.text)}
        if len(words) >= _FEW and any(len(words & own) >= _RETOLD * len(words) for own in told):
            yield Objection("negation", pair.cited.word(at), "What is cited denies this.")


def _turned(pair: Pair) -> Iterator[Objection]:
    """Find words that are denied in one of the texts only, at places that speak of the same."""
    (denied, maybe), (held, maybe_held) = denied_in(pair.said), denied_in(pair.cited)
    for at, token in enumerate(pair.said.tokens):
        if at in maybe or not is_matter(token.text):
            continue
        alike = _places_of(token.stem, pair.cited)
        contrary = [n for n in alike if (n not in held | maybe_held if at in denied else n in held)]
        same = [n for n in alike if n not in contrary]
        if contrary and (not same or pair.speaks_from(at, contrary, same)):
            how = "is not denied" if at in denied else "is denied"
            yield Objection("negation", token.text, f"`{token.text}` {how} in what is cited.")


def _hardened(pair: Pair) -> Iterator[Objection]:
    """Find words that are only possible in what is cited and plainly said here."""
    soft, ours = softened_in(pair.cited), softened_in(pair.said)
    for at, token in enumerate(pair.said.tokens):
        alike = _places_of(token.stem, pair.cited) if is_matter(token.text) and at not in ours else []
        if alike and all(n in soft for n in alike):
            yield Objection("modality", token.text, f"`{token.text}` is only possible in what is cited.")


def _places_of(stem: str, text: Text) -> list[int]:
    return [at for at, token in enumerate(text.tokens) if token.stem == stem]


def _weak(text: Text) -> list[int]:
    return [at for at, token in enumerate(text.tokens) if token.text in WEAK_NEGATORS or token.text.startswith("non")]


def _affirmed(text: Text) -> list[int]:
    denying = {text.tokens[at].sentence for at in (*negators_in(text), *_weak(text))}
    return sorted({token.sentence for token in text.tokens} - denying)


def _matter(text: Text, sentence: int) -> set[str]:
    return {token.stem for token in text.tokens if token.sentence == sentence and is_matter(token.text)}
