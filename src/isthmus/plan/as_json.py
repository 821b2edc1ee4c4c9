"""A plan as plain values: one shape for the command line and the web."""

from collections.abc import Iterable

from isthmus.pathway import Sentence
from isthmus.plan.explanation import Change, Explanation, Question
from isthmus.plan.model import Part, Plan, PlannedPhase, TracedRow, Weighed
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
        "wording": _said(plan.wording),
        "options": [_option(option) for option in plan.options],
        "timeline": [_phase(phase) for phase in plan.weeks.phases] if plan.weeks else [],
        "timeline_holds": _sentence(plan.weeks.says) if plan.weeks else None,
        "why": _said(plan.row_says),
        "next": _said(plan.next),
        "changes": _said(plan.changes),
        "audience": plan.audience,
        "today": plan.today.isoformat(),
        "notice": plan.notice,
    }


def _said(sentences: Iterable[Sentence]) -> list[Json]:
    return list(map(_sentence, sentences))


def _sentence(said: Sentence) -> Json:
    review = said.review
    stands = {"status": review.status, "changed": review.changed.isoformat(), "next": review.next.isoformat()}
    return {"text": said.text, "claims": list(said.claims), "review": stands}


def _phase(phase: PlannedPhase) -> Json:
    return {
        "phase": phase.phase,
        "title": phase.title,
        "from_week": phase.from_week,
        "to_week": phase.to_week,
        "first": phase.first.isoformat() if phase.first else None,
        "last": phase.last.isoformat() if phase.last else None,
        "now": phase.now,
        "steps": _said(phase.steps),
    }


def _option(option: Weighed) -> Json:
    return {
        "option": option.id,
        "title": option.title,
        "procedure": option.procedure,
        "for": _said(option.speaks_for),
        "against": _said(option.speaks_against),
        "could_speak_for": _said(option.could_speak_for),
        "could_speak_against": _said(option.could_speak_against),
    }


def _explanation(explanation: Explanation) -> Json:
    return {
        "settled": explanation.settled,
        "questions": list(map(_question, explanation.questions)),
        "because": [{"feature": fact.feature, "value": plain(fact.value)} for fact in explanation.because],
        "would_change": [
            {"changes": [_change(change) for change in turn.changes], "action": turn.action}
            for turn in explanation.would_change
        ],
    }


def _question(question: Question) -> Json:
    return {
        "feature": question.feature,
        "ask": question.ask,
        "why": _sentence(question.why) if question.why else None,
        "could_lead_to": list(question.could_lead_to),
    }


def _change(change: Change) -> Json:
    return {"feature": change.feature, "from": plain(change.before), "to": plain(change.after)}


def _row(row: TracedRow) -> Json:
    return {"row": row.row, "truth": row.truth.value, "rule": _part(row.rule)}


def _part(part: Part) -> Json:
    return {"text": part.text, "value": part.value, "parts": [_part(inner) for inner in part.parts]}
