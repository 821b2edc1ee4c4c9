"""The plan beside an answer: what the facts of a question lead to, and where they come from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from isthmus.advise import Advice
from isthmus.answer import Answer
from isthmus.pathway import Pathway, Urgency
from isthmus.plan import Plan
from isthmus.present.values import Value, fact_of
from isthmus.terms import FeatureName

__all__ = ["Beside", "Differs", "Known", "Read", "facts_known", "facts_read", "plan_beside", "words_of"]


@dataclass(frozen=True)
class Read:
    """A fact that was read from the question, its value in words, and the words that say so."""

    label: str
    value: str
    said: str


@dataclass(frozen=True)
class Known:
    """A fact that the visitor gave before, and that was used."""

    feature: str
    label: str
    value: str


@dataclass(frozen=True)
class Differs:
    """A fact that the question tells otherwise than the visitor did before: what was given is used."""

    label: str
    used: str
    said: str


@dataclass(frozen=True)
class Beside:
    """The plan for the facts at hand: its title, when to be seen, what to do next."""

    title: str
    tone: Urgency
    stage: str
    when: str
    next: tuple[str, ...]
    differs: tuple[Differs, ...]
    settled: bool


def words_of(value: Value) -> str:
    """Say a value in a line.

    >>> words_of(True), words_of(()), words_of(("CT", "MRI"))
    ('yes', 'none', 'CT, MRI')
    """
    match value:
        case bool() as holds:
            return "yes" if holds else "no"
        case tuple() as items:
            return ", ".join(items) or "none"
        case words:
            return str(words)


def facts_read(answer: Answer, pathway: Pathway) -> tuple[Read, ...]:
    """Say the facts that were read from a question, so that a reader can see what was misread."""
    features = pathway.features
    return tuple(
        Read(features[fact.feature].label, words_of(fact_of(features[fact.feature], fact.value).value), fact.said)
        for fact in answer.facts
    )


def facts_known(known: Mapping[str, object], pathway: Pathway) -> tuple[Known, ...]:
    """Say the facts that were given before; what was asked and is not known says nothing."""
    told = ((FeatureName(name), value) for name, value in known.items() if value is not None)
    return tuple(
        Known(name, pathway.features[name].label, words_of(fact_of(pathway.features[name], value).value))
        for name, value in told
        if name in pathway.features
    )


def plan_beside(answer: Answer, pathway: Pathway) -> Beside | None:
    """Say the plan for the facts of an answer, where there is one and nothing more pressing is said."""
    if not isinstance(answer, Advice) or answer.shown_plan is None:
        return None
    plan = answer.shown_plan
    return Beside(
        title=plan.title,
        tone=plan.urgency,
        stage=pathway.stages[plan.stage].in_register(pathway.registers[plan.audience]),
        when=plan.review.when,
        next=tuple(said.text for said in plan.next),
        differs=tuple(_differing(answer, pathway)),
        settled=_is_settled(plan),
    )


def _is_settled(plan: Plan) -> bool:
    return plan.explanation is not None and plan.explanation.settled


def _differing(answer: Advice, pathway: Pathway) -> Iterator[Differs]:
    for clash in answer.clashes:
        feature = pathway.features[clash.feature]
        yield Differs(feature.label, words_of(fact_of(feature, clash.case).value), clash.question.said)
