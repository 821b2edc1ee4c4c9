"""`isthmus plan`: the plan for one patient, or for each of many."""

import sys
from collections.abc import Mapping
from datetime import date

import click

from isthmus.cli.carry import Carried, carry_options
from isthmus.cli.case import Case, case_of, read_case
from isthmus.cli.each import answer_each
from isthmus.cli.options import (
    audience_option,
    default_slug,
    json_option,
    load_default_condition,
    print_json,
    read_day,
    today_option,
)
from isthmus.condition import load_basis, load_care, load_handbook
from isthmus.errors import Fault, InvalidCase
from isthmus.pathway import Pathway
from isthmus.plan import Plan, make_plan, plan_as_json
from isthmus.settings import Settings, read_settings

__all__ = ["plan_command", "print_plan"]

_ID = "id"


@click.command("plan")
@click.argument("case", required=False)
@click.option("--each", is_flag=True, help="Read one JSON object a line, write one a line; ids are kept.")
@json_option("Print the plan as JSON.")
@audience_option()
@today_option()
@carry_options()
def plan_command(  # noqa: PLR0913 - the options of the command
    case: str | None, *, each: bool, as_json: bool, audience: str, today: str | None, carried: Carried
) -> int:
    """Make the plan for one patient.

    CASE is a YAML or JSON file, or - for standard input: case features with their values. What is left out, null or
    `unknown` is not known, and never "no".
    """
    if each == (case is not None):
        raise click.UsageError("Give either a CASE or --each. See: isthmus plan --help")
    if each and carried.named:
        raise click.UsageError("A booklet and a calendar are for one patient. See: isthmus plan --help")
    day, settings = read_day(today), read_settings()
    slug = default_slug(settings)
    if each:
        pathway = load_care(slug, knowledge=settings.knowledge)
        return answer_each(
            sys.stdin.buffer,
            lambda document: plan_as_json(_plan(pathway, _without_id(case_of(document)), audience, day)),
        )
    given = read_case(case or "", sys.stdin.buffer)
    pathway = load_care(slug, knowledge=settings.knowledge)
    made = _plan(pathway, given, audience, day)
    if carried.named:
        _carry(made, given.facts, settings, carried)
    print_plan(made, pathway, settings, as_json=as_json)
    return 0


def _carry(plan: Plan, facts: Mapping[str, object], settings: Settings, carried: Carried) -> None:
    """Write a plan as a booklet and as a calendar."""
    # What sets pages and writes calendars is loaded by those who ask for it.
    from isthmus.booklet import booklet_of_plan  # noqa: PLC0415 - as above
    from isthmus.exchange.calendar import calendar_of  # noqa: PLC0415 - as above
    from isthmus.present import events_of_plan, plan_page  # noqa: PLC0415 - as above

    book = load_handbook(default_slug(settings), knowledge=settings.knowledge).book
    page = plan_page(plan, load_default_condition(settings), facts, book)
    carried.keep(
        lambda: booklet_of_plan(page),
        lambda: calendar_of(events_of_plan(page, book.editorial), name=page.title, made=page.made),
    )


def print_plan(plan: Plan, pathway: Pathway, settings: Settings, *, as_json: bool) -> None:
    """Print a plan, as JSON or for a person to read."""
    if as_json:
        print_json(plan_as_json(plan))
    else:
        # What draws in the terminal takes 40 ms to import, which a program that wants JSON need not wait for.
        from isthmus.cli.show_plan import show_plan  # noqa: PLC0415 - as above

        show_plan(plan, pathway, load_basis(default_slug(settings), knowledge=settings.knowledge))


def _plan(pathway: Pathway, case: Case, audience: str, today: date) -> Plan:
    """Make a plan; a fault then says where in the caller's file it is."""
    try:
        return make_plan(pathway, case.facts, audience=audience, today=today)
    except InvalidCase as error:
        faults = [Fault(case.where(fault.where), fault.what, fault.remedy) for fault in error.faults]
        raise InvalidCase.of(faults) from None


def _without_id(case: Case) -> Case:
    return Case({name: value for name, value in case.facts.items() if name != _ID}, case.where)
