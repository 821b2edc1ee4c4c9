"""The weeks of plans: the phases of procedures, held against each other and against the names of the pathway."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from isthmus.located import Steps
from isthmus.pathway.load_options import read_spoken
from isthmus.pathway.load_rules import RuleReader
from isthmus.pathway.load_word_shapes import SpokenShape, TimelinesFile, TimelineShape, WeeksFile, WeeksShape
from isthmus.pathway.load_words import read_review
from isthmus.pathway.words import Register, Sentence, Timeline, TimelinePhase, Wording, WordsReview
from isthmus.terms import ActionId, AudienceId, PhaseId

__all__ = ["Readers", "read_timelines"]


@dataclass(frozen=True)
class Readers:
    """Who is told: the words of each audience, its register, and what each status of a review says."""

    wordings: Mapping[AudienceId, Wording]
    registers: Mapping[AudienceId, Register]
    statuses: Mapping[str, str]


def read_timelines(
    file: TimelinesFile,
    rules: RuleReader,
    actions: Sequence[ActionId],
    procedures: Mapping[str, WeeksFile],
    readers: Readers,
) -> Mapping[ActionId, tuple[Timeline, ...]]:
    """Read which weeks a plan shows, and to whom.

    Args:
        file: The timelines, as they were written.
        rules: What reads their rules and collects their faults.
        actions: The actions of the pathway.
        procedures: The weeks of every procedure there is.
        readers: Who is told.

    Returns:
        For each action that has a timeline, all of them in the order in which they are tried.
    """
    reader = _Reader(rules, procedures, readers, read_review(file.review, readers.statuses))
    made: dict[ActionId, list[Timeline]] = {}
    for at, shape in enumerate(file.timelines):
        rules.known(shape.action, actions, ("timelines", at, "action"), "Action")
        made.setdefault(ActionId(shape.action), []).extend(reader.timeline(shape, ("timelines", at)))
    return MappingProxyType({action: tuple(timelines) for action, timelines in made.items()})


@dataclass(frozen=True)
class _Reader:
    rules: RuleReader
    procedures: Mapping[str, WeeksFile]
    readers: Readers
    review: WordsReview

    def timeline(self, shape: TimelineShape, steps: Steps) -> Iterator[Timeline]:
        """Read one timeline; none comes of one that has a fault."""
        for at, name in enumerate(shape.procedures):
            self.rules.known(name, self.procedures, (*steps, "procedures", at), "Procedure")
        rule = self.rules.rule(shape.when, (*steps, "when"))
        files = [self.procedures[name] for name in shape.procedures if name in self.procedures]
        weeks = _in_common(files)
        for at, phase in enumerate(shape.phases or ()):
            self.rules.known(phase, weeks, (*steps, "phases", at), "Phase")
        shown = [weeks[phase] for phase in (shape.phases or weeks) if phase in weeks]
        alone = files[0] if len(shape.procedures) == 1 and files else None
        says = shape.says or (alone.recovery_of if alone else None)
        if says is None:
            self.rules.fault(steps, "Nothing says for whom these weeks hold.", "Write it under `says`.")
        elif not shown:
            self.rules.fault(steps, "These procedures have no phase in common.", "Name others.")
        else:
            review = self.review if shape.says or alone is None else read_review(alone.review, self.readers.statuses)
            phases = tuple(self.phase(week, alone) for week in shown)
            yield Timeline(rule, shape.from_today, self.told(says, review), phases)

    def phase(self, week: WeeksShape, alone: WeeksFile | None) -> TimelinePhase:
        """Read a phase: in the words of its one procedure, or in those of the pathway where it belongs to several."""
        return TimelinePhase(
            id=week.phase,
            from_week=week.from_week,
            to_week=week.to_week,
            title=MappingProxyType(
                {
                    name: week.title.plain if register == "plain" else week.title.clinical
                    for name, register in self.readers.registers.items()
                }
            ),
            steps=self.steps(week, alone),
        )

    def steps(self, week: WeeksShape, alone: WeeksFile | None) -> Mapping[AudienceId, tuple[Sentence, ...]]:
        if alone is None:
            words = {name: wording.phases for name, wording in self.readers.wordings.items()}
            return MappingProxyType({name: phases.get(PhaseId(week.phase), ()) for name, phases in words.items()})
        review = read_review(alone.review, self.readers.statuses)
        said = [self.told(step, review) for step in week.steps]
        return MappingProxyType({name: tuple(step[name] for step in said) for name in self.readers.registers})

    def told(self, shape: SpokenShape, review: WordsReview) -> Mapping[AudienceId, Sentence]:
        spoken = read_spoken(shape, review)
        return MappingProxyType({name: spoken[register] for name, register in self.readers.registers.items()})


def _in_common(files: Sequence[WeeksFile]) -> dict[str, WeeksShape]:
    """Find the phases that have the same weeks in all procedures, as the first of them has them."""
    first, *others = [{week.phase: week for week in file.recovery} for file in files] or [{}]
    return {name: week for name, week in first.items() if all(_same(week, other.get(name)) for other in others)}


def _same(week: WeeksShape, other: WeeksShape | None) -> bool:
    return other is not None and (week.from_week, week.to_week) == (other.from_week, other.to_week)
