"""Do all backends come to the same, whatever the rule and whoever the patient?

Run by itself it draws as many (rule, patient) pairs as it is told to, and closes with a count of disagreements and the
smallest of each rule: `python tests/generative/agree.py --pairs 1000000`.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import count
from multiprocessing.util import Finalize
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.generative.engines import stop
from tests.generative.rules import SCOPE, expressions, has_type, values_of
from tests.generative.runners import RUNNERS, Answer, Answers, Row, Runner, Scope, same

from isthmus.rules import Cql, Expr, Literal, Name, Type, fold

Runners = Mapping[str, Runner]

DEPTH, RULES, PATIENTS = 3, 100, 100
"""How deep rules nest, and how many of them meet how many patients in one batch."""


@dataclass(frozen=True)
class Failure:
    """What a backend comes to that comes to nothing: always a disagreement."""

    message: str


@dataclass(frozen=True)
class Disagreement:
    """A rule and a patient of which a backend does not say what the reference says."""

    backend: str
    rule: Expr
    patient: Row
    expected: Answer
    found: Answer

    def __str__(self) -> str:
        return (
            f"{fold(self.rule, Cql())}\n  of {dict(self.patient)}\n"
            f"  is {self.expected!r}\n  and to {self.backend}: {self.found!r}\n"
        )


# drawing


def draw_rules(number: int, start: int) -> list[Expr]:
    """Draw rules that have a type, none twice; the same ones for the same start."""
    drawn: dict[Expr, None] = {}

    @seed(start)
    @settings(max_examples=number, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=_ALL)
    @given(expressions(DEPTH))
    def draw(rule: Expr) -> None:
        if has_type(rule):
            drawn[rule] = None

    draw()
    return list(drawn)


_ALL = list(HealthCheck)


def draw_patients(number: int, start: int) -> list[Row]:
    """Draw patients, a third of whose facts are not known; the same ones for the same start."""
    chance = random.Random(start)  # noqa: S311 - patients, not secrets
    return [{name: _fact(type_, chance) for name, type_ in SCOPE.items()} for _ in range(number)]


def _fact(type_: Type, chance: random.Random) -> Answer:
    return None if chance.random() < 1 / 3 else chance.choice(values_of(type_))


# comparing


@cache
def runners_here() -> Runners:
    """Find the backends that can be run here; of one that cannot, such as a database, the reason is printed."""
    return {name: runner for name, runner in RUNNERS.items() if _runs(name, runner)}


def _runs(name: str, runner: Runner) -> bool:
    try:
        runner([Literal(value=True)], {}, [{}])
    except pytest.skip.Exception as reason:
        print(f"{name} is left out: {reason}", flush=True)
        return False
    return True


def disagreements(
    runners: Runners, rules: Sequence[Expr], patients: Sequence[Row], scope: Scope = SCOPE
) -> Iterator[Disagreement]:
    """Run rules over patients on every backend, and tell where one differs from the first, which is the reference."""
    expected, *others = (_run(runner, rules, scope, patients) for runner in runners.values())
    for name, found in zip(list(runners)[1:], others, strict=True):
        for patient, ours, theirs in zip(patients, expected, found, strict=True):
            for rule, one, other in zip(rules, ours, theirs, strict=True):
                if not same(one, other):
                    yield Disagreement(name, rule, patient, one, other)


def _run(runner: Runner, rules: Sequence[Expr], scope: Scope, patients: Sequence[Row]) -> Answers:
    try:
        return runner(rules, scope, patients)
    except Exception as error:  # noqa: BLE001 - whatever it is, a backend that cannot run a rule disagrees about it
        if len(rules) == 1:
            return [[Failure(f"{type(error).__name__}: {error}")] for _ in patients]
        columns = [[answer for (answer,) in _run(runner, [rule], scope, patients)] for rule in rules]
        return [list(answers) for answers in zip(*columns, strict=True)]


def smallest(runners: Runners, found: Disagreement) -> Disagreement:
    """Find the smallest part of the rule that is read in two ways, for a patient of whom little is known."""
    two = {name: runners[name] for name in (next(iter(runners)), found.backend)}
    for part in sorted(_parts(found.rule), key=lambda part: len(_parts(part))):
        smaller = next(disagreements(two, [part], [found.patient]), None) if has_type(part) else None
        if smaller:
            return _with_little_known(two, smaller)
    return found


def _with_little_known(two: Runners, found: Disagreement) -> Disagreement:
    names = {part.name for part in _parts(found.rule) if isinstance(part, Name)}
    patient = {name: value for name, value in found.patient.items() if name in names}
    for name in names:
        without = {**patient, name: None}
        if any(disagreements(two, [found.rule], [without])):
            patient = without
    return next(disagreements(two, [found.rule], [patient]))


def _parts(rule: Expr) -> list[Expr]:
    return [rule, *(part for operand in rule.operands() for part in _parts(operand))]


# many


def batch(start: int) -> tuple[int, list[Disagreement]]:
    """Draw one batch and compare it: how many pairs, and one disagreement for each backend and rule that has any."""
    rules, patients = draw_rules(RULES, start), draw_patients(PATIENTS, start)
    found = {(one.backend, one.rule): one for one in disagreements(runners_here(), rules, patients)}
    return len(rules) * len(patients), [smallest(RUNNERS, one) for one in found.values()]


def _begin() -> None:
    """Let a process of the pool end its databases when it ends, for it does not run what is registered with atexit."""
    Finalize(None, stop, exitpriority=0)


def names_here() -> str:
    """Name the backends that are compared."""
    return ", ".join(runners_here())


def main() -> int:
    """Draw batches until there are pairs enough, two at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1_000_000, help="how many (rule, patient) pairs to draw")
    parser.add_argument("--start", type=int, default=0, help="draw other pairs")
    asked = parser.parse_args()
    pairs, begun, found = 0, time.monotonic(), list[Disagreement]()
    with ProcessPoolExecutor(2, initializer=_begin) as pool:  # a connection to a database belongs to one process
        backends = pool.submit(names_here).result()
        numbers = count(asked.start)
        while pairs < asked.pairs:
            for number, some in pool.map(batch, [next(numbers) for _ in range(10)]):
                pairs += number
                found += some
            print(f"{pairs:,} pairs, {len(found)} disagreements, {time.monotonic() - begun:.0f} s", flush=True)
    for one in {(one.backend, one.rule): one for one in found}.values():
        print(one)
    print(f"{pairs:,} (rule, patient) pairs on {backends}: {len(found)} disagreements")
    return 3 if found else 0


if __name__ == "__main__":
    sys.exit(main())
