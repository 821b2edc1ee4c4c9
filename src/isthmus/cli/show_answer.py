"""An answer in the terminal: each sentence with the place it comes from."""

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from isthmus.advise import Advice
from isthmus.answer import Citation, Statement, WriterReport
from isthmus.claims import Disagreement
from isthmus.cli.terminal import QUIET, Terminal
from isthmus.condition import Condition
from isthmus.pathway import CaseFeature, Pathway
from isthmus.plan import Plan

__all__ = ["show_answer"]


def show_answer(answer: Advice, condition: Condition) -> None:
    """Print an answer for a person to read."""
    terminal = Terminal()
    count = len(answer.statements)
    beside = f"{answer.behaviour}; {count} sentence{'' if count == 1 else 's'}; none reviewed by a clinician"
    terminal.title(answer.reason or answer.question, beside, alarm=answer.behaviour == "emergency")
    titles = {stage.id: stage.title for stage in condition.evidence.lexicon.stages}
    terminal.block("Spelling", [Text(f'"{written}" was read as "{read}"') for written, read in answer.read_as])
    terminal.block("Read from it", list(_facts(answer, condition.pathway)))
    for refusal in answer.refused:
        terminal.block("Not answered", [Text(refusal.question, style="bold"), Text(refusal.reason)])
    for (question, stage), statements in groupby(answer.statements, key=lambda said: (said.question, said.stage)):
        label = titles[stage] if stage else "Answer"
        heading = [Text(question, style="bold")] if question else []
        terminal.block(label, [*heading, *(line for said in statements for line in _statement(said))])
    terminal.block("No answer to", [Text(question) for question in answer.unanswered])
    for disagreement in answer.disagreements:
        terminal.block("Sources differ", list(_disagreement(disagreement)))
    if answer.shown_plan:
        terminal.block("Plan", list(_plan(answer.shown_plan)))
    ahead = "To find out" if answer.behaviour == "clarify" else "Ask next"
    terminal.block(ahead, [Text(question) for question in answer.follow_up])
    if answer.writer:
        terminal.quiet(_writer(answer.writer))
    terminal.quiet(answer.notice)


def _facts(answer: Advice, pathway: Pathway) -> Iterator[Text]:
    """Show the facts that were read, so that a reader can see what was misread."""
    for fact in answer.facts:
        feature = pathway.features[fact.feature]
        value = _shown(fact.value, feature)
        yield Text.assemble(f"{feature.label}: {value}", (f'  "{fact.said}"', QUIET))
    for clash in answer.clashes:
        feature = pathway.features[clash.feature]
        yield Text(f"{feature.label}: {_shown(clash.case, feature)} in the case, and the case is used")
    if answer.facts:
        yield Text("What is wrong here, say in other words or give with --case.", style=QUIET)


def _shown(value: object, feature: CaseFeature) -> str:
    """Write a value as the form says it."""
    words = {choice.value: choice.label for choice in feature.choices}
    match value:
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(words[str(item)] for item in value) or "none"
        case str():
            return words[value]
        case _:
            return f"{value} {feature.unit_label or ''}".rstrip()


def _plan(plan: Plan) -> Iterator[Text]:
    yield Text(plan.title)
    for said in plan.next:
        yield Text(f"  {said.text}")
    yield Text("  All of it: isthmus plan, or --json here.", style=QUIET)


def _statement(statement: Statement) -> Iterator[Text]:
    if statement.lead_in:
        yield Text(statement.lead_in, style="italic")
    yield Text(statement.text)
    if statement.written_by:
        yield Text(f"  written by {statement.written_by} from:", style=QUIET)
    for citation in statement.citations:
        mark = statement.claim or citation.source
        yield Text(f"  {mark}  {_place(citation)}", style=QUIET)
    if statement.under:
        headings = " / ".join(statement.under)
        yield Text(f'  under "{headings}"', style=QUIET)


def _writer(report: WriterReport) -> str:
    wrote = report.kept + report.dropped
    sentences = f"{wrote} sentence{'' if wrote == 1 else 's'}"
    counted = f"{report.model} wrote {sentences}; {report.kept} held and {report.dropped} did not"
    return f"{counted}. {report.note}" if report.note else f"{counted}."


def _place(citation: Citation) -> str:
    if citation.document is not None:
        named = ", ".join(filter(None, (citation.title, citation.publisher)))
        return f"{named}, bytes {citation.start} to {citation.end}"
    parts = [citation.title, citation.publisher, str(citation.year) if citation.year else None]
    return ", ".join(part for part in parts if part)


def _disagreement(disagreement: Disagreement) -> Iterator[Text]:
    yield Text(f"{disagreement.question} [{disagreement.id}]")
    for position in disagreement.positions:
        yield Text(f"  - {position.text}", style=QUIET)
    yield Text(f"  {disagreement.handling}")
