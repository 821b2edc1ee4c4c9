"""`isthmus procedure`: what is done, for whom, how to prepare and how to recover, by the calendar."""

from datetime import date

import click

from isthmus.cli.carry import Carried, carry_options
from isthmus.cli.options import audience_option, default_slug, json_option, print_json, read_day, today_option
from isthmus.condition import Handbook, load_care, load_handbook
from isthmus.plan import PathwayVersion
from isthmus.present import ProcedurePage, events_of_procedure, illustrate_procedure, page_as_json, procedure_page
from isthmus.settings import Settings, read_settings

__all__ = ["procedure_command"]


@click.command("procedure")
@click.argument("name")
@json_option("Print the procedure as JSON.")
@audience_option()
@click.option("--date", "on", metavar="DATE", help="The day of the procedure, from which all days are counted.")
@today_option()
@carry_options()
def procedure_command(  # noqa: PLR0913 - the options of the command
    name: str, *, as_json: bool, audience: str, on: str | None, today: str | None, carried: Carried
) -> int:
    """Read about a procedure.

    NAME is one procedure, such as `brace` or `direct-repair`. With --date its preparation and recovery have dates.
    """
    day, settings = read_day(today), read_settings()
    handbook = load_handbook(default_slug(settings), knowledge=settings.knowledge)
    planned = None if on is None else read_day(on, "--date")
    page = procedure_page(handbook, name, audience, today=day, on=planned)
    if carried.named:
        _carry(page, day, handbook, settings, carried)
    if as_json:
        print_json(page_as_json(page))
    else:
        # What draws in the terminal need not be loaded by a program that wants JSON.
        from isthmus.cli.show_procedure import show_procedure  # noqa: PLC0415 - as above

        show_procedure(page)
    return 0


def _carry(page: ProcedurePage, day: date, handbook: Handbook, settings: Settings, carried: Carried) -> None:
    """Write a procedure as a booklet and as a calendar."""
    # What sets pages and writes calendars is loaded by those who ask for it.
    from isthmus.booklet import booklet_of_procedure  # noqa: PLC0415 - as above
    from isthmus.exchange.calendar import calendar_of  # noqa: PLC0415 - as above

    drawn, drawings = illustrate_procedure(page, handbook)
    carried.keep(
        lambda: booklet_of_procedure(drawn, made=day, knowledge=_version(settings), drawings=drawings),
        lambda: calendar_of(events_of_procedure(page, handbook.book.editorial), name=page.title, made=day),
    )


def _version(settings: Settings) -> PathwayVersion:
    pathway = load_care(default_slug(settings), knowledge=settings.knowledge)
    return PathwayVersion(pathway.version, pathway.sha256)
