"""An answer as plain values: one shape for the command line and the web."""

from decimal import Decimal

from isthmus.answer.facts import Fact
from isthmus.answer.model import Answer, Citation, Statement, WriterReport
from isthmus.claims import Disagreement, FactValue, Position
from isthmus.terms import Json

__all__ = ["answer_as_json"]


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
        "facts": [_fact(fact) for fact in answer.facts],
        "read_as": [{"written": written, "read": read} for written, read in answer.read_as],
        "kind": answer.kind,
        "unanswered": list(answer.unanswered),
        "refused": [{"question": one.question, "reason": one.reason} for one in answer.refused],
        "suggested_audience": answer.suggested_audience,
        "pathway": None,
        "notice": answer.notice,
        "writer": _writer(answer.writer) if answer.writer else None,
    }


def _statement(statement: Statement) -> Json:
    return {
        "text": statement.text,
        "lead_in": statement.lead_in,
        "under": list(statement.under),
        "stage": statement.stage,
        "claim": statement.claim,
        "question": statement.question,
        "copies": list(statement.copies),
        "citations": [_citation(citation) for citation in statement.citations],
        "written_by": statement.written_by,
    }


def _fact(fact: Fact) -> Json:
    return {"feature": fact.feature, "value": _value(fact.value), "said": fact.said}


def _value(value: FactValue) -> object:
    match value:
        case Decimal():
            return _number(value)
        case tuple():
            return list(value)
        case _:
            return value


def _writer(report: WriterReport) -> Json:
    return {"model": report.model, "kept": report.kept, "dropped": report.dropped, "note": report.note}


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
        "kind": citation.kind,
    }


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        "id": disagreement.id,
        "question": disagreement.question,
        "positions": [_position(position) for position in disagreement.positions],
        "why": disagreement.why,
        "handling": disagreement.handling,
    }


def _position(position: Position) -> Json:
    return {
        "text": position.text,
        "low": _number(position.low),
        "high": _number(position.high),
        "unit": position.unit,
        "n": position.n,
        "year": position.year,
        "source": list(position.sources),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
