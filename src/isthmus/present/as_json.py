"""Plans and answers as plain values for JSON: one shape for the command line and the web."""

from decimal import Decimal

from isthmus.answer import Answer, Citation, Statement
from isthmus.claims import Disagreement, Position
from isthmus.plan import Part, Plan, TracedRow

__all__ = ["Json", "answer_as_json", "plan_as_json"]

Json = dict[str, object]
"""An object of JSON: words, numbers, truths, nulls, lists and objects."""


def plan_as_json(plan: Plan) -> Json:
    """Say a plan in the words of the contract.

    Returns:
        The object that `isthmus plan --json` prints and `POST /api/plan` returns. Truths of rules are the words
        true, false and unknown, because a rule has three of them.
    """
    return {
        "condition": plan.condition,
        "pathway": {"version": plan.pathway.version, "sha256": plan.pathway.sha256},
        "action": plan.action,
        "row": plan.row,
        "detail": list(plan.detail),
        "flags": list(plan.flags),
        "title": plan.title,
        "stage": plan.stage,
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


def answer_as_json(answer: Answer) -> Json:
    """Say an answer in the words of the contract.

    Returns:
        The object that `isthmus ask --json` prints and `POST /api/ask` returns. Offsets are bytes of the UTF-8 text.
    """
    return {
        "question": answer.question,
        "audience": answer.audience,
        "behaviour": answer.behaviour,
        "reason": answer.reason,
        "statements": [_statement(statement) for statement in answer.statements],
        "disagreements": [_disagreement(disagreement) for disagreement in answer.disagreements],
        "follow_up": list(answer.follow_up),
        "pathway": None,
        "notice": answer.notice,
    }


def _row(row: TracedRow) -> Json:
    return {"row": row.row, "truth": row.truth.value, "rule": _part(row.rule)}


def _part(part: Part) -> Json:
    return {"text": part.text, "value": part.value, "parts": [_part(inner) for inner in part.parts]}


def _statement(statement: Statement) -> Json:
    return {
        "text": statement.text,
        "stage": statement.stage,
        "claim": statement.claim,
        "citations": [_citation(citation) for citation in statement.citations],
    }


def _citation(citation: Citation) -> Json:
    return {
        "source": citation.source,
        "title": citation.title,
        "publisher": citation.publisher,
        "year": citation.year,
        "url": citation.url,
        "document": citation.document,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
    }


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        "id": disagreement.id,
        "question": disagreement.question,
        "positions": [_position(position) for position in disagreement.positions],
        "handling": disagreement.handling,
    }


def _position(position: Position) -> Json:
    return {
        "text": position.text,
        "low": _number(position.low),
        "high": _number(position.high),
        "unit": position.unit,
        "n": position.n,
        "source": list(position.sources),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
