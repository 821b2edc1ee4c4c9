"""Atomic statements with their numbers, sources and disagreements; `load` reads them from knowledge files."""

from isthmus.claims.facets import Facet, Facets
from isthmus.claims.independence import count_independent
from isthmus.claims.lexicon import Lexicon, Naming, Point, Spelling, Stage, Synonyms, Topic
from isthmus.claims.model import Basis, Claim, Disagreement, Evidence, Figure, HowRead, Position, Source
from isthmus.claims.vocabulary import with_terms
from isthmus.claims.watches import Guard, Watch
from isthmus.claims.wording import Denials, Wording, Words, plain_words

__all__ = [
    "Basis",
    "Claim",
    "Denials",
    "Disagreement",
    "Evidence",
    "Facet",
    "Facets",
    "Figure",
    "Guard",
    "HowRead",
    "Lexicon",
    "Naming",
    "Point",
    "Position",
    "Source",
    "Spelling",
    "Stage",
    "Synonyms",
    "Topic",
    "Watch",
    "Wording",
    "Words",
    "count_independent",
    "plain_words",
    "with_terms",
]
