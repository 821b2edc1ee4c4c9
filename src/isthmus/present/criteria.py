"""What a clinician can check a plan by: its thresholds and their rivals, and the evidence with how sure it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from isthmus.claims import Claim, Evidence
from isthmus.pathway import Parameter, Pathway
from isthmus.plan import Plan
from isthmus.present.citer import Citer
from isthmus.present.sources import Mark, Sourced
from isthmus.present.values import Fact, fact_of
from isthmus.terms import ClaimId

__all__ = ["Criteria", "Evidenced", "Threshold", "claims_of", "criteria"]


@dataclass(frozen=True)
class Threshold:
    """A number that the deciding rule compares with, where it comes from, and what others use."""

    name: str
    says: str
    value: str
    origin: str
    marks: tuple[Mark, ...]
    others: tuple[Sourced, ...]


@dataclass(frozen=True)
class Evidenced:
    """A claim behind the plan: the most people it counted, how sure its own source calls it, how many it differs from.

    `grade` is None where no source grades it: we grade nothing ourselves.
    """

    claim: ClaimId
    says: Sourced
    n: int | None
    grade: str | None
    disagreements: int


@dataclass(frozen=True)
class Criteria:
    """All that is known of the patient, the thresholds of the deciding rule, and the evidence of the action."""

    inputs: tuple[Fact, ...]
    thresholds: tuple[Threshold, ...]
    evidence: tuple[Evidenced, ...]


def criteria(plan: Plan, pathway: Pathway, facts: Mapping[str, object], citer: Citer) -> Criteria:
    """Gather what a plan can be checked by."""
    return Criteria(
        inputs=tuple(_inputs(pathway, facts)),
        thresholds=tuple(_threshold(parameter, citer) for parameter in _compared(plan, pathway)),
        evidence=tuple(_evidence(plan.citations, citer.evidence, citer)),
    )


def claims_of(plan: Plan, pathway: Pathway) -> Iterator[ClaimId]:
    """Every claim that `criteria` cites for a threshold, in reading order."""
    for parameter in _compared(plan, pathway):
        yield from parameter.claims
        for other in parameter.alternatives:
            yield from other.claims


def _compared(plan: Plan, pathway: Pathway) -> tuple[Parameter, ...]:
    """Find the numbers that the deciding rule compares with."""
    named = dict.fromkeys(part.text for _, part in plan.trace[-1].rule.walk())
    return tuple(pathway.parameters[name] for name in named if name in pathway.parameters)


def _inputs(pathway: Pathway, facts: Mapping[str, object]) -> Iterator[Fact]:
    """Go through what is known, in the order of the file and by the short names of rules."""
    for name, feature in pathway.features.items():
        fact = fact_of(feature, facts.get(name))
        if fact.value is not None:
            yield replace(fact, ask=feature.label)


def _threshold(parameter: Parameter, citer: Citer) -> Threshold:
    return Threshold(
        name=parameter.name,
        says=parameter.says,
        value=f"{parameter.value}\N{NO-BREAK SPACE}{parameter.unit}",
        origin=parameter.origin,
        marks=citer.text("", parameter.claims).marks,
        others=tuple(citer.text(other.says, other.claims) for other in parameter.alternatives),
    )


def _evidence(claims: Iterable[ClaimId], evidence: Evidence, citer: Citer) -> Iterator[Evidenced]:
    for claim in (evidence.claims[name] for name in dict.fromkeys(claims) if name in evidence.claims):
        yield Evidenced(
            claim=claim.id,
            says=citer.text(claim.text, (claim.id,)),
            n=_counted(claim),
            grade=claim.source_grade,
            disagreements=len(claim.disagreements),
        )


def _counted(claim: Claim) -> int | None:
    return max((figure.n for figure in claim.figures if figure.n), default=None)
