"""Ranks passages by how well they match a query."""

from isthmus.search.backend import Hit, SearchBackend
from isthmus.search.backends import BACKENDS
from isthmus.search.backends.bm25 import BM25
from isthmus.search.backends.dense import Encoder
from isthmus.search.counted import Counted
from isthmus.search.fusion import fuse, fuse_scores, standardise, with_neighbours
from isthmus.search.index import PassageIndex
from isthmus.search.query import Concept, Query, Thesaurus
from isthmus.search.sentences import SentenceRanker, rank_sentences
from isthmus.search.stem import stems

__all__ = [
    "BACKENDS",
    "BM25",
    "Concept",
    "Counted",
    "Encoder",
    "Hit",
    "PassageIndex",
    "Query",
    "SearchBackend",
    "SentenceRanker",
    "Thesaurus",
    "fuse",
    "fuse_scores",
    "rank_sentences",
    "standardise",
    "stems",
    "with_neighbours",
]
