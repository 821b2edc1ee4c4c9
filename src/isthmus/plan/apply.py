"""A pathway applied to one patient: the first row whose rule is true sets the action, and flags pile up."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from isthmus.pathway import ACTION_NAME, ROW_NAME, Pathway, Recommendation, Sentence, Wording, contradiction_name
from isthmus.plan.model import Classified, PathwayVersion, Plan, TracedRow
from isthmus.plan.patient import Patient
from isthmus.plan.trace import Tracer, shown
from isthmus.rules import Evaluate, Name, Rule, Traced, fold
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
    reading = _Reading(pathway, patient)
    row, trace = reading.first_row()
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
        classification=reading.classification() if classified else (),
        outlook=reading.outlook() if classified else (),
        trace=trace,
        review=action.review,
        citations=_citations(pathway, row, detail),
        steps=action.steps,
        wording=_wording(pathway, wording, row, detail, flags),
        notice=pathway.notice,
    )


@cache
def _leaf(name: str) -> Name:
    return Name(name, text=name)


class _Reading:
    """The pathway's names as they come out for one patient, and rules read with them."""

    def __init__(self, pathway: Pathway, patient: Patient) -> None:
        self.pathway = pathway
        self.values = {str(name): Traced(_leaf(name), value) for name, value in patient.items()}
        for parameter in pathway.parameters.values():
            self.values[parameter.name] = Traced(_leaf(parameter.name), parameter.value)
        self.backend = Evaluate(self.values)
        for definition in pathway.definitions.values():
            self.values[definition.name] = self.read(definition.rule)
        for contradiction in pathway.contradictions:
            self.values[contradiction_name(contradiction.id)] = self.read(contradiction.rule)

    def name(self, name: str, value: str) -> None:
        self.values[name] = Traced(_leaf(name), value)

    def read(self, rule: Rule) -> Traced:
        return fold(rule.tree, self.backend)

    def holds(self, rule: Rule) -> bool:
        return self.read(rule).truth is Truth.TRUE

    def first_row(self) -> tuple[Recommendation, tuple[TracedRow, ...]]:
        trace, tracer = [], Tracer()
        for row in self.pathway.recommendations:
            traced = self.read(row.when)
            trace.append(TracedRow(row.row, traced.truth, tracer.part_of(traced)))
            if traced.truth is Truth.TRUE:
                return row, tuple(trace)
        message = "no row of the pathway is true"
        raise LookupError(message)

    def classification(self) -> tuple[Classified, ...]:
        lines = []
        for item in self.pathway.classification:
            traced = self.values[item.name]
            value = item.words.get(shown(traced.value), shown(traced.value)) if traced.known else None
            lines.append(Classified(item.id, item.title, value))
        return tuple(lines)

    def outlook(self) -> tuple[ClaimId, ...]:
        return _once(claim for item in self.pathway.outlooks if self.holds(item.when) for claim in item.claims)


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
    phases = (
        Sentence(f"{phase.title}. {phase.content}", phase.claims) for phase in pathway.phases if phase.id in detail
    )
    return (*sentences, *phases)
