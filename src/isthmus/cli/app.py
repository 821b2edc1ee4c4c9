"""The command `isthmus`: its options in common, and what it does with an error."""

import errno
import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from isthmus.cli.errors import FAULT, UNUSABLE, exit_code
from isthmus.errors import IsthmusError, nearest
from isthmus.terms import collected_later

__all__ = ["COMMANDS", "command", "main"]


COMMANDS = (
    *("plan", "interview", "ask", "guide", "procedure", "choice", "glossary"),
    *("ingest", "sources", "show", "correct", "forget"),
    *("serve", "check", "export"),
)
"""Each is `<name>_command` in the file of its name."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class _Commands(click.Group):
    """Commands that are imported when they are called, so that none waits for what another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        with collected_later(kept=True):
            found = getattr(import_module(f"isthmus.cli.{cmd_name}"), f"{cmd_name}_command")
        assert isinstance(found, click.Command)  # noqa: S101 - tells the type checker what the files hold
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for number, argument in enumerate(args, 1):
            if not _is_text(argument):
                raise click.UsageError(f"Argument {number} is not text in UTF-8. Rename the file, or write it anew.")
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, *_ = args
        if name not in COMMANDS:
            remedy = nearest(name, COMMANDS, otherwise=f"Commands are: {', '.join(COMMANDS)}.")
            raise click.UsageError(f"There is no command `{name}`. {remedy}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="isthmus", message="isthmus %(version)s")
def command() -> None:
    """A plan for one person and an answer with its evidence.

    Decision support: no clinician has reviewed its knowledge, and it says so everywhere.
    """


def main() -> None:
    """Run the command line; deliberate errors become one line a fault and an exit code."""
    _open_what_is_closed()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without a sign shows `?` for it
    try:
        status = command.main(prog_name="isthmus", standalone_mode=False)
        sys.stdout.flush()  # what cannot be written is told here, not by the interpreter when it ends
    except IsthmusError as error:
        status = _told(str(error), exit_code(error))
    except click.UsageError as error:
        status = _told(f"isthmus: {error.format_message()}", UNUSABLE)
    except click.Abort:
        status = _told("isthmus: Stopped.", FAULT)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        status = FAULT
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still unwritten goes nowhere
        status = _told("isthmus: There is no room for what is printed. Make room, or print it elsewhere.", FAULT)
    sys.exit(status if isinstance(status, int) else 0)


def _open_what_is_closed() -> None:
    """Send output nowhere where it was closed, as some daemons do: else a file of ours would be opened in its place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def _is_text(argument: str) -> bool:
    try:
        argument.encode()
    except UnicodeEncodeError:  # bytes that are no UTF-8, which Python keeps as halves of characters
        return False
    return True


def _told(message: str, status: int) -> int:
    click.echo(message, err=True)
    return status
