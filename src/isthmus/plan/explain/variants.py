"""Patients who differ from one in a few facts, run through the table together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from isthmus.plan.explain.circuit import Signals
from isthmus.plan.explain.domain import is_known
from isthmus.plan.explain.table import Table
from isthmus.plan.patient import Patient
from isthmus.plan.reading import Reading
from isthmus.rules import Value
from isthmus.terms import FeatureName, Truth

__all__ = ["Change", "open_literals", "run_variants"]

Change = Mapping[FeatureName, Value]
"""Facts that take other values."""


def run_variants(table: Table, patient: Patient, changes: Sequence[Change]) -> Signals:
    """Run a patient through the table once for each change.

    Returns:
        By literal, the changes with which it holds: bit i is that of the i-th.
    """
    everyone = (1 << len(changes)) - 1
    inputs: dict[int, int] = {}
    for name, domain in table.domains.items():
        _set(inputs, domain.literals(patient[name]), everyone)
    _set(inputs, _between(table, patient), everyone)
    for at, change in enumerate(changes):
        for name, value in change.items():
            _set(inputs, table.domains[name].literals(value), 1 << at)
        if not table.tied.isdisjoint(change):
            _set(inputs, _between(table, {**patient, **change}), 1 << at)
    return table.circuit.run(inputs, everyone)


def open_literals(table: Table, patient: Patient) -> Iterator[tuple[frozenset[FeatureName], list[int]]]:
    """Evaluate the truths that are left open, each with the case features it hangs on."""
    if table.untold:
        reading = Reading(table.pathway, patient)
        for untold in table.untold:
            truth = reading.read(untold.node).truth
            holds, fails = untold.verdict.holds, untold.verdict.fails
            yield untold.features, [holds if truth is Truth.TRUE else -holds, fails if truth is Truth.FALSE else -fails]


def _between(table: Table, patient: Patient) -> Iterator[int]:
    """Set the inputs that hang on several case features."""
    numbers = table.numbers
    steps = {str(name): numbers[name].steps(patient[name]) for name in numbers if is_known(patient[name])}
    for bound, literal in table.sums.items():
        known = all(name in steps for name, _ in bound.coefficients)
        yield literal if known and bound.holds(steps) else -literal
    for _, literals in open_literals(table, patient):
        yield from literals


def _set(inputs: dict[int, int], literals: Iterable[int], patients: int) -> None:
    for literal in literals:
        before = inputs.get(abs(literal), 0)
        inputs[abs(literal)] = before | patients if literal > 0 else before & ~patients
