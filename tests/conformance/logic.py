"""What isthmus itself makes of each definition of the exported logic, for many patients at once."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from typing import Any

from tests.unit.knowledge import PATHWAY

from isthmus.pathway import ACTION_NAME, ROW_NAME
from isthmus.plan import Patient, apply, read_patient
from isthmus.plan.as_cql import definition_names
from isthmus.plan.patient import plain
from isthmus.plan.reading import Reading
from isthmus.rules import Rule, Value

__all__ = ["decide_here", "plainly"]

_NAMES = definition_names(PATHWAY)
_AUDIENCE = next(iter(PATHWAY.wordings))
_TODAY = date(2026, 1, 1)  # a plan's day, on which nothing here depends
_AT_ONCE = 250


def decide_here(facts: Sequence[Mapping[str, object]]) -> list[dict[str, Any]]:
    """Decide for patients, on every core.

    In processes that start afresh no coverage is measured, which would take several times as long as the deciding.
    """
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(_decide, facts, chunksize=_AT_ONCE))


def _decide(facts: Mapping[str, object]) -> dict[str, Any]:
    patient: Patient = read_patient(PATHWAY, facts)
    plan = apply(PATHWAY, patient, audience=_AUDIENCE, today=_TODAY)
    reading = Reading(PATHWAY, patient)
    values = {told: reading.values[name].value for name, told in _NAMES.items()}
    reading.name(ROW_NAME, plan.row)
    reading.name(ACTION_NAME, plan.action)
    values |= {name: reading.read(rule.tree).value for name, rule in _rules()}
    details = {f"detail {row.row}": row.details for row in PATHWAY.recommendations if row.details}
    values |= {name: tuple(item.name for item in items if reading.holds(item.when)) for name, items in details.items()}
    values |= {"row": plan.row, "action": plan.action, "detail": plan.detail, "flags": plan.flags}
    return plainly(values)


def _rules() -> Iterator[tuple[str, Rule]]:
    yield from ((f"row {row.row}", row.when) for row in PATHWAY.recommendations)
    yield from ((f"phase {phase.id}", phase.when) for phase in PATHWAY.phases)
    yield from ((f"flag {flag.id}", flag.when) for flag in PATHWAY.flags)
    yield from ((f"requirement {act.id}", act.requires) for act in PATHWAY.actions.values() if act.requires)
    yield "classified", PATHWAY.classify_when
    yield from ((f"outlook {outlook.id}", outlook.when) for outlook in PATHWAY.outlooks)


def plainly(values: Mapping[Any, Value]) -> dict[str, Any]:
    """Write values as JSON carries them."""
    return {str(name): plain(value) for name, value in values.items()}
