"""Reads what is known about a condition from its knowledge files, and finds every fault in them at once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from isthmus.claims.check import Entry, Shelf, Thing, check_evidence
from isthmus.claims.facets import Facets
from isthmus.claims.lexicon import Lexicon
from isthmus.claims.listener import ANSWERABLE, ELSEWHERE, Listener
from isthmus.claims.load_facets import load_facets
from isthmus.claims.load_given_names import load_given_names
from isthmus.claims.load_lexicon import load_lexicon
from isthmus.claims.load_listener import load_listener
from isthmus.claims.load_sets import load_sets
from isthmus.claims.load_shorthand import load_shorthand
from isthmus.claims.load_spelling import load_spelling
from isthmus.claims.load_watches import load_watches
from isthmus.claims.model import Basis, Claim, Disagreement, Evidence, Source
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.shapes import ClaimsFile, ClaimShape, DisagreementsFile, DisagreementShape, SourcesFile, SourceShape
from isthmus.claims.watches import Guard
from isthmus.errors import Fault, KnowledgeError, MalformedText, UnreadableFile
from isthmus.located import Located, Steps, open_yaml, read_text, validate
from isthmus.terms import ClaimId, ConditionId, DisagreementId, SourceId

__all__ = ["load_basis", "load_evidence", "load_kept"]

_MOST_BYTES = 20_000_000
_EVIDENCE_FILES = ("claims.yaml", "disagreements.yaml")

Built_co = TypeVar("Built_co", covariant=True)
Loaded = TypeVar("Loaded")


def load_evidence(folder: Path, sources: Path) -> Evidence:
    """Read the claims, disagreements, words and watches of a condition, and the sources they rest on.

    Args:
        folder: The folder of the condition, with `claims.yaml`, `disagreements.yaml`, `sets.yaml`, `lexicon.yaml`,
            `watches.yaml`, `spelling.yaml` and, where they were written, `facets.yaml` and `listener.yaml`.
        sources: The file of sources, which all conditions share and which stands at the top of the knowledge, with
            `shorthand.yaml` and `given_names.yaml` beside it where they were written.

    Returns:
        The evidence; of the sources, those that this condition names.

    Raises:
        KnowledgeError: Something is wrong; names file and line of every fault in all of these files.
    """
    faults: list[Fault] = []
    shelves = _read_shelves(folder, sources, faults)
    sets = _read_sets(folder / "sets.yaml", sources.parent, faults)
    facets = _read_facets(folder / "facets.yaml", sources.parent, sets, shelves, faults)
    lexicon = _read_words(folder, sources.parent, sets, _texts(shelves, facets), faults)
    guard = _read_guard(folder, sources.parent, sets, shelves, faults)
    if shelves is not None:
        topics = None if lexicon is None else [topic.id for topic in lexicon.topics]
        faults += check_evidence(shelves.sources, shelves.claims, shelves.disagreements, topics)
        faults += _orphans(shelves, folder)
    if faults or shelves is None or lexicon is None or guard is None or facets is None:
        raise KnowledgeError.of(faults)
    shown = shelves.shown()
    named = shelves.named_sources(shown.values())
    return Evidence(
        condition=ConditionId(folder.name),
        claims=shown,
        sources={name: source for name, source in shelves.read().items() if name in named},
        disagreements={entry.thing.id: entry.thing for entry in shelves.disagreements.entries},
        lexicon=lexicon,
        guard=guard,
        notice=shelves.notice,
        facets=facets,
    )


def load_basis(folder: Path, sources: Path) -> Basis:
    """Read only the claims of a condition and their sources.

    Args:
        folder: The folder of the condition.
        sources: The file of sources.

    Raises:
        KnowledgeError: A file cannot be read, or an entry is wrong by itself; what entries say of each other is held
            together where all the evidence is loaded.
    """
    faults: list[Fault] = []
    shelves = _read_shelves(folder, sources, faults)
    if faults or shelves is None:
        raise KnowledgeError.of(faults)
    return Basis(claims=shelves.shown(), sources=shelves.read())


def load_kept(folder: Path, sources: Path) -> Mapping[ClaimId, Claim]:
    """Read the claims that are known from memory only: kept so that nobody takes them up again, and never shown.

    Args:
        folder: The folder of the condition.
        sources: The file of sources.

    Raises:
        KnowledgeError: A file cannot be read, or an entry is wrong by itself.
    """
    faults: list[Fault] = []
    shelves = _read_shelves(folder, sources, faults)
    if faults or shelves is None:
        raise KnowledgeError.of(faults)
    return {entry.thing.id: entry.thing for entry in shelves.claims.entries if entry.thing.seen == "memory"}


@dataclass(frozen=True)
class _Shelves:
    notice: str
    sources: Shelf[Source]
    claims: Shelf[Claim]
    disagreements: Shelf[Disagreement]

    def shown(self) -> dict[ClaimId, Claim]:
        """Take the claims that a reader may see: none that is known from memory only; the literature is cited first."""
        papers = {entry.thing.id for entry in self.sources.entries if entry.thing.is_in_literature}
        shown = (entry.thing for entry in self.claims.entries if entry.thing.seen != "memory")
        ordered = (replace(one, sources=tuple(sorted(one.sources, key=lambda it: it not in papers))) for one in shown)
        return {claim.id: claim for claim in ordered}

    def read(self) -> dict[SourceId, Source]:
        """Take the sources that somebody has read."""
        return {entry.thing.id: entry.thing for entry in self.sources.entries if entry.thing.seen_as != "memory"}

    def named_sources(self, claims: Iterable[Claim]) -> set[str]:
        """Collect the sources of some claims and of all positions."""
        of_claims = {source for claim in claims for source in claim.sources}
        positions = (position for entry in self.disagreements.entries for position in entry.thing.positions)
        return of_claims.union(*(position.sources for position in positions))


def _read_shelves(folder: Path, sources: Path, faults: list[Fault]) -> _Shelves | None:
    """Read the three files that lean on each other; None when one of them is no such file at all."""
    root = sources.parent
    of_claims, of_disagreements, of_sources = (
        open_yaml(path, _name(path, root), faults, most_bytes=_MOST_BYTES)
        for path in (*(folder / name for name in _EVIDENCE_FILES), sources)
    )
    if of_claims is None or of_disagreements is None or of_sources is None:
        return None
    file = validate(ClaimsFile, of_claims, faults)
    validate(DisagreementsFile, of_disagreements, faults)
    validate(SourcesFile, of_sources, faults)
    return _Shelves(
        notice=file.notice if file else "",
        claims=_shelf(of_claims, "claims", lambda at: _build(validate(ClaimShape, at, faults))),
        disagreements=_shelf(
            of_disagreements, "disagreements", lambda at: _build(validate(DisagreementShape, at, faults))
        ),
        sources=_shelf(of_sources, "sources", lambda at: _build(validate(SourceShape, at, faults))),
    )


def _name(path: Path, root: Path) -> str:
    """Name a file as a person who edits the knowledge knows it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _read_sets(path: Path, root: Path, faults: list[Fault]) -> WordingReader | None:
    """Read the sets of words; when they have faults, nothing that uses them can be judged."""
    return _or_faults(lambda: load_sets(path, name=_name(path, root)), faults)


