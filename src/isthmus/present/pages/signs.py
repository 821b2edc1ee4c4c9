"""The page of signs that cannot wait: the red flags of a condition, grouped by what each one leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from isthmus.condition import Condition
from isthmus.pathway import CaseFeature, Urgency
from isthmus.plan import apply, read_patient
from isthmus.present.sources import Listed, Sourced, cite, list_sources

__all__ = ["Sign", "SignGroup", "SignsPage", "signs_page"]

_LOUDEST_FIRST: tuple[Urgency, ...] = ("emergency", "urgent", "ordinary")


@dataclass(frozen=True)
class Sign:
    """A red flag in the words it is asked in."""

    says: Sourced
    hint: str | None


@dataclass(frozen=True)
class SignGroup:
    """Signs that lead to the same action."""

    title: str
    when: str
    tone: Urgency
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class SignsPage:
    """Everything the page of signs says."""

    condition: str
    urgencies: tuple[SignGroup, ...]
    sources: tuple[Listed, ...]


def signs_page(condition: Condition, today: date) -> SignsPage:
    """List the red flags by what the pathway does when that sign alone is there, most pressing first."""
    flags = [feature for feature in condition.pathway.features.values() if feature.red_flag]
    shelf = list_sources(
        cite((claim for flag in flags for claim in flag.claims), condition.evidence), condition.evidence
    )
    groups: dict[tuple[Urgency, str, str], list[Sign]] = {}
    for flag in flags:
        marks = shelf.marks(citation for _, citation in cite(flag.claims, condition.evidence))
        groups.setdefault(_leads_to(flag, flags, condition, today), []).append(
            Sign(Sourced(flag.ask, marks), flag.hint)
        )
    urgencies = [SignGroup(title, when, tone, tuple(signs)) for (tone, title, when), signs in groups.items()]
    urgencies.sort(key=lambda urgency: _LOUDEST_FIRST.index(urgency.tone))
    return SignsPage(condition.title, tuple(urgencies), shelf.listed)


def _leads_to(
    flag: CaseFeature, flags: Iterable[CaseFeature], condition: Condition, today: date
) -> tuple[Urgency, str, str]:
    """Ask the pathway itself, so that this page can never say other than a plan would."""
    pathway = condition.pathway
    patient = read_patient(pathway, {known.name: known.name == flag.name for known in flags})
    alone = apply(pathway, patient, audience=pathway.audience("patient"), today=today)  # why it does is not asked here
    loud = alone.urgency in _LOUDEST_FIRST[:2]
    return (alone.urgency, alone.title, alone.review.when) if loud else ("ordinary", "", "")
