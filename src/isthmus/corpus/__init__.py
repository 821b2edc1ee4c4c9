"""Documents as they are stored, and the passages and sentences that lie in them at exact bytes."""

from isthmus.corpus.document import Document, DocumentId, Passage, PassageId, Sentence
from isthmus.corpus.library import Library, read_library
from isthmus.corpus.split import split

__all__ = ["Document", "DocumentId", "Library", "Passage", "PassageId", "Sentence", "read_library", "split"]
