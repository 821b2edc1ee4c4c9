"""Whether every claim that is shown is said in plain words, once, by themselves, and as it is."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from isthmus.claims import Claim, Lexicon
from isthmus.errors import Fault
from isthmus.guide.phrases import leans
from isthmus.guide.reading_level import sentences_of
from isthmus.guide.writing import Written
from isthmus.terms import ClaimId

__all__ = ["PLAIN_FILE", "Objections", "check_plain"]

PLAIN_FILE = "plain.yaml"

Objections = Callable[[str, Claim], Sequence[str]]
"""Given words and the claim they tell, says what speaks against them."""


def check_plain(
    written: Sequence[Written], claims: Mapping[ClaimId, Claim], lexicon: Lexicon | None, objections: Objections
) -> Iterator[Fault]:
    """Hold the claims in plain words against the claims.

    Args:
        written: All texts of a condition.
        claims: The claims that are shown.
        lexicon: The words by which a sentence leans on one before it; None leaves that out.
        objections: Holds words against their claim.
    """
    told = [text for text in written if text.file.endswith(f"/{PLAIN_FILE}")]
    times = Counter(ClaimId(text.claims[0]) for text in told)
    for name in filter(lambda claim: claim not in times, claims):
        yield Fault(PLAIN_FILE, f"Claim `{name}` is not said in plain words.", "Say it.")
    for text in told:
        yield from _faults_of(text, claims.get(ClaimId(text.claims[0])), lexicon, objections)
        if times[ClaimId(text.claims[0])] > 1:
            yield Fault(text.where, f"Claim `{text.claims[0]}` is said more than once.", "Keep one.")


def _faults_of(text: Written, claim: Claim | None, lexicon: Lexicon | None, objections: Objections) -> Iterator[Fault]:
    if claim is None:
        return
    for why in objections(text.text, claim):
        yield Fault(text.where, f"These words are not what claim `{claim.id}` says: {why}", "Say what it says.")
    if lexicon is not None and leans(sentences_of(text.text)[0], lexicon):
        yield Fault(text.where, "These words lean on a sentence before them.", "Let them stand by themselves.")
