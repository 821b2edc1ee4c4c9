"""Documents as they are stored, and the passages and sentences that lie in them at exact bytes."""

from isthmus.corpus.document import About, Document, DocumentId, DocumentKind, Passage, PassageId, Sentence
from isthmus.corpus.gather import Fetched, is_address
from isthmus.corpus.ingest import Report, Sources, ingest, read_library
from isthmus.corpus.library import Change, Library
from isthmus.corpus.mend import CORRECTABLE, DOCUMENT_KINDS, correct, corrections, forget
from isthmus.corpus.split import split
from isthmus.corpus.store import holds_library

__all__ = [
    "CORRECTABLE",
    "DOCUMENT_KINDS",
    "About",
    "Change",
    "Document",
    "DocumentId",
    "DocumentKind",
    "Fetched",
    "Library",
    "Passage",
    "PassageId",
    "Report",
    "Sentence",
    "Sources",
    "correct",
    "corrections",
    "forget",
    "holds_library",
    "ingest",
    "is_address",
    "read_library",
    "split",
]
