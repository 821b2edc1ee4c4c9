"""Teach the listener what sounds like danger, from messages that were written for it, into `alarms.yaml`.

Run as `python -m tests.benchmark.learn_alarms`. The same messages make the same file. It prints how well a listener does
on the messages of each voice when it was taught by the other voices only, and by the tables that watches are held against.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from isthmus.answer.hear import signs_of
from isthmus.claims import Listener, Scale, Words
from isthmus.claims.listener import share_of_each
from isthmus.claims.load_sets import load_sets
from isthmus.condition import built_in_knowledge, load_condition
from isthmus.located import parse_yaml

SPEC = Path(__file__).parents[1] / "spec" / "answer"
CONDITION = built_in_knowledge() / "conditions" / "pars-defect"
TAUGHT, SETS = CONDITION / "alarms.yaml", CONDITION / "sets.yaml"
BAR = 0.5
STEP = 0.2
FEWEST_MESSAGES = 2
PULL = 0.3
"""How strongly weights are drawn towards none."""
STEPS = 400
WIDTH = 125

Vector = NDArray[np.float64]
Label = Literal["emergency", "send_to_care", "other"]
LABELS: tuple[Label, ...] = ("emergency", "send_to_care", "other")
TABLES: dict[str, Label] = {
    "emergency": "emergency",
    "send_to_care": "send_to_care",
    "no_alarm": "other",
    "not_stopped": "other",
    "abstain": "other",
    "clarify": "other",
}
HEAD = """\
# yaml-language-server: $schema=../../.schema/alarms.json
# What the listener for danger was taught: how alarming each stem is, each two that follow each other, each named set of
# words (`sets.yaml`), and each two of these that meet in a sentence, in steps of log-odds. Learned by
# tests/benchmark/learn_alarms.py from messages that were written for it; never written by hand. Not reviewed by a clinician.
#
# bar     the chance of danger from which it is heard.
# danger  weighs danger against none, haste an emergency against what can wait for days.
"""


@dataclass(frozen=True)
class Message:
    """What somebody wrote, as the signs in it, with what it is and in whose voice."""

    signs: frozenset[str]
    label: Label
    voice: str


def main() -> None:
    """Teach a listener by all voices but one, for each, tell how it does, and then by all, and write what it was taught."""
    messages = list(read())
    voices = sorted({message.voice for message in messages} - {"tables"})
    for voice in voices:
        listener = teach([message for message in messages if message.voice != voice])
        print(voice, *told(listener, [message for message in messages if message.voice == voice]), sep="; ")
    listener = teach(messages)
    TAUGHT.write_text("".join(written(listener)), encoding="utf-8")
    print(f"{len(listener.danger.weights)} and {len(listener.haste.weights)} signs; {TAUGHT.stat().st_size} bytes")


def read() -> Iterator[Message]:
    """Read the messages, and the tables of the watches as one more voice."""
    corrected, sets = load_condition("pars-defect").evidence.lexicon.spelling.corrected, load_sets(SETS).sets
    files = [(SPEC / "messages" / f"{label}.yaml", label) for label in LABELS]
    tables = [(SPEC / "safety" / f"{name}.yaml", label) for name, label in TABLES.items()]
    for path, label in [*files, *tables]:
        for voice, texts in parse_yaml(path.read_text(encoding="utf-8"), path.name).value.items():
            for text in texts:
                signs = signs_of(Words.of(corrected(text)), sets)
                yield Message(signs, label, voice if path.parent.name == "messages" else "tables")


def teach(messages: Sequence[Message]) -> Listener:
    """Teach a listener by messages."""
    urgent = [message for message in messages if message.label != "other"]
    return Listener(
        bar=BAR,
        danger=learn([(message.signs, message.label != "other") for message in messages]),
        haste=learn([(message.signs, message.label == "emergency") for message in urgent]),
    )


def learn(rows: Sequence[tuple[Collection[str], bool]]) -> Scale:
    """Fit a logistic regression, drawn towards no weights, in which a rare sign may weigh more.

    Source:
        Sparck Jones, Journal of Documentation 1972, 28(1):11, for the rarity of a sign.
    """
    held = Counter(sign for signs, _ in rows for sign in signs)
    signs = sorted(sign for sign, count in held.items() if count >= FEWEST_MESSAGES)
    rarity = np.array([1 + math.log((1 + len(rows)) / (1 + held[sign])) for sign in signs])
    weights = fit(Table.of([own for own, _ in rows], signs, rarity), np.array([right for _, right in rows], np.float64))
    levels = np.rint(np.append(weights[:-1] * rarity, weights[-1]) / STEP)
    kept = {sign: STEP * float(level) for sign, level in zip(signs, levels[:-1], strict=True) if level}
    return Scale(start=STEP * float(levels[-1]), weights=kept)


@dataclass(frozen=True)
class Table:
    """Which message holds which sign, as the places that are not empty: a row for each message, a last column of ones."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    values: Vector
    shape: tuple[int, int]

    @classmethod
    def of(cls, messages: Sequence[Collection[str]], signs: Sequence[str], rarity: Vector) -> "Table":
        """Write down the signs of messages; those of a message weigh less where there are many."""
        column = {sign: at for at, sign in enumerate(signs)}
        held = [[column[sign] for sign in sorted(own) if sign in column] for own in messages]
        values = [rarity[at] * share_of_each(own) for own, at in zip(messages, held, strict=True)]
        return cls(
            rows=np.repeat(np.arange(len(held)), [len(at) + 1 for at in held]),
            columns=np.concatenate([[*at, len(signs)] for at in held]).astype(np.intp),
            values=np.concatenate([np.append(value, 1.0) for value in values]),
            shape=(len(held), len(signs) + 1),
        )

    def times(self, weights: Vector) -> Vector:
        """Add up the weights of what each message holds."""
        return np.bincount(self.rows, self.values * weights[self.columns], self.shape[0]).astype(np.float64)

    def back(self, misses: Vector) -> Vector:
        """Add up for each sign the misses of the messages that hold it."""
        return np.bincount(self.columns, self.values * misses[self.rows], self.shape[1]).astype(np.float64)

    def steepness(self) -> float:
        """Find the largest eigenvalue of the products of all signs, by repeated multiplication."""
        towards = np.ones(self.shape[1])
        for _ in range(30):
            towards = self.back(self.times(towards))
            towards /= np.linalg.norm(towards)
        return float(np.linalg.norm(self.times(towards)) ** 2)


