"""Worked patients and the words for readers, held against the table they belong to."""

from collections.abc import Iterable
from types import MappingProxyType

from isthmus.errors import Fault, nearest
from isthmus.located import Located
from isthmus.pathway.load_features import Features
from isthmus.pathway.load_shapes import CasesFile, CaseShape, SentenceShape, WordingFile
from isthmus.pathway.load_table import Table
from isthmus.pathway.model import ActionWords, Sentence, Wording, WorkedCase
from isthmus.terms import ActionId, AudienceId, ClaimId, FlagId, RowId

__all__ = ["read_cases", "read_wording"]


def read_cases(
    file: CasesFile, document: Located, features: Features, table: Table, faults: list[Fault]
) -> tuple[WorkedCase, ...]:
    """Read the worked patients; every row and every contradiction needs one."""
    cases = []
    for at, shape in enumerate(file.cases):
        steps = ("cases", at)
        if shape.background is not None and shape.background not in file.backgrounds:
            what = f"Background `{shape.background}` does not exist."
            remedy = nearest(shape.background, file.backgrounds, otherwise="Define it.")
            faults.append(Fault(document.where((*steps, "background")), what, remedy))
        facts = {**file.backgrounds.get(shape.background or "", {}), **shape.facts}
        for name in shape.facts:
            if name not in features:
                what, remedy = f"`{name}` is not a case feature.", nearest(name, features, otherwise="Remove it.")
                faults.append(Fault(document.where((*steps, "facts", name)), what, remedy))
        cases.append(_case(shape, facts, int(document.lines.get(steps, 0))))
    faults.extend(_uncovered(cases, document, table))
    return tuple(cases)


def _case(shape: CaseShape, facts: dict[str, object], line: int) -> WorkedCase:
    expected = shape.expected
    return WorkedCase(
        id=shape.id,
        title=shape.title,
        facts=MappingProxyType(facts),
        action=ActionId(expected.action),
        row=RowId(expected.row),
        detail=tuple(expected.detail),
        flags_at_least=tuple(map(FlagId, expected.flags_at_least)),
        forbidden_actions=tuple(map(ActionId, expected.forbidden_actions)),
        line=line,
    )


def _uncovered(cases: Iterable[WorkedCase], document: Located, table: Table) -> Iterable[Fault]:
    rows = {case.row for case in cases}
    words = {word for case in cases for word in (*case.detail, *case.flags_at_least)}
    wanted: dict[str, str] = {row.row: "row" for row in table.recommendations if row.row not in rows}
    wanted |= {item.id: "contradiction" for item in table.contradictions if item.id not in words}
    wanted |= {flag.id: "flag" for flag in table.flags if flag.id not in words}
    wanted |= {phase.id: "phase" for phase in table.phases if phase.id not in words}
    for name, kind in wanted.items():
        yield Fault(document.name, f"No worked patient shows {kind} `{name}`.", "Add one.")


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


def _sentence(shape: SentenceShape) -> Sentence:
    return Sentence(shape.text, tuple(map(ClaimId, shape.claims)))
