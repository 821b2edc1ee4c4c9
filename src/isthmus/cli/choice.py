"""`isthmus choice`: a decision aid, its options side by side."""

import click

from isthmus.cli.options import audience_option, default_slug, json_option, print_json, read_day, today_option
from isthmus.condition import load_handbook
from isthmus.present import choice_page, page_as_json
from isthmus.settings import read_settings

__all__ = ["choice_command"]


@click.command("choice")
@click.argument("name")
@json_option("Print the decision aid as JSON.")
@audience_option()
@today_option()
def choice_command(name: str, *, as_json: bool, audience: str, today: str | None) -> int:
    """Weigh the options of a choice.

    NAME is one choice, such as `brace-or-not`. No option is preferred: what matters is what matters to you.
    """
    day, settings = read_day(today), read_settings()
    handbook = load_handbook(default_slug(settings), knowledge=settings.knowledge)
    page = choice_page(handbook, name, audience, today=day)
    if as_json:
        print_json(page_as_json(page))
    else:
        # What draws in the terminal need not be loaded by a program that wants JSON.
        from isthmus.cli.show_choice import show_choice  # noqa: PLC0415 - as above

        show_choice(page)
    return 0
