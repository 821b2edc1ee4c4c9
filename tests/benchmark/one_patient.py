"""Measure what one patient costs in a process that has loaded the pathway: each way to decide, over the worked cases.

The ways are run in turn, so that all meet the same weather; a time is that of one patient, the median of the runs.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.plan import Patient, apply, make_plan, read_patient
from isthmus.plan.decide import compile_pathway
from isthmus.plan.reading import Reading
from isthmus.terms import AudienceId

RUNS = 15
TODAY = date(2026, 1, 1)
PATIENT = AudienceId("patient")
MICRO = 1e-6


@dataclass(frozen=True)
class Way:
    """A way to decide for a patient.

    Attributes:
        of: What it is given of each patient.
        work: What is done with that.
        target: The most seconds it may take.
    """

    of: Sequence[object]
    work: Callable[..., object]
    target: float | None


def ways() -> Mapping[str, Way]:
    """List every way, the fastest first."""
    people = [read_patient(PATHWAY, facts) for facts in FACTS.values()]
    decide = compile_pathway(PATHWAY)
    taken = [decide.compiled.take(patient) for patient in people]
    trees = [row.when.tree for row in PATHWAY.recommendations]
    rules = list(product((Reading(PATHWAY, patient) for patient in people), trees))
    return {
        "python: the row, of values at hand": Way(taken, decide.compiled.program.run, 2 * MICRO),
        "python: the row, of a patient's facts": Way(people, decide, None),
        "evaluate: one rule, with trace": Way(rules, lambda rule: rule[0].read(rule[1]), 50 * MICRO),
        "evaluate: every definition and the plan": Way(people, planned, None),
        "a plan with its full explanation": Way(list(FACTS.values()), explained, 50_000 * MICRO),
    }


def planned(patient: Patient) -> object:
    """Make a plan with its trace."""
    return apply(PATHWAY, patient, audience=PATIENT, today=TODAY)


def explained(facts: Mapping[str, object]) -> object:
    """Make a plan as `isthmus plan` does."""
    return make_plan(PATHWAY, facts, audience=PATIENT, today=TODAY)


def seconds_each(way: Way) -> list[float]:
    """Time each patient by themselves."""
    times = []
    for given in way.of:
        start = perf_counter()
        way.work(given)
        times.append(perf_counter() - start)
    return times


def seconds(way: Way) -> float:
    """Time all patients, and divide by how many they are: a clock is too coarse for some."""
    start = perf_counter()
    for given in way.of:
        way.work(given)
    return (perf_counter() - start) / len(way.of)


def main() -> None:
    """Measure and print."""
    all_ways = ways()
    measured: dict[str, list[float]] = {name: [] for name in all_ways}
    for _ in range(RUNS + 1):  # the first only warms up
        for name, way in all_ways.items():
            measured[name].append(seconds(way))
    slowest = max(seconds_each(all_ways["a plan with its full explanation"]))
    medians = {name: median(times[1:]) for name, times in measured.items()}
    first = next(iter(medians.values()))
    print(
        f"{'microseconds, one of the ' + str(len(FACTS)) + ' worked cases':42}{'median':>10} {'target':>10} {'ratio':>10}"
    )
    for name, each in medians.items():
        target = all_ways[name].target
        shown = f"{target / MICRO:10,.0f}" if target else f"{'':10}"
        print(f"{name:42}{each / MICRO:10,.1f} {shown} {each / first:10,.1f}")
    print(f"{'  the slowest of them':42}{slowest / MICRO:10,.1f}")


if __name__ == "__main__":
    main()
