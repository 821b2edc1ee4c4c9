"""From plain facts to a plan that explains itself, in one step."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from isthmus.pathway import Pathway
from isthmus.plan.apply import apply
from isthmus.plan.model import Plan
from isthmus.plan.patient import read_patient

if TYPE_CHECKING:
    from isthmus.plan.explain import Explainer

__all__ = ["make_plan"]

_MOST_EXPLAINERS = 8
_EXPLAINERS: dict[int, "Explainer"] = {}
"""What explains the plans of the last few pathways, each by the identity of the pathway, which it keeps."""


def make_plan(pathway: Pathway, facts: Mapping[str, object], *, audience: str, today: date) -> Plan:
    """Read a patient's facts, apply a pathway to them, and explain what comes of it.

    Raises:
        InvalidCase: A name is no case feature or a value does not fit; each fault's `where` is the name.
        UnknownName: There are no words for the audience.
    """
    reader = pathway.audience(audience)
    patient = read_patient(pathway, facts)
    plan = apply(pathway, patient, audience=reader, today=today)
    explanation, words = _explainer(pathway).explain(patient), pathway.wordings[reader]
    questions = tuple(question.in_words(words) for question in explanation.questions)
    return replace(plan, explanation=replace(explanation, questions=questions))


def _explainer(pathway: Pathway) -> "Explainer":
    """Make ready to explain the plans of a pathway, once for all of them: a pathway never changes."""
    explainer = _EXPLAINERS.get(id(pathway))
    if explainer is None:
        # What searches is not needed to import isthmus, nor to apply a pathway to many (decision 0003).
        from isthmus.plan.explain import Explainer  # noqa: PLC0415 - as above

        for oldest in list(_EXPLAINERS)[: 1 - _MOST_EXPLAINERS]:
            _EXPLAINERS.pop(oldest, None)
        explainer = _EXPLAINERS[id(pathway)] = Explainer(pathway)
    return explainer
