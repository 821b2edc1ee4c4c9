"""From plain facts to a plan that explains itself, in one step."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from weakref import finalize

from isthmus.pathway import Pathway
from isthmus.plan.apply import apply
from isthmus.plan.model import Plan
from isthmus.plan.patient import read_patient

if TYPE_CHECKING:
    from isthmus.plan.explain import Explainer

__all__ = ["make_plan"]

_EXPLAINERS: dict[int, "Explainer"] = {}
"""Of each pathway in use, by its identity, what explains its plans; it goes when the pathway goes."""


def make_plan(pathway: Pathway, facts: Mapping[str, object], *, audience: str, today: date) -> Plan:
    """Read a patient's facts, apply a pathway to them, and explain what comes of it.

    Raises:
        InvalidCase: A name is no case feature or a value does not fit; each fault's `where` is the name.
        UnknownName: There are no words for the audience.
    """
    reader = pathway.audience(audience)
    patient = read_patient(pathway, facts)
    plan = apply(pathway, patient, audience=reader, today=today)
    return replace(plan, explanation=_explainer(pathway).explain(patient))


def _explainer(pathway: Pathway) -> "Explainer":
    """Make ready to explain the plans of a pathway, once for all plans: a pathway never changes."""
    explainer = _EXPLAINERS.get(id(pathway))
    if explainer is None:
        # What searches is not needed to import isthmus, nor to apply a pathway to many (decision 0003).
        from isthmus.plan.explain import Explainer  # noqa: PLC0415 - as above

        explainer = _EXPLAINERS[id(pathway)] = Explainer(pathway)
        finalize(pathway, _EXPLAINERS.pop, id(pathway), None)
    return explainer
