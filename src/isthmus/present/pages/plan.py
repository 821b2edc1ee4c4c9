"""The page of a plan: what to do, when to be seen, why, and the basis a clinician can check."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from isthmus.condition import Condition
from isthmus.pathway import Pathway, Urgency
from isthmus.plan import Plan
from isthmus.present.explained import Explained, explain
from isthmus.present.sources import Listed, Mark, Sourced, cite, list_sources
from isthmus.present.values import Fact, choice_words, fact_of
from isthmus.terms import ClaimId, FeatureName, RowId, Window, window

__all__ = ["Period", "PlanPage", "Point", "TraceLine", "plan_page"]


@dataclass(frozen=True)
class Period:
    """What to do at one time."""

    when: str
    sentences: tuple[Sourced, ...]


@dataclass(frozen=True)
class Point:
    """A detail of the action: something missing, a clash or a phase; `features` are the answers to look at."""

    title: str
    text: Sourced | None
    features: tuple[FeatureName, ...]


@dataclass(frozen=True)
class TraceLine:
    """A row that was looked at: its words, its truth, and every part of its rule with its depth."""

    row: RowId
    says: str
    truth: str
    decides: bool
    parts: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class PlanPage:
    """Everything the page of a plan says."""

    title: str
    tone: Urgency
    made: date
    stage: str
    when: str
    dates: Window | None
    sentences: tuple[Sourced, ...]
    points: tuple[Point, ...]
    row: RowId
    says: str
    basis: tuple[Mark, ...]
    facts: tuple[Fact, ...]
    explained: Explained | None
    flags: tuple[Sourced, ...]
    classification: tuple[Fact, ...]
    outlook: tuple[Sourced, ...]
    periods: tuple[Period, ...]
    signs: tuple[str, ...]
    sources: tuple[Listed, ...]
    trace: tuple[TraceLine, ...]
    version: str
    sha256: str
    notice: str


_Source = Callable[[str, Iterable[ClaimId]], Sourced]
"""Puts the marks of its claims beside a sentence."""


def plan_page(plan: Plan, condition: Condition, facts: Mapping[str, object]) -> PlanPage:
    """Say a plan as a page.

    Args:
        plan: What the pathway says for one patient.
        condition: The knowledge the plan was made with.
        facts: What is known of the patient, as it was given to the plan.
    """
    pathway, evidence = condition.pathway, condition.evidence
    words = pathway.wordings[plan.audience]
    shelf = list_sources(cite(_claims(plan), evidence), evidence)

    def source(text: str, claims: Iterable[ClaimId]) -> Sourced:
        return Sourced(text, shelf.marks(citation for _, citation in cite(claims, evidence)))

    return PlanPage(
        title=plan.title,
        tone=plan.urgency,
        made=plan.today,
        stage=pathway.stages[plan.stage].title,
        when=plan.review.when,
        dates=window(plan.today, plan.review.weeks),
        sentences=tuple(source(said.text, said.claims) for said in words.actions[plan.action].says),
        points=tuple(_point(item, pathway, plan, source) for item in plan.detail),
        row=plan.row,
        says=pathway.recommendation(plan.row).says,
        basis=source("", plan.citations).marks,
        facts=_facts(plan, pathway, facts),
        explained=explain(plan.explanation, pathway, plan.audience) if plan.explanation else None,
        flags=tuple(source(words.flags[flag].text, words.flags[flag].claims) for flag in plan.flags),
        classification=_classification(plan, pathway),
        outlook=tuple(
            source(evidence.claims[claim].text, (claim,)) for claim in plan.outlook if claim in evidence.claims
        ),
        periods=_periods(plan, source),
        signs=tuple(words.features[name].ask for name, feature in pathway.features.items() if feature.red_flag),
        sources=shelf.listed,
        trace=tuple(_trace(plan, pathway)),
        version=plan.pathway.version,
        sha256=plan.pathway.sha256,
        notice=plan.notice,
    )


def _claims(plan: Plan) -> Iterator[ClaimId]:
    """Every claim of the page, in reading order."""
    for said in plan.wording:
        yield from said.claims
    for step in plan.steps:
        yield from step.claims
    yield from plan.citations
    yield from plan.outlook


def _point(item: str, pathway: Pathway, plan: Plan, source: _Source) -> Point:
    """Explain a word of the detail, whichever part of the pathway it names."""
    if item in pathway.features:
        feature = pathway.features[FeatureName(item)]
        return Point(pathway.wordings[plan.audience].features[feature.name].ask, None, (feature.name,))
    for clash in pathway.contradictions:
        if clash.id == item:
            return Point(pathway.wordings[plan.audience].contradictions[item].text, None, clash.features)
    for phase in pathway.phases:
        if phase.id == item:
            return Point(phase.title, source(phase.content, phase.claims), ())
    definition = pathway.definitions.get(item)
    return Point(definition.says if definition else item, None, ())


def _facts(plan: Plan, pathway: Pathway, facts: Mapping[str, object]) -> tuple[Fact, ...]:
    """The facts the deciding row looked at, each once, in the order of its rule."""
    parts = plan.trace[-1].rule.walk()
    names = dict.fromkeys(FeatureName(part.text) for _, part in parts if part.text in pathway.features)
    return tuple(fact_of(pathway.features[name], facts.get(name)) for name in names)


def _classification(plan: Plan, pathway: Pathway) -> tuple[Fact, ...]:
    names = {item.id: FeatureName(item.name) for item in pathway.classification}
    features = {line.id: pathway.features.get(names[line.id]) for line in plan.classification if line.id in names}
    return tuple(Fact(line.title, choice_words(features.get(line.id), line.value)) for line in plan.classification)


def _periods(plan: Plan, source: _Source) -> tuple[Period, ...]:
    runs = groupby(plan.steps, key=lambda step: step.when)
    return tuple(Period(when, tuple(source(step.what, step.claims) for step in steps)) for when, steps in runs)


def _trace(plan: Plan, pathway: Pathway) -> Iterator[TraceLine]:
    for traced in plan.trace:
        parts = tuple((depth, part.text, part.value) for depth, part in traced.rule.walk())
        says = pathway.recommendation(traced.row).says
        yield TraceLine(traced.row, says, traced.truth.value, traced.row == plan.row, parts)
