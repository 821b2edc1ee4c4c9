"""The command `isthmus`: its options in common, and what it does with an error."""

import sys

import click

from isthmus.cli.ask import ask_command
from isthmus.cli.check import check_command
from isthmus.cli.errors import FAULT, UNUSABLE, exit_code
from isthmus.cli.plan import plan_command
from isthmus.cli.serve import serve_command
from isthmus.errors import IsthmusError, nearest

__all__ = ["command", "main"]


class _Command(click.Group):
    """A group that offers the nearest command for one that does not exist."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            remedy = nearest(args[0], self.commands, otherwise=f"Commands are: {', '.join(self.commands)}.")
            raise click.UsageError(f"There is no command `{args[0]}`. {remedy}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="isthmus", message="isthmus %(version)s")
def command() -> None:
    """A plan for one person and an answer with its evidence.

    Decision support: no clinician has reviewed its knowledge, and it says so everywhere.
    """


for _each in (plan_command, ask_command, serve_command, check_command):
    command.add_command(_each)


def main() -> None:
    """Run the command line; deliberate errors become one line a fault and an exit code."""
    try:
        status = command.main(prog_name="isthmus", standalone_mode=False)
    except IsthmusError as error:
        status = _told(str(error), exit_code(error))
    except click.UsageError as error:
        status = _told(f"isthmus: {error.format_message()}", UNUSABLE)
    except click.Abort:
        status = _told("isthmus: Stopped.", FAULT)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        status = FAULT
    sys.exit(status if isinstance(status, int) else 0)


def _told(message: str, status: int) -> int:
    click.echo(message, err=True)
    return status
