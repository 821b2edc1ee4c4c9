"""`isthmus procedure`: what is done, for whom, how to prepare and how to recover, by the calendar."""

import click

from isthmus.cli.options import audience_option, default_slug, json_option, print_json, read_day, today_option
from isthmus.condition import load_handbook
from isthmus.present import page_as_json, procedure_page
from isthmus.settings import read_settings

__all__ = ["procedure_command"]


@click.command("procedure")
@click.argument("name")
@json_option("Print the procedure as JSON.")
@audience_option()
@click.option("--date", "on", metavar="DATE", help="The day of the procedure, from which all days are counted.")
@today_option()
def procedure_command(name: str, *, as_json: bool, audience: str, on: str | None, today: str | None) -> int:
    """Read about a procedure.

    NAME is one procedure, such as `brace` or `direct-repair`. With --date its preparation and recovery have dates.
    """
    day, settings = read_day(today), read_settings()
    handbook = load_handbook(default_slug(settings), knowledge=settings.knowledge)
    planned = None if on is None else read_day(on, "--date")
    page = procedure_page(handbook, name, audience, today=day, on=planned)
    if as_json:
        print_json(page_as_json(page))
    else:
        # What draws in the terminal need not be loaded by a program that wants JSON.
        from isthmus.cli.show_procedure import show_procedure  # noqa: PLC0415 - as above

        show_procedure(page)
    return 0
