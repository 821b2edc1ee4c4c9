"""How results look in a terminal: one width, few styles, and nothing that colour alone would say."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from isthmus.corpus import without_orders

__all__ = ["ALARM", "QUIET", "TITLE", "Terminal"]

TITLE, QUIET, ALARM = "bold", "dim", "bold red"

_WIDTH = 92
_LABEL_WIDTH = 18
_GAP, _HANGING, _NARROWEST = 4, 2, 34


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

    def section(self, title: str, lines: list[Text]) -> None:
        """Print lines below their title, where titles are long; a section without lines is left out."""
        if lines:
            self.console.print()
            self._wrapped(Text(title, style=TITLE), indent=0)
        for line in lines:
            self._wrapped(Text("  ").append_text(line), indent=0)

    def side_by_side(self, heads: Sequence[str], rows: Iterable[tuple[str, Sequence[Sequence[Text]]]]) -> None:
        """Print columns beside each other, row by row; one after the other where they would be too narrow to read.

        Args:
            heads: What each column is called.
            rows: The label of each row, and its lines for each column.
        """
        width = (self.console.width - _GAP * (len(heads) - 1)) // len(heads)
        if width < _NARROWEST:
            told = list(rows)
            for at, head in enumerate(heads):
                lines = [line for label, cells in told for line in (Text(label, style=TITLE), *cells[at])]
                self.section(head, lines)
            return
        self.console.print()
        self._columns([[Text(head, style=f"{TITLE} underline")] for head in heads], width)
        for label, cells in rows:
            self.console.print()
            self._wrapped(Text(label, style=TITLE), indent=0)
            self._columns(cells, width)

    def quiet(self, text: str) -> None:
        """Print a closing line."""
        self.console.print()
        self._wrapped(Text(text, style=QUIET), indent=0)
        self.console.print()

    def _columns(self, cells: Sequence[Sequence[Text]], width: int) -> None:
        """Print one row of columns, each wrapped to its width, the lines of one text after its first set in."""
        wrapped = [[line for text in cell for line in self._item(text, width)] for cell in cells]
        for lines in zip_longest(*wrapped, fillvalue=Text()):
            row = Text()
            for at, line in enumerate(lines):
                row.append(" " * (at * (width + _GAP) - row.cell_len))
                row.append_text(line)
            row.rstrip()
            self.console.print(row, no_wrap=True)

    def _item(self, text: Text, width: int) -> list[Text]:
        first, *more = text.wrap(self.console, width - _HANGING)
        lines = [first, *(Text(" " * _HANGING).append_text(line) for line in more)]
        for line in lines:
            line.rstrip()
        return lines

    def _wrapped(self, text: Text, *, indent: int) -> None:
        """Print a text in lines that begin at `indent`; its first line goes on where the last print ended."""
        text.plain = without_orders(text.plain)
        leading = len(text.plain) - len(text.plain.lstrip())
        inner = indent + leading
        text = text[leading:]
        for at, line in enumerate(text.wrap(self.console, self.console.width - inner)):
            line.rstrip()
            self.console.print(Text(" " * (leading if at == 0 else inner)).append_text(line), no_wrap=True)
