"""Points in time as CQL knows them: a date, a date with a time, or a time of day, each to a stated precision."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum

__all__ = ["Form", "Moment", "Precision"]


class Precision(IntEnum):
    """How finely a moment is known; a larger value is finer."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    HOUR = 4
    MINUTE = 5
    SECOND = 6
    MILLISECOND = 7

    @property
    def word(self) -> str:
        """The word of CQL for it, in the singular."""
        return self.name.lower()


class Form(Enum):
    """What a moment is a point of: the calendar, the calendar with a clock, or one day's clock."""

    DATE = "Date"
    DATETIME = "DateTime"
    TIME = "Time"


@dataclass(frozen=True)
class Moment:
    """A point in time, counted in whole periods from the start of year 1 (a time of day: from midnight).

    `count` counts years, months or days where the precision is one of these (day 1 is 1 January of year 1, as in
    Python's `date.toordinal`; year 1 is 1; month 12 is January of year 1), and milliseconds where it is finer.
    Two moments of the same form and precision stand in the order of their counts. There are no time zones.
    """

    form: Form
    precision: Precision
    count: int

    @classmethod
    def of(cls, day: date) -> "Moment":
        """Read a calendar day.

        >>> Moment.of(date(1, 1, 1)).count
        1
        """
        return cls(Form.DATE, Precision.DAY, day.toordinal())

    @property
    def day(self) -> date:
        """The calendar day it names; only of a moment known to the day."""
        return date.fromordinal(self.count)
