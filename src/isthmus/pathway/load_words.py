"""The words for readers, held against the table they belong to."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from isthmus.errors import Fault, nearest
from isthmus.located import Located
from isthmus.pathway.load_table import Table
from isthmus.pathway.load_word_shapes import (
    ActionWordsShape,
    AudiencesFile,
    SentenceShape,
    WordingFile,
    WordsReviewShape,
)
from isthmus.pathway.words import ActionWords, FeatureWords, Sentence, Wording, WordsReview
from isthmus.terms import ActionId, AudienceId, ClaimId, FeatureName, FlagId, PhaseId, RowId

__all__ = ["check_audiences", "check_wording", "read_review", "read_wording"]


def read_wording(file: WordingFile, statuses: Mapping[str, str]) -> Wording:
    """Read the pathway in the words of one audience.

    Args:
        file: The words, as they were written.
        statuses: What each status of a review says.
    """
    review = read_review(file.review, statuses)
    read = _Reader(review)
    return Wording(
        audience=AudienceId(file.audience),
        review=review,
        actions=MappingProxyType({ActionId(name): read.action(words) for name, words in file.actions.items()}),
        rows=MappingProxyType({RowId(name): read.all(words) for name, words in file.rows.items()}),
        flags=MappingProxyType({FlagId(name): read.one(words) for name, words in file.flags.items()}),
        contradictions=MappingProxyType({name: read.one(words) for name, words in file.contradictions.items()}),
        features=MappingProxyType(
            {FeatureName(name): FeatureWords(words.ask, read.one(words.why)) for name, words in file.features.items()}
        ),
        phases=MappingProxyType({PhaseId(name): read.all(words) for name, words in file.phases.items()}),
    )


def check_wording(
    file: WordingFile, document: Located, table: Table, features: Collection[FeatureName]
) -> Iterator[Fault]:
    """See that all of a pathway has words, down to each question."""
    yield from _gaps(document, "actions", file.actions, table.actions)
    yield from _gaps(document, "rows", file.rows, [row.row for row in table.recommendations])
    yield from _gaps(document, "flags", file.flags, [flag.id for flag in table.flags])
    yield from _gaps(document, "contradictions", file.contradictions, [item.id for item in table.contradictions])
    yield from _gaps(document, "features", file.features, features)
    yield from _gaps(document, "phases", file.phases, [phase.id for phase in table.phases])


def _gaps(document: Located, section: str, written: Collection[str], wanted: Collection[str]) -> Iterator[Fault]:
    """Find what has no words, and words for what does not exist."""
    for name in sorted(set(wanted) - set(written)):
        yield Fault(document.where((section,)), f"There are no words for `{name}`.", "Write them.")
    for name in sorted(set(written) - set(wanted)):
        remedy = nearest(name, wanted, otherwise="Remove them.")
        yield Fault(document.where((section, name)), f"There are words for `{name}`, which does not exist.", remedy)


def check_audiences(
    audiences: AudiencesFile, document: Located, wordings: Sequence[tuple[WordingFile, Located]]
) -> Iterator[Fault]:
    """See that every audience has its words, and that no words are for an audience that does not exist."""
    known = [audience.id for audience in audiences.audiences]
    written = [file.audience for file, _ in wordings]
    for at, name in enumerate(known):
        if name not in written:
            yield Fault(document.where(("audiences", at)), f"Audience `{name}` has no words.", "Write them.")
    for file, text in wordings:
        if file.audience not in known:
            remedy = nearest(file.audience, known, otherwise="Add it to audiences.yaml.")
            yield Fault(text.where(("audience",)), f"Audience `{file.audience}` does not exist.", remedy)


def read_review(shape: WordsReviewShape, statuses: Mapping[str, str]) -> WordsReview:
    """Take in where a file of words stands."""
    return WordsReview(shape.status, statuses.get(shape.status, shape.status), shape.changed, shape.next)


@dataclass(frozen=True)
class _Reader:
    """Takes in the sentences of one file, all of which stand where it stands."""

    review: WordsReview

    def one(self, shape: SentenceShape) -> Sentence:
        return Sentence(shape.text, tuple(map(ClaimId, shape.claims)), self.review)

    def all(self, shapes: Iterable[SentenceShape]) -> tuple[Sentence, ...]:
        return tuple(map(self.one, shapes))

    def action(self, shape: ActionWordsShape) -> ActionWords:
        return ActionWords(shape.title, self.all(shape.says), self.all(shape.next), self.all(shape.changes))
