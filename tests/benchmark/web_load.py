"""Ask the web application for a hundred pages a second, as visitors do, and print how long they wait: `make bench`.

The application is a process of its own behind real sockets; connections stay open. Requests are sent at their time whether
or not earlier ones were answered, and each is timed from the moment at which it was due: who waits in a queue is counted.
`/health` is asked in the same run and shows what the machine itself costs. `make soak` goes on for ten minutes and fails if memory
grows.
"""

import argparse
import asyncio
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.web_visits import Connection, Request, begin_visit, mixed

ISTHMUS = str(Path(sys.executable).with_name("isthmus"))
TARGETS_MS: Mapping[str, tuple[int | None, int | None]] = {
    "guide": (15, 60),
    "plan": (15, 60),
    "procedures": (15, 60),
    "ask": (None, 250),
    "health": (None, None),
}
"""p50 and p99 that are wanted."""

VISITORS = 20
WARM_UP = 60
"""Requests before the clock counts: each page once, and then some."""

IDLE_S = 3
"""How long a connection may be idle; the server closes it after five seconds."""

NEW_VISITORS_A_SECOND = 3

MOST_GROWTH = 1.05
"""Of memory from the second quarter of a soak to its last; the first fills what is kept."""


@dataclass
class Load:
    """A run: what was waited for in milliseconds by family, what failed, the server's memory in MB by the second.

    `late_ms` is how late the latest was sent, `worked_ms` how long the server's processor worked in all.
    """

    waits: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    late_ms: float = 0.0
    worked_ms: float = 0.0

    def share(self, family: str, percent: float) -> float:
        """Tell how long that share of requests waited at most."""
        waits = sorted(self.waits[family])
        return waits[min(len(waits) - 1, int(len(waits) * percent / 100))]

    def rows(self) -> Iterator[str]:
        """Show each family as a row of the table."""
        for family, (middle, most) in TARGETS_MS.items():
            if self.waits[family]:
                p50, p99 = self.share(family, 50), self.share(family, 99)
                yield f"{family:12}{p50:8.1f}{_said(middle):>8}{p99:8.1f}{_said(most):>8}{len(self.waits[family]):8}"

    def growth(self) -> float:
        """Tell by which factor memory grew from the second quarter to the last."""
        quarter = max(len(self.memory) // 4, 1)
        return median(self.memory[-quarter:]) / median(self.memory[quarter : 2 * quarter] or self.memory)


def _said(target: int | None) -> str:
    return "none" if target is None else str(target)


class Generator:
    """Sends requests at their times over as many kept connections as are needed."""

    def __init__(self, host: str, cookies: Sequence[str]) -> None:
        self.host, self.cookies = host, list(cookies)
        self.load = Load()
        self._idle: list[tuple[float, Connection]] = []

    async def warm_up(self) -> None:
        """Ask for everything a few times, one after the other, and forget how long it took."""
        requests = mixed()
        for number in range(WARM_UP):
            await self._one(next(requests), number, perf_counter())
        self.load = Load()

    async def run(self, rate: float, seconds: float, process: int) -> Load:
        """Send for some time."""
        worked, begun, requests, tasks = processor_ms(process), perf_counter(), mixed(), []
        watch = asyncio.create_task(self._watch(process))
        new = asyncio.create_task(self._newcomers())
        for number in range(int(rate * seconds)):
            due = begun + number / rate
            await asyncio.sleep(max(due - perf_counter(), 0))
            self.load.late_ms = max(self.load.late_ms, 1000 * (perf_counter() - due))
            tasks.append(asyncio.create_task(self._one(next(requests), number, due)))
        await asyncio.gather(*tasks)
        for beside in (watch, new):
            beside.cancel()
        await asyncio.wait({watch, new})
        self.load.worked_ms = processor_ms(process) - worked
        await asyncio.gather(*(connection.close() for _, connection in self._idle))
        return self.load

    async def _one(self, request: Request, number: int, due: float) -> None:
        connection = await self._connection()
        answer = await connection.ask(request.sent(self.host, self.cookies[number % len(self.cookies)]))
        self.load.waits[request.family].append(1000 * (perf_counter() - due))
        self._idle.append((perf_counter(), connection))
        if answer.status >= 400:
            self.load.failures.append(f"{request.method} {request.path}: {answer.status}")

    async def _connection(self) -> Connection:
        """Take the connection used last; the server closes one that was idle too long, so the rest is closed here."""
        if self._idle and perf_counter() - self._idle[-1][0] < IDLE_S:
            return self._idle.pop()[1]
        stale, self._idle = self._idle, []
        await asyncio.gather(*(connection.close() for _, connection in stale))
        return await Connection.to(self.host)

    async def _watch(self, process: int) -> None:
        while True:
            self.load.memory.append(resident_mb(process))
            await asyncio.sleep(1)

    async def _newcomers(self) -> None:
        """Begin visits all the time, as people come and go."""
        for number in range(sys.maxsize):
            await asyncio.sleep(1 / NEW_VISITORS_A_SECOND)
            self.cookies[number % len(self.cookies)] = await begin_visit(self.host, visitor(number))


def visitor(number: int) -> tuple[str, str]:
    """Make up what one visitor answers."""
    return ("age_years", str(10 + number % 60))


def resident_mb(process: int) -> float:
    """Read how much memory a process holds; 0 where the machine does not tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except FileNotFoundError:
        return 0.0
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS"))


def processor_ms(process: int) -> float:
    """Read how long the processor worked for a process; 0 where the machine does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """Serve the application in a process of its own; give its host and the number of the process."""
    with subprocess.Popen([ISTHMUS, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().partition("http://")[2].partition("/")[0], server.pid
        finally:
            server.terminate()


async def _measure(rate: float, seconds: float) -> Load:
    with serving() as (host, process):
        cookies = [await begin_visit(host, visitor(number)) for number in range(VISITORS)]
        generator = Generator(host, cookies)
        await generator.warm_up()
        return await generator.run(rate, seconds, process)


def _show(load: Load, rate: float, seconds: float) -> None:
    print(f"web pages, {rate:g} a second for {seconds:g} s, milliseconds from the moment each was due")
    print(f"{'family':12}{'p50':>8}{'target':>8}{'p99':>8}{'target':>8}{'pages':>8}")
    print("\n".join(load.rows()))
    quarters = [median(load.memory[at * len(load.memory) // 4 :][: max(len(load.memory) // 4, 1)]) for at in range(4)]
    print(f"memory by quarters: {', '.join(f'{mb:.0f}' for mb in quarters)} MB; grew by {load.growth() - 1:+.1%}")
    count = sum(map(len, load.waits.values()))
    print(f"the server's processor worked {load.worked_ms / count:.1f} ms a page")
    print(f"sent at most {load.late_ms:.0f} ms after they were due; failed: {len(load.failures)} {load.failures[:3]}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a request failed, or where a soak shows that memory grows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rate", type=float, default=100, help="requests a second, a tenth of them questions")
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--soak", action="store_true", help="fail if memory grows")
    chosen = options.parse_args(arguments)
    load = asyncio.run(_measure(chosen.rate, chosen.seconds))
    _show(load, chosen.rate, chosen.seconds)
    return int(bool(load.failures) or (chosen.soak and load.growth() > MOST_GROWTH))


if __name__ == "__main__":
    sys.exit(main())
