"""Measure isthmus and print a table: `make bench`.

Processes are timed in turn with `python -c pass`, so that both meet the same weather. Nothing passes or fails here:
targets are printed for the eye.
"""

import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from isthmus import load_condition, plan
from isthmus.condition import load_worked_cases

PROCESS_RUNS = 15
PLAN_RUNS = 200
TODAY = date(2026, 1, 1)
QUESTION = "What is the treatment for a pars defect?"
ISTHMUS = str(Path(sys.executable).with_name("isthmus"))
NOTHING = [sys.executable, "-c", "pass"]


@dataclass(frozen=True)
class Measured:
    """What was measured: medians in seconds, over `runs` runs each."""

    what: str
    seconds: float
    baseline: float
    target: float
    runs: int

    def row(self) -> str:
        """Show it as a row of the table, in milliseconds."""
        times = f"{self.seconds * 1000:10.2f} {self.target * 1000:10.0f} {self.baseline * 1000:14.2f}"
        return f"{self.what:34}{times} {self.seconds / self.baseline:8.2f} {self.runs:6}"


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def process(command: Sequence[str]) -> Callable[[], object]:
    """Make a call that runs a whole process and fails when it does."""
    return lambda: subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def measure(what: str, work: Callable[[], object], *, target: float, runs: int = PROCESS_RUNS) -> Measured:
    """Time `work` in turn with a Python process that does nothing; the first of each only warms up."""
    nothing = process(NOTHING)
    pairs = [(seconds(nothing), seconds(work)) for _ in range(PROCESS_RUNS + 1)][1:]
    works = [one for _, one in pairs]
    works += [seconds(work) for _ in range(runs - PROCESS_RUNS)]
    return Measured(what, median(works), median(one for one, _ in pairs), target, runs)


def speed() -> list[Measured]:
    """Measure the commands as whole processes, the import, and one plan in this process."""
    condition = load_condition("pars-defect")
    facts = load_worked_cases(condition)[-1].facts
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "case.yaml")
        case.write_text("".join(f"{name}: {yaml(value)}\n" for name, value in facts.items()), "utf-8")
        return [
            measure("import isthmus", process([sys.executable, "-c", "import isthmus"]), target=0.15),
            measure("isthmus plan", process([ISTHMUS, "plan", str(case)]), target=0.5),
            measure("isthmus ask", process([ISTHMUS, "ask", QUESTION]), target=1.0),
            measure(
                "one plan, in process, with trace",
                lambda: plan(condition, facts, today=TODAY),
                target=0.001,
                runs=PLAN_RUNS,
            ),
        ]


def yaml(value: object) -> str:
    """Write a case feature's value as YAML."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case list() | tuple():
            return f"[{', '.join(map(str, value))}]"
        case _:
            return str(value)


def main() -> None:
    """Print the speed, of one patient and of populations too, the time that proofs take, how much an interview asks, what the verifier refuses, how long visitors of the web wait, and how good the answers are."""
    print(
        f"{'milliseconds, medians':34}{'measured':>10} {'target':>10} {'python -c pass':>14} {'ratio':>8} {'runs':>6}"
    )
    for measured in speed():
        print(measured.row())
    print()
    sys.stdout.flush()
    # Each a process of its own: it starts others, which must find it by its name, or wants the machine as it is found.
    for name in ("one_patient.py", "populations.py", "proofs.py", "interviews.py", "lies.py", "web_load.py"):
        subprocess.run([sys.executable, str(Path(__file__).with_name(name))], check=True)
        print(flush=True)
    if "ISTHMUS_SHARED" not in os.environ:
        print(
            "questions, libraries, known answers, kinds of answer, speed of search, evidence, digests: skipped, because ISTHMUS_SHARED does not name the folder that holds them"
        )
        return
    runpy.run_path(str(Path(__file__).with_name("questions.py")), run_name="__main__")
    for name in ("libraries.py", "known_item.py", "asked_kind.py", "search_speed.py", "sentences.py", "digests.py"):
        print(flush=True)
        subprocess.run([sys.executable, str(Path(__file__).with_name(name))], check=True)


if __name__ == "__main__":
    main()
