"""Measure how many questions an interview asks before nothing that is left to ask can change the plan.

Each patient answers what is known of them, and says of all else that they do not know. Beside the interview stand two
other ways to ask: everything, and in the order of the form until nothing that is left can change the plan. Simulated
patients are put together fact by fact from the worked ones, so that values and gaps are as frequent as among them; who
would have facts that clash is drawn anew.
"""

import random
import sys
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from statistics import mean
from time import perf_counter

from isthmus.condition import load_condition, load_worked_cases
from isthmus.pathway import Pathway
from isthmus.plan import Interview, Patient, apply, read_patient
from isthmus.plan.explain.table import table_of
from isthmus.plan.reading import Reading
from isthmus.terms import ActionId, FeatureName

__all__ = ["Asked", "Measure", "simulated"]

Facts = Mapping[str, object]

SIMULATED = 10_000
SEED = 20261121
PROCESSES = 2
TODAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Asked:
    """How many questions one patient was asked, in each way, and whether the plan is that of all their facts."""

    interview: int
    in_order: int
    same_plan: bool


class Measure:
    """Interviews patients. Two whom no rule can tell apart are asked the same, so each choice is made once."""

    def __init__(self, pathway: Pathway) -> None:
        self._pathway, self._table, self._interview = pathway, table_of(pathway), Interview(pathway)
        self._chosen: dict[Hashable, FeatureName | None] = {}

    def ask(self, facts: Facts) -> Asked:
        """Ask one patient, in each way."""
        known = {name: value for name, value in facts.items() if value not in (None, "unknown")}
        order = [str(name) for name in self._pathway.features]
        told: dict[str, object] = {}
        declined: list[FeatureName] = []
        while (name := self._next(told, declined)) is not None:
            if name in known:
                told[name] = known[name]
            else:
                declined.append(name)
        enough = bisect_left(range(len(order)), x=True, key=lambda count: self._is_over(known, order[:count]))
        return Asked(len(told) + len(declined), enough, self._action(told) == self._action(known))

    def _next(self, told: Facts, declined: Sequence[FeatureName]) -> FeatureName | None:
        key = frozenset(declined), frozenset(self._alike(told))
        if key not in self._chosen:
            question = self._interview.next_question(told, declined)
            self._chosen[key] = question.feature if question else None
        return self._chosen[key]

    def _alike(self, told: Facts) -> Iterator[Hashable]:
        """Tell values apart as rules do; numbers whose sums rules look at, by their value."""
        patient = read_patient(self._pathway, told)
        for name in map(FeatureName, told):
            value = patient[name]
            yield name, value if name in self._table.numbers else tuple(self._table.domains[name].literals(value))

    def _is_over(self, known: Facts, asked: Sequence[str]) -> bool:
        told = {name: known[name] for name in asked if name in known}
        return self._interview.is_over(told, [name for name in asked if name not in known])

    def _action(self, facts: Facts) -> ActionId:
        audience = next(iter(self._pathway.wordings))
        return apply(self._pathway, read_patient(self._pathway, facts), audience=audience, today=TODAY).action


def simulated(pathway: Pathway, worked: Sequence[Facts], count: int) -> list[Facts]:
    """Put patients together, always the same ones."""
    chance = random.Random(SEED)  # noqa: S311 - nobody's secret hangs on it
    patients: list[Facts] = []
    while len(patients) < count:
        facts = {str(name): chance.choice(worked).get(name) for name in pathway.features}
        if not clashes(pathway, read_patient(pathway, facts)):
            patients.append(facts)
    return patients


def clashes(pathway: Pathway, patient: Patient) -> bool:
    """Whether some of a patient's facts cannot both be right."""
    reading = Reading(pathway, patient)
    return any(reading.holds(contradiction.rule) for contradiction in pathway.contradictions)


@cache
def measure() -> Measure:
    """Make ready to measure, once a process."""
    return Measure(load_condition("pars-defect").pathway)


def ask_all(patients: Sequence[Facts]) -> list[Asked]:
    """Ask patients one after another."""
    return [measure().ask(facts) for facts in patients]


def report(who: str, asked: Sequence[Asked], features: int) -> str:
    """Show what was asked as rows of a table."""
    rows = {
        "everything": [features],
        "in the order of the form": [one.in_order for one in asked],
        "interview": [one.interview for one in asked],
    }
    lines = [f"{len(asked)} {who}; the plan of all their facts: {sum(one.same_plan for one in asked)}"]
    lines += [f"  {way:26}{mean(counts):8.2f} questions{max(counts):6} at most" for way, counts in rows.items()]
    return "\n".join(lines)


def main() -> None:
    """Print the means for the worked patients whose facts do not clash, then for simulated ones."""
    count = int(sys.argv[1]) if sys.argv[1:] else SIMULATED
    condition = load_condition("pars-defect")
    pathway = condition.pathway
    every = [dict(case.facts) for case in load_worked_cases(condition)]
    worked = [facts for facts in every if not clashes(pathway, read_patient(pathway, facts))]
    print(report("worked patients", ask_all(worked), len(pathway.features)), flush=True)
    patients, start = simulated(pathway, every, count), perf_counter()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("fork")) as pool:
        # Who is alike at the start is asked in the same process, which then knows the next question.
        parts = [patients[at::PROCESSES] for at in range(PROCESSES)]
        asked = [one for part in pool.map(ask_all, parts) for one in part]
    print(report("simulated patients", asked, len(pathway.features)))
    print(f"  {perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
