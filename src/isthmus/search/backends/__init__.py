"""The ways to rank passages, by name."""

from collections.abc import Mapping

from isthmus.search.backend import SearchBackend
from isthmus.search.backends.bm25 import BM25

__all__ = ["BACKENDS"]

BACKENDS: Mapping[str, type[SearchBackend]] = {"bm25": BM25}
