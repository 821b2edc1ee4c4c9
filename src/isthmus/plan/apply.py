"""A pathway applied to one patient: the first row whose rule is true sets the action, and flags pile up."""

from collections.abc import Iterable
from datetime import date

from isthmus.pathway import ACTION_NAME, ROW_NAME, Pathway, Recommendation, Sentence, Wording
from isthmus.plan.model import Classified, PathwayVersion, Plan, TracedRow
from isthmus.plan.patient import Patient
from isthmus.plan.reading import Reading
from isthmus.plan.timeline import lay_out
from isthmus.plan.trace import Tracer, shown
from isthmus.plan.weigh import weigh
from isthmus.terms import AudienceId, ClaimId, FlagId, Truth

__all__ = ["apply"]


def apply(pathway: Pathway, patient: Patient, *, audience: AudienceId, today: date) -> Plan:
    """Apply a pathway to one patient.

    Args:
        pathway: The rules and what they lead to.
        patient: The value of every case feature of the pathway.
        audience: One of the pathway's audiences, whose words to use.
        today: The day of the plan.

    Raises:
        LookupError: No row's rule is true, which `isthmus check` rules out for a pathway that is shipped.
    """
    reading = Reading(pathway, patient)
    row, trace = _first_row(pathway, reading)
    reading.name(ROW_NAME, row.row)
    reading.name(ACTION_NAME, row.action)
    detail = tuple(item.name for item in row.details if reading.holds(item.when))
    flags = tuple(flag.id for flag in pathway.flags if reading.holds(flag.when))
    action = pathway.actions[row.action]
    wording = pathway.wordings[audience]
    classified = reading.holds(pathway.classify_when)
    return Plan(
        condition=pathway.condition,
        pathway=PathwayVersion(pathway.version, pathway.sha256),
        audience=audience,
        today=today,
        action=action.id,
        title=wording.actions[action.id].title,
        stage=action.stage,
        urgency=action.urgency,
        row=row.row,
        detail=detail,
        flags=flags,
        classification=_classification(pathway, reading) if classified else (),
        outlook=_outlook(pathway, reading) if classified else (),
        trace=trace,
        review=action.review,
        citations=_citations(pathway, row, detail),
        steps=action.steps,
        wording=_wording(pathway, wording, row, detail, flags),
        words_review=wording.review,
        options=weigh(pathway.options.get(action.id, ()), reading, pathway.registers[audience]),
        weeks=lay_out(pathway.timelines.get(action.id, ()), reading, audience=audience, today=today, detail=detail),
        row_says=wording.rows[row.row],
        next=wording.actions[action.id].next,
        changes=wording.actions[action.id].changes,
        notice=pathway.notice,
    )


def _first_row(pathway: Pathway, reading: Reading) -> tuple[Recommendation, tuple[TracedRow, ...]]:
    trace, tracer = [], Tracer()
    for row in pathway.recommendations:
        traced = reading.read(row.when.tree)
        trace.append(TracedRow(row.row, traced.truth, tracer.part_of(traced)))
        if traced.truth is Truth.TRUE:
            return row, tuple(trace)
    message = "no row of the pathway is true"
    raise LookupError(message)


def _classification(pathway: Pathway, reading: Reading) -> tuple[Classified, ...]:
    lines = []
    for item in pathway.classification:
        traced = reading.values[item.name]
        value = item.words.get(shown(traced.value), shown(traced.value)) if traced.known else None
        lines.append(Classified(item.id, item.title, value))
    return tuple(lines)


def _outlook(pathway: Pathway, reading: Reading) -> tuple[ClaimId, ...]:
    return _once(claim for item in pathway.outlooks if reading.holds(item.when) for claim in item.claims)


def _once(claims: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
    return tuple(dict.fromkeys(claims))


def _citations(pathway: Pathway, row: Recommendation, detail: tuple[str, ...]) -> tuple[ClaimId, ...]:
    clashes = [claim for item in pathway.contradictions if item.id in detail for claim in item.claims]
    phases = [claim for phase in pathway.phases if phase.id in detail for claim in phase.claims]
    return _once([*row.claims, *clashes, *phases])


def _wording(
    pathway: Pathway, wording: Wording, row: Recommendation, detail: tuple[str, ...], flags: tuple[FlagId, ...]
) -> tuple[Sentence, ...]:
    sentences = [
        *wording.actions[row.action].says,
        *(wording.contradictions[item.id] for item in pathway.contradictions if item.id in detail),
        *(wording.flags[flag] for flag in flags),
    ]
    phases = (said for phase in pathway.phases if phase.id in detail for said in wording.phases[phase.id])
    return (*sentences, *phases)
