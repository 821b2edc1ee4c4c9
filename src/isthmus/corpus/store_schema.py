"""The tables of a library's file: what is kept of documents, and of where they were found."""

__all__ = ["ADDED", "ADDED_TABLES", "SCHEMA", "VERSION"]

VERSION = 1
"""Raised with every change of the tables that an older isthmus could not read."""

_HISTORY = """
CREATE TABLE IF NOT EXISTS history (
    changes INTEGER PRIMARY KEY,     -- what `clock` said when a transaction ended
    mark TEXT NOT NULL DEFAULT (hex(randomblob(8)))
);
"""
"""By its marks a library is told from another that has changed as often."""

_NEWER = """
CREATE TABLE IF NOT EXISTS newer (
    old TEXT NOT NULL,               -- the id of a document that somebody put right
    new TEXT NOT NULL,               -- the id of the one that came where it stood
    by_title INTEGER NOT NULL        -- 1 where that is a newer version only under the same title
);
"""
"""What an ingest that goes on has found in the place of what was put right, so that it outlives one that is killed."""

_TABLES = """
CREATE TABLE clock (
    changes INTEGER NOT NULL,
    unwiped INTEGER NOT NULL         -- 1 where something was forgotten and the file is not yet written afresh
);
INSERT INTO clock VALUES (0, 0);
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    changed INTEGER NOT NULL UNIQUE, -- the change that brought it, of `clock`
    twins TEXT,                      -- the smallest id among its near-duplicates; null when it has none
    about TEXT NOT NULL,             -- JSON: what its reader found
    corrected TEXT NOT NULL,         -- JSON: what somebody put right
    taken_in TEXT,                   -- the ISO date on which it was first read; null where nobody said
    text BLOB NOT NULL               -- UTF-8
);
CREATE INDEX documents_twins ON documents (twins) WHERE twins IS NOT NULL;
CREATE TABLE passages (
    document INTEGER NOT NULL REFERENCES documents,
    first INTEGER NOT NULL,          -- bytes of the text
    last INTEGER NOT NULL,
    heading TEXT,
    sentences TEXT NOT NULL,         -- JSON, flat: gap from the last sentence, length, which lead-in or 0
    lead_ins TEXT,                   -- JSON
    above TEXT,                      -- JSON
    PRIMARY KEY (document, first)
) WITHOUT ROWID;
CREATE TABLE prints (
    key INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    keys INTEGER NOT NULL,           -- how many the document has
    PRIMARY KEY (key, document)
) WITHOUT ROWID;
CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    root TEXT NOT NULL,              -- the folder that was named; empty for an address
    place TEXT NOT NULL,
    sha256 BLOB NOT NULL,            -- of the bytes that were read
    made_by INTEGER NOT NULL,        -- the version of the readers; below 0 where they could not read all of it
    taken_in TEXT,                   -- what an older isthmus wrote: the ISO date on which these bytes were read
    UNIQUE (root, place)
);
CREATE INDEX items_sha256 ON items (sha256);
CREATE TABLE places (
    item INTEGER NOT NULL REFERENCES items,
    part INTEGER NOT NULL,           -- 0 is the item as a whole
    document INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (item, part)
) WITHOUT ROWID;
CREATE INDEX places_document ON places (document);
CREATE VIEW found (document, place) AS -- a part of what was read is counted from 1
    SELECT document, place || iif(part, '#' || part, '') FROM places JOIN items ON items.number = item;
CREATE TABLE forgotten (
    changed INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
"""

ADDED_TABLES = (_HISTORY, _NEWER)
"""Tables that came later: an older isthmus leaves them as they are, and so they raise no version."""

SCHEMA = "".join((_TABLES, *ADDED_TABLES))

_DAYS = """
UPDATE documents SET taken_in = (
    SELECT iif(count(*) = count(items.taken_in), min(items.taken_in), NULL)
    FROM places JOIN items ON items.number = item WHERE document = documents.number
);
"""

ADDED = (("items", "taken_in", ""), ("passages", "above", ""), ("documents", "taken_in", _DAYS))
"""Columns of text that came later, by table and name, with what fills them at first: an older isthmus leaves them empty,
and so they raise no version."""
