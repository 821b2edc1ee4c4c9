"""Claims in a reader's own words: sentences of the guide that stand by themselves, and the plain words of each claim."""

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from itertools import groupby

from isthmus.claims import Claim, Evidence, Lexicon, Words
from isthmus.guide.model import Guide, Sentence
from isthmus.guide.number_words import numbers_in
from isthmus.terms import AudienceId, ClaimId

__all__ = ["GuidePhrases", "Ways", "leans", "phrases_of"]

Ways = Mapping[ClaimId, tuple[str, ...]]
"""How one reader may be told claims; of each claim, the way to be tried first comes first."""


class GuidePhrases(Mapping[AudienceId, Ways]):
    """How each reader is told each claim; found when an audience is first asked for, since an answer has one reader.

    Args:
        guides: For each audience, what makes its guide.
        evidence: The claims they tell.
        exact: The audiences that work with numbers, who have no plain words.
        plain: The claims in plain words.
    """

    def __init__(
        self,
        guides: Mapping[AudienceId, Callable[[], Guide]],
        evidence: Evidence,
        exact: Collection[AudienceId],
        plain: Mapping[ClaimId, Sentence],
    ) -> None:
        self._guides = guides
        self._evidence = evidence
        self._exact = exact
        self._plain = plain
        self._found: dict[AudienceId, Ways] = {}

    def __getitem__(self, audience: AudienceId) -> Ways:
        if audience not in self._found:
            exact = audience in self._exact
            own = phrases_of(self._guides[audience](), self._evidence, exact=exact)
            plain = {} if exact else self._plain
            self._found[audience] = {
                claim: (*([own[claim]] if claim in own else []), *([plain[claim].text] if claim in plain else []))
                for claim in own.keys() | plain.keys()
            }
        return self._found[audience]

    def __iter__(self) -> Iterator[AudienceId]:
        return iter(self._guides)

    def __len__(self) -> int:
        return len(self._guides)


def phrases_of(guide: Guide, evidence: Evidence, *, exact: bool) -> Mapping[ClaimId, str]:
    """Find how a guide says each claim.

    Sentences that follow each other and rest on the same claim alone are said together, so that a number does not
    lose what was said of it; the first must not lean on what stands before it. Where a claim is told in several
    places, the one with most of its numbers counts, then the fullest, then the first.

    Args:
        guide: The guide of one audience.
        evidence: The claims it tells, and the words that lean on a sentence before them.
        exact: Leave out words that lose any number of their claim, for a reader who works with numbers.
    """
    best: dict[ClaimId, tuple[int, int, str]] = {}
    for name, text in _runs(guide, evidence.lexicon):
        claim = evidence.claims.get(name)
        if claim is None or not _says_enough(claim, text, exact=exact):
            continue
        rank = (_numbers_lost(claim, text, exact=exact), -len(text))
        if name not in best or rank < best[name][:2]:
            best[name] = (*rank, text)
    return {name: text for name, (_, _, text) in best.items()}


def _runs(guide: Guide, lexicon: Lexicon) -> Iterator[tuple[ClaimId, str]]:
    for chapter in guide.chapters:
        for claim, run in groupby(chapter.says, key=_alone):
            first, *more = run
            if claim is not None and first.alone and not leans(first.text, lexicon):
                yield claim, " ".join(sentence.text for sentence in (first, *more))


def _alone(sentence: Sentence) -> ClaimId | None:
    """Name the one claim of a sentence; None where it rests on several, or on the pathway's thresholds too."""
    return sentence.claims[0] if len(sentence.claims) == 1 and not sentence.parameters else None


def leans(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text opens or points as one does that follows another."""
    words = Words.of(text)
    return words.words[0] in lexicon.leaning or any(wording.found_in(words) for wording in lexicon.pointing)


def _says_enough(claim: Claim, text: str, *, exact: bool) -> bool:
    """Whether a text keeps the numbers of a claim: for some readers all; for others most, or else none at all.

    A number without its counterpart, such as one arm of a comparison, would say something else than the claim.
    """
    held, lost = len(numbers_in(claim.text)), _numbers_lost(claim, text, exact=exact)
    return not lost or (not exact and (lost == held or 2 * lost < held))


def _numbers_lost(claim: Claim, text: str, *, exact: bool) -> int:
    """Count the numbers of a claim that a text does not say, as they are or more exactly; unless exact, also rounded."""
    said = {value for number in numbers_in(text) for value in number.values}
    said |= {Decimal(round(value)) for value in said}
    wanted = [number.values for number in numbers_in(claim.text)]
    return sum(said.isdisjoint(values if exact else (*values, *map(round, values))) for values in wanted)
