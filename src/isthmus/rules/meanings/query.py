"""A SQL query built step by step: each step adds columns to a table, and a value that is used twice is worked out once."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlglot import exp

from isthmus.errors import UnknownName, nearest

__all__ = ["DIALECTS", "Query", "Tree", "column", "noted"]

Tree = exp.Expr
"""A piece of SQL, as a tree."""

DIALECTS = ("duckdb", "spark", "postgres")
"""The dialects of SQL that rules are written in."""

_PLAIN = (exp.Column, exp.Literal, exp.Boolean, exp.Null)
_SIMPLE = 8
"""An expression of up to so many parts, such as one column less another, is worked out again rather than named."""


def _dialect_named(name: str) -> str:
    """Find a dialect by its name.

    Raises:
        UnknownName: Rules are not written in it.
    """
    if name not in DIALECTS:
        remedy = nearest(name, DIALECTS, otherwise=f"Name one of: {', '.join(DIALECTS)}.")
        raise UnknownName(f"There is no SQL dialect `{name}`.", where="dialect", remedy=remedy)
    return name


def column(name: str) -> exp.Column:
    """Speak of a column, in quotes, so that no name is taken for a word of SQL."""
    return exp.column(name, quoted=True)


class Query:
    """A table of patients, and the columns that were added to it so far.

    Args:
        dialect: The dialect in which it will be written.
        table: The table's name.

    Raises:
        UnknownName: Rules are not written in the dialect.
    """

    def __init__(self, dialect: str, table: str = "patients") -> None:
        self.dialect = _dialect_named(dialect)
        self.table = table
        self._steps: list[list[Tree]] = []
        self._step_of: dict[str, int] = {}
        self._look_ups: dict[int, exp.Values] = {}
        self._known: dict[Tree, exp.Column] = {}

    def add(self, name: str, value: Tree, note: str = "") -> exp.Column:
        """Add a column, in the first step in which all that it needs is there.

        Args:
            name: Its name; no other column bears it.
            value: What it holds.
            note: A comment to stand beside it.
        """
        step = self._step_after(value)
        self._steps[step - 1].append(noted(exp.alias_(value, name, quoted=True), note))
        self._step_of[name] = step
        return column(name)

    def look_up(self, key: exp.Column, names: Sequence[str], table: Sequence[Sequence[str | int]]) -> None:
        """Add columns that are looked up in a table, which is written in the query, in a step of their own.

        Args:
            key: A column that was added; what it holds is looked for in the first column of the table.
            names: The names of the other columns.
            table: The rows of the table.
        """
        step = self._step_after(key)
        self._look_ups[step] = _table([key.name, *names], table)
        self._step_of |= dict.fromkeys(names, step)

    def _step(self, number: int, added: Sequence[Tree], below: str) -> exp.Select:
        step = exp.select(exp.Star(), *added).from_(exp.to_table(below))
        table = self._look_ups.get(number)
        if table is None:
            return step
        return step.join(table, join_type="left", using=[table.args["alias"].columns[0]])

    def _step_after(self, value: Tree) -> int:
        step = max((self._step_of.get(used.name, 0) for used in value.find_all(exp.Column)), default=0) + 1
        if step > len(self._steps):
            self._steps.append([])
        return step

    def once(self, value: Tree) -> Tree:
        """Let a value be used more than once, as a column of its own unless it is as simple as one."""
        if isinstance(value, _PLAIN) or sum(1 for _ in value.walk()) <= _SIMPLE:
            return value
        if value not in self._known:
            self._known[value] = self.add(f"part {len(self._known) + 1}", value)
        return self._known[value]

    def select(self, outputs: Mapping[str, Tree], notes: Mapping[str, str] | None = None) -> str:
        """Write the query out.

        Args:
            outputs: What it gives in each row, by name.
            notes: Comments to stand beside some of them.
        """
        notes = notes or {}
        shown = [noted(_named(value, name), notes.get(name, "")) for name, value in outputs.items()]
        below = self.table
        steps = []
        for number, added in enumerate(self._steps, start=1):
            steps.append((f"step_{number}", self._step(number, added, below)))
            below = f"step_{number}"
        query: Any = exp.select(*shown).from_(exp.to_table(below))
        for name, step in steps:
            query = query.with_(name, as_=step, copy=False)
        return f"{query.sql(self.dialect, pretty=True)}\n"


def _table(names: Sequence[str], rows: Sequence[Sequence[str | int]]) -> exp.Values:
    """Write a table out: `(VALUES (1, 'a'), (2, 'b')) AS looked_up("number", "word")`."""
    columns = [exp.to_identifier(name, quoted=True) for name in names]
    table = exp.values([tuple(row) for row in rows])
    table.set("alias", exp.TableAlias(this=exp.to_identifier("looked_up"), columns=columns))
    return table


def _named(value: Tree, name: str) -> Tree:
    return value if isinstance(value, exp.Column) and value.name == name else exp.alias_(value, name, quoted=True)


def noted(value: Tree, note: str) -> Tree:
    """Put a comment beside a piece; no comment where there is nothing to say."""
    if note:
        value.add_comments([f" {note}"])
    return value
