"""A plan as plain values: one shape for the command line and the web."""

from isthmus.plan.explanation import Change, Explanation
from isthmus.plan.model import Part, Plan, TracedRow
from isthmus.plan.patient import plain
from isthmus.terms import Json

__all__ = ["plan_as_json"]


def plan_as_json(plan: Plan) -> Json:
    """Say a plan in the words of the contract.

    Returns:
        The object that `isthmus plan --json` prints and `POST /api/plan` returns. Truths of rules are the words
        true, false and unknown, because a rule has three of them. A plan that is not explained says nothing of it.
    """
    return {
        "condition": plan.condition,
        "pathway": {"version": plan.pathway.version, "sha256": plan.pathway.sha256},
        "action": plan.action,
        "row": plan.row,
        "detail": list(plan.detail),
        "flags": list(plan.flags),
        **(_explanation(plan.explanation) if plan.explanation else {}),
        "title": plan.title,
        "stage": plan.stage,
        "urgency": plan.urgency,
        "classification": {line.id: line.value for line in plan.classification},
        "outlook": list(plan.outlook),
        "steps": [{"when": step.when, "what": step.what, "claims": list(step.claims)} for step in plan.steps],
        "trace": [_row(row) for row in plan.trace],
        "review": {"when": plan.review.when, "weeks": list(plan.review.weeks) if plan.review.weeks else None},
        "citations": list(plan.citations),
        "wording": [{"text": said.text, "claims": list(said.claims)} for said in plan.wording],
        "audience": plan.audience,
        "today": plan.today.isoformat(),
        "notice": plan.notice,
    }


def _explanation(explanation: Explanation) -> Json:
    return {
        "settled": explanation.settled,
        "questions": [
            {"feature": question.feature, "ask": question.ask, "could_lead_to": list(question.could_lead_to)}
            for question in explanation.questions
        ],
        "because": [{"feature": fact.feature, "value": plain(fact.value)} for fact in explanation.because],
        "would_change": [
            {"changes": [_change(change) for change in turn.changes], "action": turn.action}
            for turn in explanation.would_change
        ],
    }


def _change(change: Change) -> Json:
    return {"feature": change.feature, "from": plain(change.before), "to": plain(change.after)}


def _row(row: TracedRow) -> Json:
    return {"row": row.row, "truth": row.truth.value, "rule": _part(row.rule)}


def _part(part: Part) -> Json:
    return {"text": part.text, "value": part.value, "parts": [_part(inner) for inner in part.parts]}
