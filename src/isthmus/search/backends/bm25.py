"""Ranks by words in common, rare words counting more, with tantivy."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

import tantivy
from tantivy import Document, Index, Occur, Schema, SchemaBuilder, Searcher

from isthmus.corpus import Passage, PassageId
from isthmus.errors import UnreadableFile
from isthmus.search.backend import Hit
from isthmus.search.query import Query
from isthmus.search.stem import stems

__all__ = ["BM25"]

_HEADING_WEIGHT = 0.6
_SYNONYM_WEIGHT = 0.8
_SPREAD = 0.1
_HEAP_BYTES = 64_000_000


class BM25:
    """Okapi BM25 over the stems of heading and text; words of the asker count more than their synonyms.

    Source:
        Robertson and Zaragoza, Foundations and Trends in Information Retrieval 3(4), 2009, doi:10.1561/1500000019.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._searcher: Searcher = index.searcher()

    @classmethod
    def build(cls, passages: Iterable[Passage]) -> Self:
        """Index passages in memory."""
        rows = ((passage.id, passage.heading or "", passage.text) for passage in passages)
        stemmed = ((key, " ".join(stems(heading)), " ".join(stems(text))) for key, heading, text in rows)
        return cls(_fill(Index(_schema()), stemmed))

    def rank(self, query: Query, limit: int) -> list[Hit]:
        """Rank the passages that hold any wanted word."""
        schema = self._index.schema
        clauses = [(Occur.Should, _any_of(schema, rows)) for rows in query.wanted]
        if not clauses or not self._searcher.num_docs:
            return []
        looked_for = tantivy.Query.boolean_query(clauses)
        hits = self._hits(looked_for, limit)
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage))[:limit]

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise UnreadableFile("The folder holds something.", where=str(folder), remedy="Name an empty folder.")
            _fill(Index(_schema(), path=str(folder)), self._rows())
        except (OSError, ValueError) as error:
            raise UnreadableFile("It cannot be written.", where=str(folder), remedy="Name another folder.") from error

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open an index that was written by `save`."""
        if not folder.is_dir() or not Index.exists(str(folder)):
            raise UnreadableFile("There is no index in it.", where=str(folder), remedy="Build and save one first.")
        try:
            return cls(Index.open(str(folder)))
        except ValueError as error:
            raise UnreadableFile("The index is damaged.", where=str(folder), remedy="Build it again.") from error

    def _hits(self, looked_for: tantivy.Query, limit: int) -> list[Hit]:
        """Fetch hits until the last score lies below the last one wanted, so that ties are cut by id."""
        depth = limit + 1
        while True:
            found = self._searcher.search(looked_for, min(depth, self._searcher.num_docs), count=False).hits
            if len(found) < depth or found[-1][0] < found[limit - 1][0]:
                return [Hit(PassageId(str(self._searcher.doc(at)["id"][0])), float(score)) for score, at in found]
            depth *= 2

    def _rows(self) -> Iterable[tuple[str, str, str]]:
        everything = self._searcher.search(tantivy.Query.all_query(), max(1, self._searcher.num_docs)).hits
        for _, at in everything:
            document = self._searcher.doc(at)
            yield str(document["id"][0]), str(document["heading"][0]), str(document["text"][0])


def _schema() -> Schema:
    # Stems are made before they reach the index, so that it and every other reader of words cut them alike.
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("heading", stored=True, tokenizer_name="whitespace")
    builder.add_text_field("text", stored=True, tokenizer_name="whitespace")
    return builder.build()


def _fill(index: Index, rows: Iterable[tuple[str, str, str]]) -> Index:
    # One thread and one order, so that the same passages always make the same index.
    writer = index.writer(_HEAP_BYTES, num_threads=1)
    for key, heading, text in sorted(rows):
        writer.add_document(Document(id=key, heading=heading, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _any_of(schema: Schema, rows: Sequence[Sequence[str]]) -> tantivy.Query:
    """Match any row of stems in either field. Built by hand: words of a user are never read as query syntax."""
    weighted = [
        tantivy.Query.boost_query(_row(schema, field, row), weight * (_SYNONYM_WEIGHT if at else 1.0))
        for at, row in enumerate(rows)
        for field, weight in (("text", 1.0), ("heading", _HEADING_WEIGHT))
    ]
    return tantivy.Query.disjunction_max_query(weighted, _SPREAD)


def _row(schema: Schema, field: str, row: Sequence[str]) -> tantivy.Query:
    if len(row) == 1:
        return tantivy.Query.term_query(schema, field, row[0])
    return tantivy.Query.phrase_query(schema, field, list(row))
