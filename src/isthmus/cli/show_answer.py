"""An answer in the terminal: each sentence with the place it comes from."""

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from isthmus.answer import Answer, Citation, Statement, WriterReport
from isthmus.claims import Disagreement
from isthmus.cli.terminal import QUIET, Terminal
from isthmus.condition import Condition

__all__ = ["show_answer"]


def show_answer(answer: Answer, condition: Condition) -> None:
    """Print an answer for a person to read."""
    terminal = Terminal()
    count = len(answer.statements)
    beside = f"{answer.behaviour}; {count} sentence{'' if count == 1 else 's'}; none reviewed by a clinician"
    terminal.title(answer.reason or answer.question, beside, alarm=answer.behaviour == "emergency")
    titles = {stage.id: stage.title for stage in condition.evidence.lexicon.stages}
    for stage, statements in groupby(answer.statements, key=lambda statement: statement.stage):
        label = titles[stage] if stage else "Answer"
        terminal.block(label, [line for statement in statements for line in _statement(statement)])
    for disagreement in answer.disagreements:
        terminal.block("Sources differ", list(_disagreement(disagreement)))
    terminal.block("Ask next", [Text(question) for question in answer.follow_up])
    if answer.writer:
        terminal.quiet(_writer(answer.writer))
    terminal.quiet(answer.notice)


def _statement(statement: Statement) -> Iterator[Text]:
    if statement.lead_in:
        yield Text(statement.lead_in, style="italic")
    yield Text(statement.text)
    if statement.written_by:
        yield Text(f"  written by {statement.written_by} from:", style=QUIET)
    for citation in statement.citations:
        mark = statement.claim or citation.source
        yield Text(f"  {mark}  {_place(citation)}", style=QUIET)


def _writer(report: WriterReport) -> str:
    counted = f"{report.model} wrote {report.kept + report.dropped} sentences; {report.kept} held and {report.dropped} did not"
    return f"{counted}. {report.note}" if report.note else f"{counted}."


def _place(citation: Citation) -> str:
    if citation.document is not None:
        return f"{citation.title}, {citation.document}, bytes {citation.start} to {citation.end}"
    parts = [citation.title, citation.publisher, str(citation.year) if citation.year else None]
    return ", ".join(part for part in parts if part)


def _disagreement(disagreement: Disagreement) -> Iterator[Text]:
    yield Text(f"{disagreement.question} [{disagreement.id}]")
    for position in disagreement.positions:
        yield Text(f"  - {position.text}", style=QUIET)
    yield Text(f"  {disagreement.handling}")