def _texts(shelves: _Shelves | None, facets: Facets | None) -> list[str]:
    """Collect what claims and known questions say, whose words are no slips."""
    texts = [claim.text for claim in shelves.shown().values()] if shelves else []
    return texts + ([ask for row in facets.rows for ask in row.asks] if facets else [])


def _read_words(
    folder: Path, root: Path, reader: WordingReader | None, texts: Sequence[str], faults: list[Fault]
) -> Lexicon | None:
    """Read the words, which use the sets, and the slips of what is written in `texts`."""
    words, slips = (folder / name for name in ("lexicon.yaml", "spelling.yaml"))
    shared, called = (root / name for name in ("shorthand.yaml", "given_names.yaml"))
    lexicon = _or_faults(lambda: load_lexicon(words, reader, name=_name(words, root)), faults) if reader else None
    if reader is None or lexicon is None:
        return None
    listed = _or_faults(lambda: load_spelling(slips, reader, lexicon, texts, name=_name(slips, root)), faults)
    short = _or_faults(lambda: load_shorthand(shared, name=_name(shared, root)), faults)
    names = _or_faults(lambda: load_given_names(called, name=_name(called, root)), faults)
    if listed is None or short is None or names is None:
        return None
    spelling = replace(listed, shorthand=short.beside(listed.shorthand), names=names.beside(listed.words))
    return replace(lexicon, spelling=spelling)


