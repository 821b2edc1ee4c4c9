"""Finds passages by words in common: first the sections that speak of what is asked, then the passages in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import cast

import tantivy
from tantivy import Document, Index, IndexWriter, Occur, Schema, SchemaBuilder, Searcher

from isthmus.corpus import DocumentId, Passage, PassageId
from isthmus.errors import UnreadableFile
from isthmus.search.hit import Hit
from isthmus.search.kinds import LEVEL, kinds
from isthmus.search.query import Query
from isthmus.search.sections import Section, sections_of
from isthmus.search.stem import ANALYSER, register, written_plainly

__all__ = ["LexicalIndex", "Weights"]

_HEAP_BYTES = 50_000_000
_SECTIONS, _PASSAGES = "sections", "passages"
_NUMBER = "document_number"
_SPREAD = 0.1
_FEWEST_PASSAGES = 100
_MOST_CONCEPTS = 60
"""Of a question as long as a page only the beginning is looked for."""

_Scored = list[tuple[float, tantivy.DocAddress]]
_REMEDY = "Remove the folder; the index is made anew."


@dataclass(frozen=True)
class Weights:
    """How much each sign counts, beside a word of the asker in the text, which counts 1.

    `title` and `lead`: such a word in the title, or in the heading or first words. `synonym`: another word for it. `near`:
    two neighbouring words of the question close together. `hint`: a word that names the kind of answer. `initials`: what
    words of the question may be shortened to. `kind`: one unit of log likelihood that the best match gives that kind.
    `passage`: what the words of a passage add to those of its section. `depth` is how many sections are looked at.
    """

    title: float = 1.0
    lead: float = 0.4
    synonym: float = 0.8
    near: float = 0.6
    hint: float = 0.6
    initials: float = 0.7
    kind: float = 8.0
    passage: float = 1.0
    depth: int = 200


_WEIGHTS = Weights()


@dataclass(frozen=True)
class _Found:
    """A section that matches: its document, the first bytes of its passages, and how well."""

    document: DocumentId
    starts: str
    score: float


class LexicalIndex:
    """Sections and passages in two indexes that are kept alike; texts are not stored in them, only words and places.

    Source:
        Okapi BM25: Robertson and Zaragoza, Foundations and Trends in Information Retrieval 3(4), 2009,
        doi:10.1561/1500000019.
    """

    def __init__(self, folder: Path | None = None, weights: Weights = _WEIGHTS) -> None:
        """Open the indexes in a folder, or make them; without a folder they live in memory.

        Raises:
            UnreadableFile: They are damaged, or cannot be made.
        """
        self.weights = weights
        try:
            self._sections = _open(_section_schema(), folder and folder / _SECTIONS)
            self._passages = _open(_passage_schema(), folder and folder / _PASSAGES)
            self.reload()
        except (OSError, ValueError) as error:
            what = "The index is damaged or cannot be made."
            raise UnreadableFile(what, where=str(folder), remedy=_REMEDY) from error

    @classmethod
    def open(cls, folder: Path | None) -> "LexicalIndex":
        """Open the indexes that were made in a folder.

        Raises:
            UnreadableFile: They are not there, or damaged.
        """
        if folder and not all(_exists(folder / name) for name in (_SECTIONS, _PASSAGES)):
            raise UnreadableFile("There is no index in it.", where=str(folder), remedy=_REMEDY)
        return cls(folder)

    def reload(self) -> None:
        """See what has been written since."""
        self._sections.reload()
        self._passages.reload()
        self._section_searcher: Searcher = self._sections.searcher()
        self._passage_searcher: Searcher = self._passages.searcher()

    def __contains__(self, document: object) -> bool:
        """Whether anything of a document is in the index."""
        return bool(self._passage_searcher.doc_freq("document", document))

    def write(self, documents: Iterable[tuple[DocumentId, str, Sequence[Passage]]]) -> None:
        """Put documents in, each with its title and all its passages, in place of what is there of them."""
        # One thread and one order, so that the same documents always make the same index.
        writers = tuple(index.writer(_HEAP_BYTES, num_threads=1) for index in (self._sections, self._passages))
        written: set[DocumentId] = set()
        for document, title, passages in documents:
            if document in self or document in written:  # to delete what is not there takes time too
                for writer in writers:
                    writer.delete_documents_by_term("document", document)
            written.add(document)
            _add(writers[0], writers[1], document, list(sections_of(title, passages)))
        for writer in writers:
            writer.commit()
            writer.wait_merging_threads()
        self.reload()

    def rank(self, query: Query, limit: int) -> list[Hit]:
        """Rank the passages of the sections that match.

        Args:
            query: What is looked for.
            limit: How many hits to give at most; at least 1.

        Returns:
            Hits, best first; equal scores by passage id.
        """
        own, weight = self._of_passages(query, max(2 * limit, _FEWEST_PASSAGES)), self.weights.passage
        rows = [
            (-(one.score + weight * own.get(key, 0.0)), key)
            for one in self._of_sections(query, limit)
            for key in (PassageId(f"{one.document}@{start}") for start in one.starts.split())
        ]
        return [Hit(key, -negated) for negated, key in sorted(rows)[:limit]]

    def rank_documents(self, query: Query, limit: int) -> list[tuple[DocumentId, float]]:
        """Rank the documents, each by its best section."""
        best: dict[DocumentId, float] = {}
        for one in self._of_sections(query, max(limit, self.weights.depth)):
            best.setdefault(one.document, one.score)
        return list(best.items())[:limit]

    def speaking_of(self, query: Query, documents: Iterable[DocumentId]) -> frozenset[DocumentId]:
        """Tell which of some documents share words with a query."""
        said = tantivy.Query.boolean_query(list(self._section_clauses(query)))
        schema = self._sections.schema

        def speaks(document: DocumentId) -> bool:
            own = tantivy.Query.term_query(schema, "document", document)
            return bool(
                _top(self._section_searcher, tantivy.Query.boolean_query([(Occur.Must, own), (Occur.Must, said)]), 1)
            )

        return frozenset(filter(speaks, documents))

    def _of_sections(self, query: Query, limit: int) -> list[_Found]:
        """Rank sections by words and kinds of answer."""
        clauses = list(self._section_clauses(query))
        if not clauses:
            return []
        searcher = self._section_searcher
        hits = self._raised(query, _top(searcher, tantivy.Query.boolean_query(clauses), max(limit, self.weights.depth)))
        least = sorted((score for score, _ in hits), reverse=True)[:limit][-1:]
        stored = ((searcher.doc(address), score) for score, address in hits if [score] >= least)
        found = [_Found(DocumentId(row["document"][0]), row["starts"][0], score) for row, score in stored]
        return sorted(found, key=lambda one: (-one.score, one.document, one.starts))[:limit]

    def _raised(self, query: Query, hits: _Scored) -> _Scored:
        """Raise the sections that give the kind of answer that is asked for.

        They gain the more, the better the words of their document match. Of several kinds the one given best counts.
        """
        if not query.kinds or not hits:
            return hits
        values, addresses = self._section_searcher.fast_field_values, [address for _, address in hits]
        documents = values(_NUMBER, addresses)
        best: dict[object, float] = {}
        for document, (score, _) in zip(documents, hits, strict=True):
            best.setdefault(document, score)  # hits come best first
        levels = [0] * len(hits)
        for kind in query.kinds:
            told = values(_kind_field(kind), addresses)
            levels = [max(level, int(one or 0)) for level, one in zip(levels, told, strict=True)]
        share = self.weights.kind * LEVEL / hits[0][0]
        rows = zip(hits, documents, levels, strict=True)
        return [(score + share * level * best[document], at) for (score, at), document, level in rows]

    def _of_passages(self, query: Query, limit: int) -> Mapping[PassageId, float]:
        wanted = query.wanted[:_MOST_CONCEPTS]
        clauses = [(Occur.Should, self._any_of(self._passages.schema, {"text": 1.0}, rows)) for rows in wanted]
        if not clauses:
            return {}
        hits = _top(self._passage_searcher, tantivy.Query.boolean_query(clauses), limit)
        return {PassageId(self._passage_searcher.doc(address)["id"][0]): score for score, address in hits}

    def _section_clauses(self, query: Query) -> Iterator[tuple[Occur, tantivy.Query]]:
        schema, weights = self._sections.schema, self.weights
        fields = {"text": 1.0, "title": weights.title, "lead": weights.lead}
        wanted = query.wanted[:_MOST_CONCEPTS]
        for rows in wanted:
            yield Occur.Should, self._any_of(schema, fields, rows)
        for row, weight in (
            *((hint, weights.hint) for hint in query.hints),
            *((short, weights.initials) for short in query.initials),
        ):
            yield Occur.Should, tantivy.Query.boost_query(tantivy.Query.term_query(schema, "text", row), weight)
        for (left, *_), (right, *_) in pairwise(wanted):
            near = tantivy.Query.phrase_query(schema, "text", [left[-1], right[0]], slop=1)
            yield Occur.Should, tantivy.Query.boost_query(near, weights.near)

    def _any_of(self, schema: Schema, fields: Mapping[str, float], rows: Sequence[Sequence[str]]) -> tantivy.Query:
        """Match any row of stems. Built by hand: words of a user are never read as query syntax."""
        said = [
            _summed(
                tantivy.Query.boost_query(_row(schema, field, row), weight * (self.weights.synonym if at else 1.0))
                for field, weight in fields.items()
            )
            for at, row in enumerate(rows)
        ]
        return said[0] if len(said) == 1 else tantivy.Query.disjunction_max_query(said, _SPREAD)


def _summed(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Should, query) for query in queries])


def _row(schema: Schema, field: str, row: Sequence[str]) -> tantivy.Query:
    if len(row) == 1:
        return tantivy.Query.term_query(schema, field, row[0])
    return tantivy.Query.phrase_query(schema, field, list(row))


def _top(searcher: Searcher, query: tantivy.Query, limit: int) -> _Scored:
    return cast("_Scored", searcher.search(query, max(1, min(limit, searcher.num_docs)), count=False).hits)


def _exists(folder: Path) -> bool:
    return folder.is_dir() and Index.exists(str(folder))


def _open(schema: Schema, folder: Path | None) -> Index:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    index = register(Index(schema, path=str(folder)) if folder else Index(schema))
    index.config_reader(reload_policy="manual")  # or a thread would look at the folder twice a second
    return index


def _section_schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("starts", stored=True, tokenizer_name="raw", index_option="basic")
    for field in ("text", "title", "lead"):
        builder.add_text_field(field, tokenizer_name=ANALYSER, index_option="position")
    for name in (_NUMBER, *map(_kind_field, kinds().names)):
        builder.add_integer_field(name, fast=True)
    return builder.build()


def _passage_schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name=ANALYSER, index_option="position")
    return builder.build()


def _kind_field(kind: str) -> str:
    return f"kind_{kind}"


def _add(sections: IndexWriter, passages: IndexWriter, document: DocumentId, found: Sequence[Section]) -> None:
    for section in found:
        sections.add_document(_as_entry(document, section))
        for passage in section.passages:
            text = written_plainly(f"{section.heading} {passage.text}")
            passages.add_document(Document(document=document, id=passage.id, text=text))


def _as_entry(document: DocumentId, section: Section) -> Document:
    text = f"{section.heading}\n{section.text}"
    levels = {_kind_field(kind): level for kind, level in kinds().levels(text).items()}
    starts = " ".join(str(passage.start) for passage in section.passages)
    return Document(
        document=document,
        document_number=int.from_bytes(sha256(document.encode()).digest()[:7]),
        starts=starts,
        text=written_plainly(text),
        title=written_plainly(section.title),
        lead=written_plainly(section.lead),
        **levels,
    )
