"""The page of a plan: what to do, when to be seen, why, and the basis a clinician can check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from isthmus.claims import Basis
from isthmus.condition import Condition
from isthmus.guide import GuideBook
from isthmus.pathway import Pathway, Register, Urgency, WordsReview
from isthmus.plan import Plan
from isthmus.present.aid import NO_TALK, Talk, spoken_of, talk_of
from isthmus.present.citer import Citer
from isthmus.present.criteria import Criteria, claims_of, criteria
from isthmus.present.explained import Explained, explain
from isthmus.present.pathway_drawn import PathwayDrawn, draw_pathway
from isthmus.present.planned import Timeline, Weighing, timeline, weighings
from isthmus.present.sources import Listed, Mark, Sourced, cite, list_sources
from isthmus.present.teller import Teller
from isthmus.present.told import Defined, terms_in
from isthmus.present.values import Fact, choice_words, fact_of
from isthmus.terms import ActionId, AudienceId, ClaimId, FeatureName, RowId, StageId, Window, window

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
    """Everything the page of a plan says.

    `audience` is whom it speaks to, in the `register` of that reader; `options` are those of the action weighed in this
    case, `talk` is what the handbook adds; `deciding` holds what the rule looked at and all that the action hangs on but
    absent danger signs; `criteria` is what a clinical reader can check it by, None for others.
    """

    audience: AudienceId
    register: Register
    title: str
    tone: Urgency
    made: date
    action: ActionId
    stage_id: StageId
    stage: str
    drawn: PathwayDrawn | None
    when: str
    dates: Window | None
    sentences: tuple[Sourced, ...]
    next: tuple[Sourced, ...]
    changes: tuple[Sourced, ...]
    points: tuple[Point, ...]
    row: RowId
    says: str
    row_says: tuple[Sourced, ...]
    basis: tuple[Mark, ...]
    facts: tuple[Fact, ...]
    explained: Explained | None
    flags: tuple[Sourced, ...]
    classification: tuple[Fact, ...]
    outlook: tuple[Sourced, ...]
    periods: tuple[Period, ...]
    timeline: Timeline | None
    options: tuple[Weighing, ...]
    talk: Talk
    signs: tuple[str, ...]
    sources: tuple[Listed, ...]
    trace: tuple[TraceLine, ...]
    version: str
    sha256: str
    notice: str
    words: WordsReview
    deciding: tuple[Fact, ...] = ()
    criteria: Criteria | None = None
    terms: tuple[Defined, ...] = ()


def plan_page(plan: Plan, condition: Condition, facts: Mapping[str, object], book: GuideBook | None = None) -> PlanPage:
    """Say a plan as a page.

    Args:
        plan: What the pathway says for one patient.
        condition: The knowledge the plan was made with.
        facts: What is known of the patient, as it was given to the plan.
        book: Where the decision aid of the action, the questions worth asking and the plain words of claims stand; None
            leaves them out.
    """
    evidence, register = condition.evidence, condition.pathway.registers[plan.audience]
    spoken = [said.in_register(register) for said in spoken_of(plan.action, book)] if book else []
    compared = claims_of(plan, condition.pathway) if register == "clinical" else ()
    claims = (*_claims(plan), *(claim for said in spoken for claim in said.claims), *compared)
    citer = Citer(list_sources(cite(claims, evidence), evidence), evidence)
    teller = Teller(Basis(evidence.claims, evidence.sources), citer.shelf, register)
    page = _page(plan, condition.pathway, facts, citer, talk_of(plan.action, book, teller) if book else NO_TALK)
    page = replace(page, outlook=tuple(_outlook(plan, citer, book)))
    return replace(
        page,
        deciding=_deciding(page),
        criteria=criteria(plan, condition.pathway, facts, citer) if register == "clinical" else None,
        terms=terms_in(_texts(page), book.terms, book.audience(plan.audience)) if book else (),
    )


def _deciding(page: PlanPage) -> tuple[Fact, ...]:
    """What the rule looked at comes first: a smallest set of reasons need not hold it where any value would do."""
    looked_at = (fact for fact in page.facts if fact.value is not None)
    facts = dict.fromkeys((*looked_at, *(page.explained.because if page.explained else ())))
    return tuple(fact for fact in facts if fact.value is not False or fact.ask not in page.signs)


def _texts(page: PlanPage) -> Iterator[str]:
    """Every sentence of the page that a reader may not understand, in reading order."""
    points = (point.text for point in page.points if point.text)
    days = [step for each in page.timeline.dates for step in each.steps] if page.timeline else []
    periods = (said for period in page.periods for said in period.sentences)
    for said in (*page.sentences, *points, *page.row_says, *page.changes, *page.next, *periods, *days, *page.outlook):
        yield said.text
    yield from (text for option in page.options for text in option.texts())
    yield from page.talk.texts()


def _page(plan: Plan, pathway: Pathway, facts: Mapping[str, object], citer: Citer, talk: Talk) -> PlanPage:
    words = pathway.wordings[plan.audience]
    return PlanPage(
        audience=plan.audience,
        register=pathway.registers[plan.audience],
        title=plan.title,
        tone=plan.urgency,
        made=plan.today,
        action=plan.action,
        stage_id=plan.stage,
        stage=pathway.stages[plan.stage].in_register(pathway.registers[plan.audience]),
        drawn=draw_pathway(pathway, plan.stage, plan.audience),
        when=plan.review.when,
        dates=window(plan.today, plan.review.weeks),
        sentences=citer.all(words.actions[plan.action].says),
        next=citer.all(plan.next),
        changes=citer.all(plan.changes),
        points=tuple(_point(item, pathway, plan, citer) for item in plan.detail),
        row=plan.row,
        says=pathway.recommendation(plan.row).says,
        row_says=citer.all(plan.row_says),
        basis=citer.text("", plan.citations).marks,
        facts=_facts(plan, pathway, facts),
        explained=explain(plan.explanation, pathway, plan.audience) if plan.explanation else None,
        flags=citer.all(words.flags[flag] for flag in plan.flags),
        classification=_classification(plan, pathway),
        outlook=(),
        periods=_periods(plan, citer),
        timeline=timeline(plan, citer),
        options=weighings(plan.options, citer),
        talk=talk,
        signs=tuple(words.features[name].ask for name, feature in pathway.features.items() if feature.red_flag),
        sources=citer.shelf.listed,
        trace=tuple(_trace(plan, pathway)),
        version=plan.pathway.version,
        sha256=plan.pathway.sha256,
        notice=plan.notice,
        words=plan.words_review,
    )


def _outlook(plan: Plan, citer: Citer, book: GuideBook | None) -> Iterator[Sourced]:
    claims = citer.evidence.claims
    for claim in (claims[name] for name in plan.outlook if name in claims):
        plain = book.plainly(claim.id, book.audience(plan.audience)) if book else None
        yield citer.text((plain or claim).text, (claim.id,))


def _claims(plan: Plan) -> Iterator[ClaimId]:
    """Every claim of the page, in reading order."""
    weeks = plan.weeks.sentences if plan.weeks else ()
    weighed = (said for option in plan.options for said in option.says)
    for said in (*plan.wording, *plan.row_says, *plan.next, *plan.changes, *weeks, *weighed):
        yield from said.claims
    for step in plan.steps:
        yield from step.claims
    yield from plan.citations
    yield from plan.outlook


def _point(item: str, pathway: Pathway, plan: Plan, citer: Citer) -> Point:
    """Explain a word of the detail, whichever part of the pathway it names."""
    if item in pathway.features:
        feature = pathway.features[FeatureName(item)]
        return Point(pathway.wordings[plan.audience].features[feature.name].ask, None, (feature.name,))
    for clash in pathway.contradictions:
        if clash.id == item:
            return Point(pathway.wordings[plan.audience].contradictions[item].text, None, clash.features)
    for phase in pathway.phases:
        if phase.id == item:
            return Point(phase.title, citer.text(phase.content, phase.claims), ())
    definition = pathway.definitions.get(item)
    return Point(definition.says if definition else item, None, ())


def _facts(plan: Plan, pathway: Pathway, facts: Mapping[str, object]) -> tuple[Fact, ...]:
    """The facts the deciding row looked at, each once, in the order of its rule."""
    parts = plan.trace[-1].rule.walk()
    names = dict.fromkeys(FeatureName(part.text) for _, part in parts if part.text in pathway.features)
    words = pathway.wordings[plan.audience].features
    return tuple(replace(fact_of(pathway.features[name], facts.get(name)), ask=words[name].ask) for name in names)


def _classification(plan: Plan, pathway: Pathway) -> tuple[Fact, ...]:
    names = {item.id: FeatureName(item.name) for item in pathway.classification}
    features = {line.id: pathway.features.get(names[line.id]) for line in plan.classification if line.id in names}
    return tuple(Fact(line.title, choice_words(features.get(line.id), line.value)) for line in plan.classification)


def _periods(plan: Plan, citer: Citer) -> tuple[Period, ...]:
    runs = groupby(plan.steps, key=lambda step: step.when)
    return tuple(Period(when, tuple(citer.text(step.what, step.claims) for step in steps)) for when, steps in runs)


def _trace(plan: Plan, pathway: Pathway) -> Iterator[TraceLine]:
    for traced in plan.trace:
        parts = tuple((depth, part.text, part.value) for depth, part in traced.rule.walk())
        says = pathway.recommendation(traced.row).says
        yield TraceLine(traced.row, says, traced.truth.value, traced.row == plan.row, parts)