def fit(told: Table, right: Vector) -> Vector:
    """Find the weights, of which the last is where everything starts from.

    Source:
        Nesterov's accelerated gradient; Beck and Teboulle, SIAM J. Imaging Sciences 2(1), 2009, doi:10.1137/080716542.
    """
    pull = np.append(np.full(told.shape[1] - 1, PULL), 0.0)
    pace = 1 / (told.steepness() / 4 + PULL)
    weights = ahead = np.zeros(told.shape[1])
    for step in range(1, STEPS + 1):
        miss = 1 / (1 + np.exp(-told.times(ahead))) - right
        before, weights = weights, ahead - pace * (told.back(miss) + pull * ahead)
        ahead = weights + (step - 1) / (step + 2) * (weights - before)
    return weights


def told(listener: Listener, messages: Sequence[Message]) -> Iterator[str]:
    """Say for the messages of each label what was heard in them."""
    for label in LABELS:
        own = [message for message in messages if message.label == label]
        heard = Counter(listener.hears(message.signs) or "other" for message in own)
        yield f"{label} {len(own)}: " + ", ".join(f"{heard[one]} {one}" for one in LABELS)


def written(listener: Listener) -> Iterator[str]:
    """Write what a listener was taught as its file, the most alarming signs first."""
    yield f"{HEAD}bar: {listener.bar}\nstep: {STEP}\n"
    for name, scale in (("danger", listener.danger), ("haste", listener.haste)):
        yield f"{name}:\n  start: {round(scale.start / STEP)}\n  levels:\n"
        by_level: dict[int, list[str]] = {}
        for sign, weight in sorted(scale.weights.items()):
            by_level.setdefault(round(weight / STEP), []).append(sign)
        for level, signs in sorted(by_level.items(), reverse=True):
            yield from (f"{line}\n" for line in lines(f"    {level}: >-", signs))


def lines(head: str, signs: Iterable[str]) -> Iterator[str]:
    """Break signs into lines below their head."""
    yield head
    line = "     "
    for sign in signs:
        if len(line) + len(sign) >= WIDTH:
            yield line
            line = "     "
        line += f" {sign}"
    yield line


if __name__ == "__main__":
    main()
