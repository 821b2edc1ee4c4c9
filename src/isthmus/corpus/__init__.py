"""Documents as they are stored, and the passages and sentences that lie in them at exact bytes."""

from isthmus.corpus.document import About, Document, DocumentId, DocumentKind, Passage, PassageId, Sentence
from isthmus.corpus.library import Change, Library, read_library
from isthmus.corpus.split import split

__all__ = [
    "About",
    "Change",
    "Document",
    "DocumentId",
    "DocumentKind",
    "Library",
    "Passage",
    "PassageId",
    "Sentence",
    "read_library",
    "split",
]
