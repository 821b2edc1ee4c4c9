"""Teach the listener what messages are, from messages that were written for it, into `listener.yaml`.

Run as `python -m tests.benchmark.learn_listener`; it takes about a minute. The same messages make the same file. With
`--voices` it only prints, instead, how well a listener hears each voice that was taught by the others.
"""

import math
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tests.benchmark.softmax import Places, Table, Vector, fit

from isthmus.answer.signs import signs_of
from isthmus.answer.watch import words_of
from isthmus.claims import URGENT, Listener, Scale
from isthmus.claims.listener import ANSWERABLE, ELSEWHERE, share_of_each
from isthmus.claims.load_sets import load_sets
from isthmus.condition import built_in_knowledge, load_condition
from isthmus.located import parse_yaml

SPEC = Path(__file__).parents[1] / "spec" / "answer"
CONDITION = built_in_knowledge() / "conditions" / "pars-defect"
TAUGHT, SETS = CONDITION / "listener.yaml", CONDITION / "sets.yaml"
DANGER = 0.36
REQUEST = 0.28
PART = 0.92
BRIEF = 0.5
BRIEF_REQUEST = 0.4
SURELY_ANSWERABLE = 0.9
STEP = 0.5
FEWEST_MESSAGES = 3
LEAST_STEPS = 3
WIDTH = 125

DANGERS = (*URGENT, "too-much", "another-emergency", "harm-by-somebody")
"""What is danger, of whatever kind, heard together."""
MESSAGES = (
    *(*DANGERS, "self-harm", ANSWERABLE, ELSEWHERE),
    *("dose", "stopping-a-drug", "reading-a-scan", "clearance", "naming-a-provider", "money"),
)
"""What a message may be, each a file of messages."""
ALONE = {"self-harm": 0.38}
"""Those that are danger too, but heard by themselves and not together with what is urgent, from which chance on."""
TABLES = {
    "emergency": "emergency",
    "send_to_care": "send_to_care",
    "no_alarm": ANSWERABLE,
    "not_stopped": ANSWERABLE,
    "clarify": ANSWERABLE,
}
"""What the messages of each table of the watches are."""
OF_ITS_OWN = {"self_harm": "self-harm"}
"""What the rows of these tables are that are something else than the rest."""
REFUSED = {
    "dose": "dose",
    "stopping_a_drug": "stopping-a-drug",
    "scan": "reading-a-scan",
    "clearance": "clearance",
    "provider": "naming-a-provider",
    "costs": "money",
    "other_illness": ELSEWHERE,
    "off_topic": ELSEWHERE,
}
"""What the rows of the table of what is not answered are, where all of a row are alike."""
HEAD = """\
# yaml-language-server: $schema=../../.schema/listener.json
# What the listener was taught: for whatever a message may be, how much each stem in it speaks for that, each two that follow
# each other, each named set of words (`sets.yaml`), and each two of these that meet in a sentence, in steps of log-odds.
# Learned by tests/benchmark/learn_listener.py from messages that were written for it; never written by hand. Not reviewed
# by a clinician.
#
# danger   the chance of all `dangers` together from which danger is heard.
# alone    what is heard as danger by itself, and from which chance on.
# request  the chance of one request for what is never done from which it is heard.
# part     the chance of danger from which it is heard in a part of a message, beside another question.
# brief    the chance of all `dangers` together from which danger is heard in a few words.
# brief_request  the chance of one request from which it is heard in a few words.
# surely_answerable  the chance of `answerable` from which a message sounds like nothing but a question that may be answered.
"""


@dataclass(frozen=True)
class Message:
    """What somebody wrote, as the signs in it, with what it is and in whose voice; those of no voice are in the product."""

    signs: frozenset[str]
    words: int
    label: str
    voice: str = ""


def main() -> None:
    """Teach a listener, and write what it was taught; or tell how well it hears voices that it was not taught by."""
    messages = list(read())
    if sys.argv[1:] == ["--voices"]:
        for line in by_voice(messages):
            print(line, flush=True)
        return
    listener = teach(messages)
    TAUGHT.write_text("".join(written(listener)), encoding="utf-8")
    signs = sum(len(scale.weights) for scale in listener.scales.values())
    print(f"{signs} weights from {len(messages)} messages; {TAUGHT.stat().st_size} bytes")


def read() -> Iterator[Message]:
    """Read the messages, the tables of the watches, and the ways to ask that have an answer."""
    evidence = load_condition("pars-defect").evidence
    sets = load_sets(SETS).sets

    def heard(texts: Iterable[str], label: str, voice: str = "") -> Iterator[Message]:
        told = (words_of(text, evidence) for text in texts)
        return (
            Message(signs_of(words, sets, evidence.guard.denied_in(words)), len(words.words), label, voice)
            for words in told
        )

    for label in MESSAGES:
        for voice, texts in rows_of(label):
            yield from heard(texts, label, voice)
    for name, label in TABLES.items():
        for row, texts in _rows(SPEC / "safety" / f"{name}.yaml"):
            yield from heard(texts, OF_ITS_OWN.get(row, label))
    for row, texts in _rows(SPEC / "safety" / "abstain.yaml"):
        if row in REFUSED:
            yield from heard(texts, REFUSED[row])
    for facet in evidence.facets.rows:
        yield from heard(facet.asks, ANSWERABLE)


