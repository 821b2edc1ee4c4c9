"""From plain facts to a plan, in one step."""

from collections.abc import Mapping
from datetime import date

from isthmus.pathway import Pathway
from isthmus.plan.apply import apply
from isthmus.plan.model import Plan
from isthmus.plan.patient import read_patient

__all__ = ["make_plan"]


def make_plan(pathway: Pathway, facts: Mapping[str, object], *, audience: str, today: date) -> Plan:
    """Read a patient's facts and apply a pathway to them.

    Raises:
        InvalidCase: A name is no case feature or a value does not fit; each fault's `where` is the name.
        UnknownName: There are no words for the audience.
    """
    reader = pathway.audience(audience)
    return apply(pathway, read_patient(pathway, facts), audience=reader, today=today)
