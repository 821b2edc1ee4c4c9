"""How results look in a terminal: one width, few styles, and nothing that colour alone would say."""

from rich.console import Console
from rich.text import Text

__all__ = ["ALARM", "QUIET", "TITLE", "Terminal"]

TITLE, QUIET, ALARM = "bold", "dim", "bold red"

_WIDTH = 92
_LABEL_WIDTH = 18


class Terminal:
    """A page in a terminal: a title, then blocks with a label at the left."""

    def __init__(self) -> None:
        self.console = Console(highlight=False, emoji=False, markup=False)
        self.console.width = min(self.console.width, _WIDTH)

    def title(self, text: str, beside: str, *, alarm: bool = False) -> None:
        """Print the title, with a quiet line under it."""
        self.console.print()
        self._wrapped(Text(f"{'!! ' if alarm else ''}{text}", style=ALARM if alarm else TITLE), indent=0)
        self._wrapped(Text(beside, style=QUIET), indent=0)

    def block(self, label: str, lines: list[Text]) -> None:
        """Print lines beside their label; a block without lines is left out."""
        for at, line in enumerate(lines):
            if at == 0:
                self.console.print()
                self.console.print(Text(label.ljust(_LABEL_WIDTH), style=TITLE), end="")
            else:
                self.console.print(" " * _LABEL_WIDTH, end="")
            self._wrapped(line, indent=_LABEL_WIDTH)

    def quiet(self, text: str) -> None:
        """Print a closing line."""
        self.console.print()
        self._wrapped(Text(text, style=QUIET), indent=0)
        self.console.print()

    def _wrapped(self, text: Text, *, indent: int) -> None:
        """Print a text in lines that begin at `indent`; its first line goes on where the last print ended."""
        leading = len(text.plain) - len(text.plain.lstrip())
        inner = indent + leading
        text = text[leading:]
        for at, line in enumerate(text.wrap(self.console, self.console.width - inner)):
            line.rstrip()
            self.console.print(Text(" " * (leading if at == 0 else inner)).append_text(line), no_wrap=True)
