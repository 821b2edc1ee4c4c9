"""Documents as they are stored, and the passages and sentences that lie in them at exact bytes."""

from isthmus.corpus.catalogue import Leaf, copies_of, leaves_between, parts_of, texts, texts_by_title
from isthmus.corpus.document import About, Document, DocumentId, DocumentKind, Passage, PassageId, Sentence
from isthmus.corpus.furniture import without_tags
from isthmus.corpus.gather import Fetched, is_address
from isthmus.corpus.ingest import Report, Sources, ingest, read_library
from isthmus.corpus.library import Change, Library
from isthmus.corpus.mend import CORRECTABLE, DOCUMENT_KINDS, correct, corrections, forget
from isthmus.corpus.orders import without_orders
from isthmus.corpus.own_files import INDEX_FOLDER, STATE_FILE, WORDS, is_own
from isthmus.corpus.spans import Span, joined, read_span
from isthmus.corpus.split import split
from isthmus.corpus.store import holds_library

__all__ = [
    "CORRECTABLE",
    "DOCUMENT_KINDS",
    "INDEX_FOLDER",
    "STATE_FILE",
    "WORDS",
    "About",
    "Change",
    "Document",
    "DocumentId",
    "DocumentKind",
    "Fetched",
    "Leaf",
    "Library",
    "Passage",
    "PassageId",
    "Report",
    "Sentence",
    "Sources",
    "Span",
    "copies_of",
    "correct",
    "corrections",
    "forget",
    "holds_library",
    "ingest",
    "is_address",
    "is_own",
    "joined",
    "leaves_between",
    "parts_of",
    "read_library",
    "read_span",
    "split",
    "texts",
    "texts_by_title",
    "without_orders",
    "without_tags",
]
