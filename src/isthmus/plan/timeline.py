"""The weeks of a plan: the phases that lie ahead, in the reader's words and where it can be on the reader's days."""

from collections.abc import Collection, Iterable
from datetime import date

from isthmus.pathway import Timeline, TimelinePhase
from isthmus.plan.model import PlannedPhase, Weeks
from isthmus.plan.reading import Reading
from isthmus.terms import AudienceId, Truth, after_weeks

__all__ = ["lay_out"]


def lay_out(
    timelines: Iterable[Timeline], reading: Reading, *, audience: AudienceId, today: date, detail: Collection[str]
) -> Weeks | None:
    """Lay the phases of an action out in weeks.

    Args:
        timelines: Those of the action, in the order in which they are tried.
        reading: What each name of the pathway comes to for the patient.
        audience: Whose words to use.
        today: The day of the plan.
        detail: The detail of the plan, which may name the phase of today.

    Returns:
        None where the action has no weeks that hold for the patient.
    """
    for timeline in timelines:
        if reading.read(timeline.when.tree).truth is Truth.TRUE:
            begins = today if timeline.from_today else None
            phases = (_phase(phase, audience, begins, now=phase.id in detail) for phase in timeline.phases)
            return Weeks(timeline.says[audience], tuple(phases))
    return None


def _phase(phase: TimelinePhase, audience: AudienceId, begins: date | None, *, now: bool) -> PlannedPhase:
    return PlannedPhase(
        phase=phase.id,
        title=phase.title[audience],
        from_week=phase.from_week,
        to_week=phase.to_week,
        first=after_weeks(begins, phase.from_week),
        last=after_weeks(begins, phase.to_week),
        now=now,
        steps=phase.steps[audience],
    )
