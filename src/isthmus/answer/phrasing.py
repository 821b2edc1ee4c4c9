"""Says claims in a reader's own words, where these say the same and enough."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from isthmus.answer.keys import keys_of
from isthmus.answer.model import Statement
from isthmus.answer.question import Asked
from isthmus.answer.verify import tells
from isthmus.claims import Claim, Evidence
from isthmus.search import Thesaurus, stems
from isthmus.terms import AudienceId, ClaimId

__all__ = ["Phrases", "Phrasing"]

_LISTED = re.compile(r"[,;:]|\b(?:and|or)\b")

Phrases = Mapping[AudienceId, Mapping[ClaimId, tuple[str, ...]]]
"""For each audience, claims in its own words; of several ways to say one, the first that holds is said."""


class Phrasing:
    """The words of each audience for the claims of a condition.

    Args:
        evidence: The claims as they are kept.
        phrases: Claims in the words of an audience; one without them, or whose words say what it does not, is said as it
            is kept.
        thesaurus: The words that mean the same.
    """

    def __init__(self, evidence: Evidence, phrases: Phrases, thesaurus: Thesaurus) -> None:
        self._evidence = evidence
        self._phrases = phrases
        self._thesaurus = thesaurus
        self._whole = {topic.id for topic in evidence.lexicon.topics if topic.whole}
        self._titles = {topic.id: topic.title for topic in evidence.lexicon.topics}
        self._weighed: dict[tuple[ClaimId, str], bool] = {}

    def of(self, statements: Iterable[Statement], asked: Asked, audience: AudienceId) -> tuple[Statement, ...]:
        """Say statements in the words of an audience; the quote of each citation stays as the claim is kept."""
        phrases = self._phrases.get(audience, {})
        return tuple(self._said(one, phrases.get(one.claim, ()) if one.claim else (), asked) for one in statements)

    def _said(self, statement: Statement, ways: Iterable[str], asked: Asked) -> Statement:
        claim = self._evidence.claims[statement.claim] if statement.claim else None
        fit = (
            phrase for phrase in ways if claim and self._tells(phrase, claim) and self._speaks_of(phrase, claim, asked)
        )
        phrase = next(fit, None)
        return statement if phrase is None else replace(statement, text=phrase)

    def _speaks_of(self, phrase: str, claim: Claim, asked: Asked) -> bool:
        """Tell whether a phrase says the very thing that was asked for.

        In its chapter a guide need not repeat what the chapter is about; here nothing else says it. So where the claim
        holds a word of its topic's title, or of the question, its phrase has to speak of that too.
        """
        held, told = set(stems(claim.text)), keys_of(phrase, self._thesaurus)
        of_title = filter(self._thesaurus.narrows, self._thesaurus.concepts(stems(self._titles[claim.topic])))
        shared = ([c.key for c in concepts if held.issuperset(c.said)] for concepts in (of_title, asked.concepts))
        return all(not keys or told.intersection(keys) for keys in shared)

    def _tells(self, phrase: str, claim: Claim) -> bool:
        """Tell whether a reader's words hold against their claim; each is weighed once."""
        key = (claim.id, phrase)
        if key not in self._weighed:
            enough = claim.topic not in self._whole or self._tells_all(phrase, claim)
            self._weighed[key] = enough and tells(phrase, claim, self._evidence)
        return self._weighed[key]

    def _tells_all(self, phrase: str, claim: Claim) -> bool:
        """Tell whether a phrase speaks of every thing that a claim lists."""
        told = keys_of(phrase, self._thesaurus)
        listed = (keys_of(part, self._thesaurus) for part in _LISTED.split(claim.text))
        return all(not keys or not told.isdisjoint(keys) for keys in listed)