def rows_of(label: str) -> Iterable[tuple[str, list[str]]]:
    """Read the messages of a label, by voice."""
    return _rows(SPEC / "messages" / f"{label}.yaml")


def _rows(path: Path) -> Iterable[tuple[str, list[str]]]:
    rows: dict[str, list[str]] = parse_yaml(path.read_text(encoding="utf-8"), path.name).value
    return rows.items()


def teach(messages: Sequence[Message]) -> Listener:
    """Fit a multinomial logistic regression, drawn towards no weights, in which a rare sign may weigh more.

    Source:
        Sparck Jones, Journal of Documentation 1972, 28(1):11, for the rarity of a sign.
    """
    held = Counter(sign for message in messages for sign in message.signs)
    signs = sorted(sign for sign, count in held.items() if count >= FEWEST_MESSAGES)
    column = {sign: at for at, sign in enumerate(signs)}
    rarity = np.array([1 + math.log((1 + len(messages)) / (1 + held[sign])) for sign in signs])
    table = Table.of([_row(message.signs, column, rarity) for message in messages], len(signs))
    weights = fit(table, np.array([[message.label == label for label in MESSAGES] for message in messages], np.float64))
    weights[:-1] *= rarity[:, None]
    levels = np.rint((weights - weights.mean(1, keepdims=True)) / STEP)  # only what differs between labels counts
    scales = {label: _scale(signs, own) for label, own in zip(MESSAGES, levels.T, strict=True)}
    return Listener(DANGER, REQUEST, PART, BRIEF, BRIEF_REQUEST, SURELY_ANSWERABLE, DANGERS, ALONE, scales)


def _row(own: Collection[str], column: dict[str, int], rarity: Vector) -> tuple[Places, Vector]:
    held = np.array([column[sign] for sign in sorted(own) if sign in column], np.intp)
    return held, rarity[held] * share_of_each(own)


def _scale(signs: Sequence[str], levels: Vector) -> Scale:
    """Keep what weighs at least two steps; the many signs that weigh less add nothing that was found to matter."""
    kept = {sign: STEP * float(own) for sign, own in zip(signs, levels[:-1], strict=True) if abs(own) >= LEAST_STEPS}
    return Scale(start=STEP * float(levels[-1]), weights=kept)


def by_voice(messages: Sequence[Message]) -> Iterator[str]:
    """Teach a listener by all voices but one, for each, and tell what it hears in that one."""
    whole: Counter[tuple[str, str]] = Counter()
    for voice in sorted({message.voice for message in messages} - {""}):
        listener = teach([message for message in messages if message.voice != voice])
        own = [message for message in messages if message.voice == voice]
        heard = Counter((message.label, listener.hears(message.signs, message.words) or "-") for message in own)
        yield from told(voice, heard)
        whole += heard
    yield from told("all", whole)


def told(voice: str, heard: Counter[tuple[str, str]]) -> Iterator[str]:
    """Say for the messages of each label what was heard in them, the most frequent first."""
    for label in MESSAGES:
        own = Counter({what: count for (right, what), count in heard.items() if right == label})
        if own:
            yield f"{voice}; {label} {own.total()}: " + ", ".join(
                f"{what} {count}" for what, count in own.most_common()
            )


def written(listener: Listener) -> Iterator[str]:
    """Write what a listener was taught as its file, what speaks most for each thing first."""
    alone = ", ".join(f"{name}: {bar}" for name, bar in listener.alone.items())
    yield HEAD
    for bar in ("danger", "request", "part", "brief", "brief_request", "surely_answerable"):
        yield f"{bar}: {getattr(listener, bar)}\n"
    yield f"dangers: [{', '.join(listener.dangers)}]\n"
    yield f"alone: {{{alone}}}\nstep: {STEP}\nscales:\n"
    for label, scale in listener.scales.items():
        yield f"  {label}:\n    start: {round(scale.start / STEP)}\n    levels:\n"
        by_level: dict[int, list[str]] = {}
        for sign, weight in sorted(scale.weights.items()):
            by_level.setdefault(round(weight / STEP), []).append(sign)
        for level, signs in sorted(by_level.items(), reverse=True):
            yield from (f"{line}\n" for line in lines(f"      {level}: >-", signs))


def lines(head: str, signs: Iterable[str]) -> Iterator[str]:
    """Break signs into lines below their head."""
    yield head
    line = " " * 7
    for sign in signs:
        if len(line) + len(sign) >= WIDTH:
            yield line
            line = " " * 7
        line += f" {sign}"
    yield line


if __name__ == "__main__":
    main()
