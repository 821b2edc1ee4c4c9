"""Worked patients from their knowledge file, held against the pathway they must show."""

from collections.abc import Iterable
from types import MappingProxyType

from isthmus.errors import Fault, nearest
from isthmus.located import Located
from isthmus.pathway.load_shapes import CasesFile, CaseShape
from isthmus.pathway.model import Pathway, WorkedCase
from isthmus.terms import ActionId, FlagId, RowId

__all__ = ["read_cases"]


def read_cases(file: CasesFile, document: Located, pathway: Pathway, faults: list[Fault]) -> tuple[WorkedCase, ...]:
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
            if name not in pathway.features:
                what, remedy = (
                    f"`{name}` is not a case feature.",
                    nearest(name, pathway.features, otherwise="Remove it."),
                )
                faults.append(Fault(document.where((*steps, "facts", name)), what, remedy))
        cases.append(_case(shape, facts, document.where(steps)))
    faults.extend(_uncovered(cases, document, pathway))
    return tuple(cases)


def _case(shape: CaseShape, facts: dict[str, object], where: str) -> WorkedCase:
    expected = shape.expected
    return WorkedCase(
        id=shape.id,
        title=shape.title,
        facts=MappingProxyType(facts),
        action=ActionId(expected.action),
        row=RowId(expected.row),
        detail=tuple(expected.detail),
        flags=None if expected.flags is None else tuple(map(FlagId, expected.flags)),
        flags_at_least=tuple(map(FlagId, expected.flags_at_least)),
        forbidden_actions=tuple(map(ActionId, expected.forbidden_actions)),
        where=where,
    )


def _uncovered(cases: Iterable[WorkedCase], document: Located, pathway: Pathway) -> Iterable[Fault]:
    rows = {case.row for case in cases}
    words = {word for case in cases for word in (*case.detail, *case.flags_at_least, *(case.flags or ()))}
    wanted: dict[str, str] = {row.row: "row" for row in pathway.recommendations if row.row not in rows}
    wanted |= {item.id: "contradiction" for item in pathway.contradictions if item.id not in words}
    wanted |= {flag.id: "flag" for flag in pathway.flags if flag.id not in words}
    wanted |= {phase.id: "phase" for phase in pathway.phases if phase.id not in words}
    for name, kind in wanted.items():
        yield Fault(document.name, f"No worked patient shows {kind} `{name}`.", "Add one.")
