"""Proofs that the table is safe: danger comes first, and nobody is led further because something is not known."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from isthmus.pathway.model import CaseFeature, Recommendation
from isthmus.pathway.proofs.trial import Breach, Run, Trial
from isthmus.rules.proof import Case, Changes, Formula, Together, all_of, any_of, changed, given, not_, read, settled

__all__ = ["red_flags_first", "unknown_is_mild"]

_LOUDNESS = (("emergency",), ("emergency", "urgent"), ("emergency", "urgent", "question"))
"""The urgencies, each with all that are louder; what has to be asked first is louder than what is ordinary."""


def red_flags_first(trial: Trial) -> Iterator[Breach]:
    """Find dangers that another row hides, and red flags that alarm nobody, or not everybody, or are not asked about."""
    urgencies = {action.urgency for action in trial.pathway.actions.values()}
    if "emergency" not in urgencies and any(feature.red_flag for feature in trial.pathway.features.values()):
        yield Breach(
            trial.where("actions"), "There are red flags, and no action is an emergency", "Give one that urgency"
        )
    for row in trial.pathway.recommendations:
        yield from _hidden(trial, row)
    for feature in trial.pathway.features.values():
        if feature.red_flag and feature.type == "boolean":
            yield from _alarms(trial, feature)
        elif feature.red_flag:
            what = f"The red flag `{feature.name}` is not a truth, and of no other is this proved"
            yield Breach(trial.where("recommendations"), what, "Make it a case feature of type boolean")


def _hidden(trial: Trial, row: Recommendation) -> Iterator[Breach]:
    """Ask that an emergency is one whatever else is true, and that an urgent matter is never taken for an ordinary one."""
    urgency = trial.pathway.actions[row.action].urgency
    if urgency in ("emergency", "urgent"):
        heard = trial.urgent(_LOUDNESS[0] if urgency == "emergency" else _LOUDNESS[2])
        case = trial.solver.implies(trial.encoding.alone[row.row], heard)
        if case is not None:
            what = f"It is true of this patient, yet a row above decides, and not that it is {urgency}"
            yield Breach(trial.where(f"row {row.row}"), what, "Put danger first", (trial.run(case),))


def _alarms(trial: Trial, flag: CaseFeature) -> Iterator[Breach]:
    """Ask that a red flag brings somebody to care, and never makes a plan less urgent than its absence does."""
    louder = [trial.urgent(urgencies) for urgencies in _LOUDNESS]
    there, absent, unknown = (changed(louder, trial.symbols[flag.name].given(value)) for value in (True, False, None))
    if not trial.solver.reachable(all_of(there[1], not_(absent[1]))):
        what = f"The red flag `{flag.name}` brings nobody to care"
        yield Breach(trial.where("recommendations"), what, "Write a row that acts on it")
    if trial.solver.reachable(all_of(there[0], not_(absent[0]))):
        yield from _always(trial, flag, there[0], unknown[2])
    for value, without in ((False, absent), (None, unknown)):
        hushed = (all_of(loud, not_(with_it)) for loud, with_it in zip(without, there, strict=True))
        what = f"With the red flag `{flag.name}` the plan of this patient is less urgent than without"
        yield from _found(trial, flag, any_of(*hushed), what, (True, value))


def _always(trial: Trial, flag: CaseFeature, emergency: Formula, heard: Formula) -> Iterator[Breach]:
    """Ask that what is an emergency for some is one for all, and that nothing ordinary is said before it is known."""
    what = f"The red flag `{flag.name}` is an emergency for others, yet not for this patient"
    yield from _found(trial, flag, not_(emergency), what, (True,))
    asked = any_of(*(words[flag.name] for words in trial.encoding.details.values() if flag.name in words))
    if asked is False:
        what = f"The red flag `{flag.name}` can be an emergency, and no row asks for it"
        yield Breach(trial.where("recommendations"), what, "Ask for it")
    missing = all_of(*changed([asked], trial.symbols[flag.name].given(None)))
    what = f"The red flag `{flag.name}` is not known, and the plan of this patient does not wait for it"
    yield from _found(trial, flag, all_of(missing, not_(heard)), what, (None,))


def _found(
    trial: Trial, flag: CaseFeature, claim: Formula, what: str, values: tuple[bool | None, ...]
) -> Iterator[Breach]:
    """Show a patient, with one value of a red flag after another."""
    case = trial.solver.case(claim)
    if case is not None:
        runs = tuple(trial.run({**case, flag.name: value}) for value in values)
        yield Breach(trial.where("recommendations"), what, "Let red flags come first", runs)


def unknown_is_mild(trial: Trial) -> Iterator[Breach]:
    """Find patients who are led to more because something is not known than any answer to it would lead to.

    Where an answer makes another input asked for, that one is answered too: to be asked is not where care leads.
    """
    for feature in trial.pathway.features.values():
        yield from _milder(trial, feature.name)


class _Answer(NamedTuple):
    """What is so once case features came out in one way: that they can, and how far care is led."""

    names: tuple[str, ...]
    changes: Changes
    able: Formula
    led: list[Formula]


def _milder(trial: Trial, name: str) -> Iterator[Breach]:
    symbol = trial.symbols[name]
    first = trial.encoding.first_about(symbol)
    if first is None:
        return
    led = [step[first] for step in trial.steps]
    unknown = changed(led, symbol.given(None))
    answers = [answer for names in trial.asked_together(name) for answer in _answers(trial, names, led)]
    able = any_of(*(answer.able for answer in answers))
    too_far = (
        all_of(here, *(not_(all_of(answer.able, answer.led[step])) for answer in answers))
        for step, here in enumerate(unknown)
    )
    case = trial.solver.case(all_of(trial.encoding.undecided(first), able, any_of(*too_far)))
    if case is not None:
        what = f"Without `{name}` this patient is led further than any answer to it would lead"
        runs = trial.run({**case, name: None}), *_answered(trial, case, answers)
        yield Breach(trial.where("recommendations"), what, "Ask for it first, or choose what is milder", runs)


def _answered(trial: Trial, case: Case, answers: list[_Answer]) -> Iterator[Run]:
    """Plan for a patient with every answer that they can give."""
    facts = given(trial.symbols, case)
    for answer in answers:
        if settled(answer.able, facts):
            told = {name: read(trial.symbols[name].term, answer.changes, facts) for name in answer.names}
            yield trial.run({**case, **told})


def _answers(trial: Trial, names: tuple[str, ...], led: list[Formula]) -> Iterator[_Answer]:
    """Try values of case features not known: each in range, and with no contradiction that was not there without."""
    symbols = [trial.symbols[name] for name in names]
    clashes = trial.clashes_about(symbols)
    before = changed(clashes, [change for symbol in symbols for change in symbol.given(None)])
    ranges = all_of(*(trial.ranges.get(name, True) for name in names))
    missing = all_of(*(not_(symbol.term.known) for symbol in symbols[1:]))
    together = Together([ranges, *clashes, *led])
    for way in product(*(trial.regions.representatives(symbol) for symbol in symbols)):
        changes = [change for part in way for change in part]
        ranged, *after = together.changed(changes)
        new = (all_of(now, not_(then)) for then, now in zip(before, after, strict=False))
        yield _Answer(names, changes, all_of(missing, ranged, not_(any_of(*new))), after[len(clashes) :])
