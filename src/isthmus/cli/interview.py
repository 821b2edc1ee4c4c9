"""`isthmus interview`: asks only what can still change the plan, then prints it."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

from isthmus.cli.options import audience_option, default_slug, json_option, read_day, today_option
from isthmus.cli.plan import print_plan
from isthmus.cli.reply import NOT_KNOWN, Unreadable, how_to_reply, read_reply
from isthmus.condition import load_care
from isthmus.pathway import CaseFeature, Pathway
from isthmus.plan import Interview, Question, make_plan
from isthmus.settings import read_settings

__all__ = ["interview_command"]

_LONGEST = 1_000
_MOST_TRIES = 10


@click.command("interview")
@json_option("Print the plan as JSON.")
@audience_option()
@today_option()
def interview_command(*, as_json: bool, audience: str, today: str | None) -> int:
    """Be asked only what can still change the plan, then see it.

    Danger signs come first, one question at a time. Questions go to standard error, answers come from standard input,
    a line each: press Enter or type ? for what is not known, which is never taken for a "no". The plan follows as soon
    as no answer could change it, at once in an emergency, or where the input ends (Ctrl-D).
    """
    day, settings = read_day(today), read_settings()
    pathway = load_care(default_slug(settings), knowledge=settings.knowledge)
    interview = Interview(pathway, audience=audience)  # a name that is wrong is told before anything is asked
    facts = _interview(interview, pathway, sys.stdin.buffer)
    print_plan(make_plan(pathway, facts, audience=audience, today=day), pathway, settings, as_json=as_json)
    return 0


def _interview(interview: Interview, pathway: Pathway, stdin: BinaryIO) -> dict[str, object]:
    """Ask until nothing that is asked could change the plan, or the input ends; what is not known is None."""
    replies = dict[str, object]()
    _say(f"Press Enter or type {NOT_KNOWN} for what you do not know. Nothing is stored.", dim=True)
    try:
        while question := interview.next_question(replies, [name for name, value in replies.items() if value is None]):
            _ask(question, len(replies) + 1)
            replies[question.feature] = _answered(pathway.features[question.feature], pathway, stdin)
    except EOFError:
        _say("\nThe input ends here; what was not answered stays open.", dim=True)
    else:
        _say(f"\nThat is enough to know. Asked: {len(replies)} of {len(pathway.features)} questions.", dim=True)
    return replies


def _ask(question: Question, number: int) -> None:
    """Ask for one fact, and say why."""
    _say(f"\n{number}. {question.ask}", bold=True)
    if question.why:
        _say(f"   {question.why.text}")


def _answered(feature: CaseFeature, pathway: Pathway, stdin: BinaryIO) -> object:
    """Say how to answer, and ask again where the answer cannot be read."""
    for line in _hints(feature):
        _say(f"   {line}", dim=True)
    for _ in range(_MOST_TRIES):
        click.echo("> ", nl=False, err=True)
        try:
            return read_reply(pathway, feature, _line(stdin))
        except Unreadable as why:
            _say(f"   {why} {how_to_reply(feature)} Press Enter if you do not know.")
    _say("   It is taken as not known.")
    return None


def _hints(feature: CaseFeature) -> Iterator[str]:
    if feature.hint:
        yield feature.hint
    if feature.left_out_when:
        yield f"Press Enter if {feature.left_out_when}."
    if feature.asked_of == "report":
        yield "The scan report says."
    elif feature.asked_of != "patient":
        yield f"The {feature.asked_of} can tell."
    for at, choice in enumerate(feature.choices, start=1):
        yield f"{at}  {choice.label}"
    yield how_to_reply(feature)


def _line(stdin: BinaryIO) -> str:
    """Read one line.

    Raises:
        EOFError: There is none.
    """
    line = end = stdin.readline(_LONGEST)
    if not line:
        raise EOFError
    while end and not end.endswith(b"\n"):  # the rest of a line without end is no answer of its own
        end = stdin.readline(_LONGEST)
    return line.decode("utf-8", errors="replace")


def _say(text: str, *, bold: bool = False, dim: bool = False) -> None:
    """Say something beside the plan, which alone goes to standard output."""
    click.echo(click.style(text, bold=bold or None, dim=dim or None), err=True)
