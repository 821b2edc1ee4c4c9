"""`isthmus ask`: an answer with its sources, or the reason there is none."""

import sys
from datetime import date
from pathlib import Path

import click

from isthmus.advise import Adviser, advice_as_json
from isthmus.cli.case import Case, case_of, read_case
from isthmus.cli.each import answer_each
from isthmus.cli.index import encoder_option, open_documents
from isthmus.cli.library import library_option
from isthmus.cli.options import (
    audience_option,
    json_option,
    load_default_condition,
    print_json,
    read_day,
    today_option,
)
from isthmus.cli.show_answer import show_answer
from isthmus.cli.writer import load_writer
from isthmus.condition import adviser
from isthmus.errors import Fault, InvalidCase, InvalidQuestion
from isthmus.located import Located
from isthmus.settings import read_settings, read_writer
from isthmus.terms import Json, collected_later

__all__ = ["ask_command"]

_QUESTION, _AUDIENCE, _THREAD, _CASE = "question", "audience", "thread", "case"
_ALONE = "Give either a QUESTION or --each. See: isthmus ask --help"
_BESIDE = "With --each, give `thread` and `case` in the lines. See: isthmus ask --help"


@click.command("ask")
@click.argument("question", required=False)
@click.option("--each", is_flag=True, help="Read one JSON object a line, write one a line; ids are kept.")
@json_option("Print the answer as JSON.")
@audience_option()
@library_option()
@encoder_option()
@click.option(
    "--case", metavar="CASE", help="Facts about the patient, as for `isthmus plan`; they outrank the question."
)
@click.option("--after", metavar="QUESTION", multiple=True, help="What was asked before; repeat it, the oldest first.")
@today_option()
def ask_command(  # noqa: PLR0913 - the options of the command
    question: str | None,
    *,
    each: bool,
    as_json: bool,
    audience: str,
    library: Path | None,
    encoder: Path | None,
    case: str | None,
    after: tuple[str, ...],
    today: str | None,
) -> int:
    """Answer a question, each sentence with its source.

    QUESTION is in anybody's words. Without evidence isthmus says so and gives no answer. Where it tells of a patient,
    the plan for the facts in it comes along.
    """
    if each == (question is not None):
        raise click.UsageError(_ALONE)
    if each and (case is not None or after):
        raise click.UsageError(_BESIDE)
    day = read_day(today)
    given = read_case(case, sys.stdin.buffer) if case is not None else None
    settings = read_settings()
    with collected_later(kept=True):
        documents = open_documents(library, encoder)
        condition = load_default_condition(settings)
        asked = adviser(condition, documents, load_writer(read_writer()))
    if each:
        return answer_each(sys.stdin.buffer, lambda document: _answer_line(document, asked, audience, day))
    facts = given.facts if given else None
    try:
        answered = asked.ask(question or "", audience, today=day, thread=after, case=facts)
    except InvalidCase as error:
        raise _placed(error, given) from None
    if as_json:
        print_json(advice_as_json(answered))
    else:
        show_answer(answered, condition)
    return 0


def _answer_line(document: Located, asked: Adviser, audience: str, today: date) -> Json:
    """Answer one line: a question with the audience, the questions before it and the case, where it gives them."""
    value = document.value
    question, thread = value.get(_QUESTION), value.get(_THREAD) or []
    if not isinstance(question, str):
        what = "It has no `question`, or one that is not text."
        raise InvalidQuestion(what, where=document.name, remedy='Send {"id": ..., "question": "..."}.')
    if not isinstance(thread, list) or not all(isinstance(earlier, str) for earlier in thread):
        what = "Its `thread` is not a list of questions."
        raise InvalidQuestion(what, where=document.name, remedy='Send {"thread": ["...", "..."], "question": "..."}.')
    case = case_of(Located(document.name, value.get(_CASE) or {}, {}))
    reader = str(value.get(_AUDIENCE) or audience)
    try:
        return advice_as_json(asked.ask(question, reader, today=today, thread=thread, case=case.facts))
    except InvalidCase as error:
        raise _placed(error, case) from None


def _placed(error: InvalidCase, case: Case | None) -> InvalidCase:
    """Say where in the caller's case a fault is."""
    place = case.where if case else str
    return InvalidCase.of([Fault(place(fault.where), fault.what, fault.remedy) for fault in error.faults])
