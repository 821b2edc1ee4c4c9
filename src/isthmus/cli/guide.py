"""`isthmus guide`: what a reader is told of the condition, chapter by chapter."""

import click

from isthmus.cli.options import audience_option, default_slug, json_option, print_json, read_day, today_option
from isthmus.condition import load_handbook
from isthmus.present import guide_page, page_as_json
from isthmus.settings import read_settings

__all__ = ["guide_command"]


@click.command("guide")
@click.argument("chapter", required=False)
@json_option("Print the guide as JSON.")
@audience_option()
@today_option()
def guide_command(chapter: str | None, *, as_json: bool, audience: str, today: str | None) -> int:
    """Read the guide.

    CHAPTER is one chapter, such as `symptoms`; without it all are printed. Each sentence carries its sources.
    """
    day, settings = read_day(today), read_settings()
    handbook = load_handbook(default_slug(settings), knowledge=settings.knowledge)
    page = guide_page(handbook, audience, today=day, chapter=chapter)
    if as_json:
        print_json(page_as_json(page))
    else:
        # What draws in the terminal need not be loaded by a program that wants JSON.
        from isthmus.cli.show_guide import show_guide  # noqa: PLC0415 - as above

        show_guide(page)
    return 0
