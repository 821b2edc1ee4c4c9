"""Atomic statements with their numbers, sources and disagreements; `load` reads them from knowledge files."""

from isthmus.claims.lexicon import Lexicon, Point, Stage, Synonyms, Topic, Watch
from isthmus.claims.model import Basis, Claim, Disagreement, Evidence, Figure, HowRead, Position, Source
from isthmus.claims.wording import Denials, Wording, Words, plain_words

__all__ = [
    "Basis",
    "Claim",
    "Denials",
    "Disagreement",
    "Evidence",
    "Figure",
    "HowRead",
    "Lexicon",
    "Point",
    "Position",
    "Source",
    "Stage",
    "Synonyms",
    "Topic",
    "Watch",
    "Wording",
    "Words",
    "plain_words",
]
