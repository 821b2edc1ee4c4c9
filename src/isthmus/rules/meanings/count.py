"""The counts of moments in SQL: whole numbers that calculate as the calendar asks for it."""

from dataclasses import dataclass

from sqlglot import exp

from isthmus.rules.calendar import Calendar
from isthmus.rules.meanings.exact import Exact
from isthmus.rules.meanings.query import Query, Tree
from isthmus.rules.meanings.term import binary, number

__all__ = ["Count", "calendar"]


@dataclass(frozen=True)
class Count:
    """A whole number of 64 bits as a piece of SQL."""

    sql: Tree

    def __add__(self, other: "Count | int") -> "Count":
        return self._with(exp.Add, other)

    def __radd__(self, other: int) -> "Count":
        return Count(number(other))._with(exp.Add, self)

    def __sub__(self, other: "Count | int") -> "Count":
        return self._with(exp.Sub, other)

    def __mul__(self, other: int) -> "Count":
        return self._with(exp.Mul, other)

    def __rmul__(self, other: int) -> "Count":
        return Count(number(other))._with(exp.Mul, self)

    def __mod__(self, other: int) -> "Count":
        return self._with(exp.Mod, other)

    def least(self, other: "Count | int") -> "Count":
        """The lesser of two; what it is where either is null no longer matters."""
        return Count(exp.Least(this=self.sql, expressions=[_sql(other)], ignore_nulls=True))

    def _with(self, operator: type[exp.Binary], other: "Count | int") -> "Count":
        return Count(binary(operator, self.sql, _sql(other)))


def calendar(query: Query) -> Calendar:
    """Make the calendar that calculates in a query; each quotient becomes a column, for it is used more than once."""
    exact = Exact(query)

    def divide(count: Count, by: int) -> Count:
        return Count(query.once(exact.whole_divide(count.sql, number(by))))

    return Calendar(divide=divide, truncate=divide, least=Count.least)


def _sql(count: Count | int) -> Tree:
    return count.sql if isinstance(count, Count) else number(count)
