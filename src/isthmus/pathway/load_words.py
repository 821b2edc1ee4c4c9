"""The words for readers, held against the table they belong to."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from isthmus.errors import Fault, nearest
from isthmus.located import Located
from isthmus.pathway.load_shapes import AudiencesFile, SentenceShape, WordingFile
from isthmus.pathway.load_table import Table
from isthmus.pathway.model import ActionWords, Sentence, Wording
from isthmus.terms import ActionId, AudienceId, ClaimId, FlagId

__all__ = ["check_audiences", "read_wording"]


def read_wording(file: WordingFile, document: Located, table: Table, faults: list[Fault]) -> Wording:
    """Read the pathway in the words of one audience; every action, flag and contradiction needs words."""
    for section, written, wanted in (
        ("actions", file.actions, list(table.actions)),
        ("flags", file.flags, [flag.id for flag in table.flags]),
        ("contradictions", file.contradictions, [item.id for item in table.contradictions]),
    ):
        faults += [
            Fault(document.where((section,)), f"There are no words for `{name}`.", "Write them.")
            for name in sorted(set(wanted) - set(written))
        ]
        for name in sorted(set(written) - set(wanted)):
            remedy = nearest(name, wanted, otherwise="Remove them.")
            faults.append(
                Fault(document.where((section, name)), f"There are words for `{name}`, which does not exist.", remedy)
            )
    return Wording(
        audience=AudienceId(file.audience),
        actions=MappingProxyType(
            {
                ActionId(name): ActionWords(words.title, tuple(map(_sentence, words.says)))
                for name, words in file.actions.items()
            }
        ),
        flags=MappingProxyType({FlagId(name): _sentence(words) for name, words in file.flags.items()}),
        contradictions=MappingProxyType({name: _sentence(words) for name, words in file.contradictions.items()}),
    )


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


def _sentence(shape: SentenceShape) -> Sentence:
    return Sentence(shape.text, tuple(map(ClaimId, shape.claims)))
