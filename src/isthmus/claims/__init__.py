"""Atomic statements with their numbers, sources and disagreements; `load` reads them from knowledge files."""

from isthmus.claims.asking import (
    Asking,
    Cue,
    FactValue,
    FollowUps,
    Kind,
    Numbers,
    Persons,
    Reading,
    Replies,
    Setting,
    Stance,
)
from isthmus.claims.context import Context
from isthmus.claims.english import is_english
from isthmus.claims.facets import Facet, Facets, OfSome, Premise
from isthmus.claims.independence import count_independent
from isthmus.claims.lexicon import Lexicon, Naming, Stage, Synonyms, Topic
from isthmus.claims.listener import Listener, Scale
from isthmus.claims.model import Basis, Claim, Disagreement, Evidence, Figure, HowRead, Position, Source
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.spelling import Spelling
from isthmus.claims.vocabulary import with_terms
from isthmus.claims.watches import URGENT, Guard, Stop, Watch
from isthmus.claims.wording import NOWHERE, Part, Wording
from isthmus.claims.words import Span, Words, plain_words

__all__ = [
    "NOWHERE",
    "URGENT",
    "Asking",
    "Basis",
    "Claim",
    "Context",
    "Cue",
    "Disagreement",
    "Evidence",
    "Facet",
    "Facets",
    "FactValue",
    "Figure",
    "FollowUps",
    "Guard",
    "HowRead",
    "Kind",
    "Lexicon",
    "Listener",
    "Naming",
    "Numbers",
    "OfSome",
    "Part",
    "Persons",
    "Position",
    "Premise",
    "Reading",
    "Replies",
    "Scale",
    "Setting",
    "Source",
    "Span",
    "Spelling",
    "Stage",
    "Stance",
    "Stop",
    "Synonyms",
    "Topic",
    "Watch",
    "Wording",
    "WordingReader",
    "Words",
    "count_independent",
    "is_english",
    "plain_words",
    "with_terms",
]
