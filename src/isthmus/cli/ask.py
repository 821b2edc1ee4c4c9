"""`isthmus ask`: an answer with its sources, or the reason there is none."""

import sys
from pathlib import Path

import click

from isthmus.answer import Respondent, answer_as_json
from isthmus.cli.each import answer_each
from isthmus.cli.library import library_option, load_library
from isthmus.cli.options import (
    audience_option,
    json_option,
    load_default_condition,
    print_json,
)
from isthmus.cli.show_answer import show_answer
from isthmus.cli.writer import load_writer
from isthmus.errors import InvalidQuestion
from isthmus.located import Located
from isthmus.settings import read_settings
from isthmus.terms import Json

__all__ = ["ask_command"]

_QUESTION, _AUDIENCE = "question", "audience"


@click.command("ask")
@click.argument("question", required=False)
@click.option("--each", is_flag=True, help="Read one JSON object a line, write one a line; ids are kept.")
@json_option("Print the answer as JSON.")
@audience_option()
@library_option()
def ask_command(question: str | None, *, each: bool, as_json: bool, audience: str, library: Path | None) -> int:
    """Answer a question, each sentence with its source.

    QUESTION is in anybody's words. Without evidence isthmus says so and gives no answer.
    """
    if each == (question is not None):
        raise click.UsageError("Give either a QUESTION or --each. See: isthmus ask --help")
    documents = load_library(library)
    settings = read_settings()
    condition = load_default_condition(settings)
    respondent = Respondent(condition.evidence, documents, condition.phrases, load_writer(settings))
    if each:

        def answer(document: Located) -> Json:
            reader = condition.pathway.audience(str(document.value.get(_AUDIENCE) or audience))
            return answer_as_json(respondent.ask(_question_of(document), reader))

        return answer_each(sys.stdin.buffer, answer)
    answered = respondent.ask(question or "", condition.pathway.audience(audience))
    if as_json:
        print_json(answer_as_json(answered))
    else:
        show_answer(answered, condition)
    return 0


def _question_of(document: Located) -> str:
    question = document.value.get(_QUESTION)
    if not isinstance(question, str):
        what = "It has no `question`, or one that is not text."
        raise InvalidQuestion(what, where=document.name, remedy='Send {"id": ..., "question": "..."}.')
    return question
