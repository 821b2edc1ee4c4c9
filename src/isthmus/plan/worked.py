"""The worked patients of a pathway, run: knowledge that tests itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from isthmus.errors import InvalidCase
from isthmus.pathway import Pathway, WorkedCase
from isthmus.plan.apply import apply
from isthmus.plan.model import Plan
from isthmus.plan.patient import read_patient

__all__ = ["Miss", "run_cases"]


@dataclass(frozen=True)
class Miss:
    """A worked patient who did not get the plan they must."""

    case: WorkedCase
    what: str


def run_cases(pathway: Pathway, cases: Iterable[WorkedCase], *, today: date) -> tuple[Miss, ...]:
    """Run every worked patient, and report those that miss."""
    return tuple(miss for case in cases if (miss := _run(pathway, case, today)))


def _run(pathway: Pathway, case: WorkedCase, today: date) -> Miss | None:
    audience = next(iter(pathway.wordings))
    try:
        plan = apply(pathway, read_patient(pathway, case.facts), audience=audience, today=today)
    except InvalidCase as error:
        return Miss(case, f"cannot be read ({error.faults[0].what})")
    what = _difference(case, plan)
    return Miss(case, what) if what else None


def _difference(case: WorkedCase, plan: Plan) -> str | None:
    if (plan.action, plan.row, plan.detail) != (case.action, case.row, case.detail):
        given = f"{plan.row} {plan.action} [{', '.join(plan.detail)}]"
        return f"gets {given}, not {case.row} {case.action} [{', '.join(case.detail)}]"
    if plan.action in case.forbidden_actions:
        return f"gets {plan.action}, which is forbidden for them"
    if case.flags is not None and set(case.flags) != set(plan.flags):
        return f"raises the flags [{', '.join(plan.flags)}], not [{', '.join(case.flags)}]"
    missing = [flag for flag in case.flags_at_least if flag not in plan.flags]
    return f"lacks the flag {', '.join(missing)}" if missing else None