def _read_guard(
    folder: Path, root: Path, reader: WordingReader | None, shelves: _Shelves | None, faults: list[Fault]
) -> Guard | None:
    """Read the watches, which use the sets, and what the listener was taught that hears what they do not."""
    if reader is None:
        return None
    claims = None if shelves is None else set(map(ClaimId, shelves.claims.ids))
    watches, taught = ((path, _name(path, root)) for path in (folder / "watches.yaml", folder / "listener.yaml"))
    guard = _or_faults(lambda: load_watches(watches[0], reader, name=watches[1], claims=claims), faults)
    listener = _or_faults(lambda: load_listener(taught[0], reader, name=taught[1]), faults)
    if not (listener and guard):
        return guard
    faults += _unheeded(listener, guard, watches[1])
    return replace(guard, listener=listener)


def _unheeded(listener: Listener, guard: Guard, name: str) -> Iterator[Fault]:
    """Find what may be heard and nothing says what is done then."""
    for heard in sorted(listener.scales.keys() - guard.heard.keys() - {ANSWERABLE, ELSEWHERE}):
        remedy = "Add `heard`, or a watch of this name that sends to care or abstains."
        yield Fault(name, f"It does not say what is done when `{heard}` is heard.", remedy)


def _read_facets(
    path: Path, root: Path, sets: WordingReader | None, shelves: _Shelves | None, faults: list[Fault]
) -> Facets | None:
    """Read what people ask; it may name only claims that a reader may see."""
    if sets is None:
        return None
    claims = None if shelves is None or not shelves.claims.whole else shelves.shown().keys()
    points = None if shelves is None else set(map(DisagreementId, shelves.disagreements.ids))
    name = _name(path, root)
    return _or_faults(lambda: load_facets(path, sets, name=name, claims=claims, disagreements=points), faults)


def _or_faults(load: Callable[[], Loaded], faults: list[Fault]) -> Loaded | None:
    """Load a file, or note why it cannot be read and go on."""
    try:
        return load()
    except (KnowledgeError, UnreadableFile, MalformedText) as error:
        faults += error.faults
        return None


class _Buildable(Protocol[Built_co]):
    def build(self) -> Built_co: ...


def _build(shape: _Buildable[Built_co] | None) -> Built_co | None:
    return None if shape is None else shape.build()


def _shelf(document: Located, key: str, take: Callable[[Located], Thing | None]) -> Shelf[Thing]:
    parts = list(_parts(document, key))
    things = [(take(part), part) for part in parts]
    entries = [Entry(thing, part) for thing, part in things if thing is not None]
    ids = [str(part.value["id"]) for part in parts if isinstance(part.value, dict) and "id" in part.value]
    return Shelf(entries, ids, whole=len(entries) == len(parts))


def _parts(document: Located, key: str) -> Iterator[Located]:
    """Take the entries under `key` apart, each with its own lines, so that each can be judged by itself."""
    items = document.value.get(key) if isinstance(document.value, dict) else None
    if not isinstance(items, list):
        return
    lines: list[dict[Steps, int]] = [{} for _ in items]
    for steps, line in document.lines.items():
        if len(steps) > 1 and steps[0] == key and isinstance(steps[1], int):
            lines[steps[1]][steps[2:]] = line
    for item, its_lines in zip(items, lines, strict=True):
        yield Located(document.name, item, its_lines)


def _orphans(shelves: _Shelves, folder: Path) -> Iterator[Fault]:
    """Find sources that nothing names; none is sought while some entry could not be read."""
    if not (shelves.claims.whole and shelves.disagreements.whole):
        return
    named = shelves.named_sources(entry.thing for entry in shelves.claims.entries)
    alone = [entry for entry in shelves.sources.entries if entry.thing.id not in named]
    elsewhere = _words_of_other_conditions(folder) if alone else set()
    for entry in alone:
        if entry.thing.id not in elsewhere:
            yield Fault(entry.at.where(), f"No claim or position names source `{entry.thing.id}`.", "Remove it.")


def _words_of_other_conditions(folder: Path) -> set[str]:
    """Collect every word of the evidence of other conditions: any of them may be a source that they name."""
    paths = [path for name in _EVIDENCE_FILES for path in folder.parent.glob(f"*/{name}") if path.parent != folder]
    return {word for path in paths for word in re.findall(r"[\w-]+", read_text(path, most_bytes=_MOST_BYTES))}
