"""Ranks passages by how well they match a query."""

from isthmus.search.backend import Hit, SearchBackend
from isthmus.search.backends import BACKENDS
from isthmus.search.backends.bm25 import BM25
from isthmus.search.query import Concept, Query, Thesaurus
from isthmus.search.stem import stems

__all__ = ["BACKENDS", "BM25", "Concept", "Hit", "Query", "SearchBackend", "Thesaurus", "stems"]
