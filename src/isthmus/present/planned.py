"""What a plan holds beside its verdict: the days ahead, and the options of a talk in this case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from isthmus.plan import Plan, PlannedPhase, Weeks, Weighed
from isthmus.present.citer import Citer
from isthmus.present.sources import Sourced
from isthmus.terms import Window, in_weeks, window

__all__ = ["Dated", "Timeline", "Weighing", "timeline", "weighings"]


@dataclass(frozen=True)
class Dated:
    """Something that lies ahead: a phase or the next look, with its days where they are known.

    `weeks` says it in weeks; `free` waits for what a person can do, and for no day; `now` is where they are.
    """

    title: str
    weeks: str | None
    first: date | None
    last: date | None
    now: bool
    free: bool
    is_review: bool
    steps: tuple[Sourced, ...]


@dataclass(frozen=True)
class Timeline:
    """What lies ahead in the order of its days, and for whom its weeks hold."""

    says: Sourced | None
    dates: tuple[Dated, ...]


@dataclass(frozen=True)
class Weighing:
    """An option of a talk in this case: what speaks for and against it, and what could if it were so."""

    id: str
    title: str
    procedure: str
    speaks_for: tuple[Sourced, ...]
    speaks_against: tuple[Sourced, ...]
    could_speak_for: tuple[Sourced, ...]
    could_speak_against: tuple[Sourced, ...]

    def texts(self) -> tuple[str, ...]:
        """Everything that is said of it."""
        said = (*self.speaks_for, *self.speaks_against, *self.could_speak_for, *self.could_speak_against)
        return tuple(sentence.text for sentence in said)


def timeline(plan: Plan, citer: Citer) -> Timeline | None:
    """Lay out the days of a plan: its phases, and the next look among them where that is a day to come.

    Returns:
        None where nothing of the plan has a week or a day.
    """
    days = window(plan.today, plan.review.weeks)
    review = [_review(plan.review.when, days)] if days and days[1] > plan.today and plan.urgency == "ordinary" else []
    phases = list(_phases(plan.weeks, citer)) if plan.weeks else []
    if not review and not phases:
        return None
    return Timeline(citer.one(plan.weeks.says) if plan.weeks else None, tuple(_in_order([*phases, *review])))


def _review(when: str, days: Window) -> Dated:
    return Dated(when, None, *days, now=False, free=False, is_review=True, steps=())


def _phases(weeks: Weeks, citer: Citer) -> Iterator[Dated]:
    for phase in weeks.phases:
        yield Dated(
            title=phase.title,
            weeks=_weeks(phase),
            first=phase.first,
            last=phase.last,
            now=phase.now,
            free=phase.from_week is None,
            is_review=False,
            steps=citer.all(phase.steps),
        )


def _weeks(phase: PlannedPhase) -> str | None:
    """Say in which weeks it lies, unless its title says so already."""
    said = in_weeks((phase.from_week, phase.to_week))
    return None if phase.from_week is None or said == phase.title else said


def _in_order(dates: list[Dated]) -> list[Dated]:
    """Put the next look before the first phase that begins after it; the phases keep their order."""
    phases, reviews = [at for at in dates if not at.is_review], [at for at in dates if at.is_review]
    for review in reviews:
        later = (at for at, phase in enumerate(phases) if phase.first and review.first and phase.first > review.first)
        undated = (at for at, phase in enumerate(phases) if phase.first is None)
        phases.insert(next(later, next(undated, len(phases))), review)
    return phases


def weighings(options: Iterable[Weighed], citer: Citer) -> tuple[Weighing, ...]:
    """Lay the options of a talk side by side; none is ranked."""
    return tuple(
        Weighing(
            id=option.id,
            title=option.title,
            procedure=option.procedure,
            speaks_for=citer.all(option.speaks_for),
            speaks_against=citer.all(option.speaks_against),
            could_speak_for=citer.all(option.could_speak_for),
            could_speak_against=citer.all(option.could_speak_against),
        )
        for option in options
    )
