"""Ranks passages by how well they match a query."""

from isthmus.search.backends.dense import Encoder
from isthmus.search.counted import Counted
from isthmus.search.fusion import fuse_scores, standardise
from isthmus.search.held import of_best
from isthmus.search.hit import Hit
from isthmus.search.index import PassageIndex
from isthmus.search.meaning import Reading
from isthmus.search.query import Concept, Query, Thesaurus
from isthmus.search.sentences import SentenceRanker
from isthmus.search.stem import stems

__all__ = [
    "Concept",
    "Counted",
    "Encoder",
    "Hit",
    "PassageIndex",
    "Query",
    "Reading",
    "SentenceRanker",
    "Thesaurus",
    "fuse_scores",
    "of_best",
    "standardise",
    "stems",
]
