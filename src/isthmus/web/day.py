"""The day that a reader gives, from which other days are counted."""

import re
from datetime import date

from isthmus.errors import InvalidOption

__all__ = ["MOST_YEARS_AWAY", "read_day"]

MOST_YEARS_AWAY = 10
"""Beyond this a day is more likely a slip of the finger than a plan."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(text: str, today: date) -> date | None:
    """Read a day as a date field sends it; None where none was given.

    Args:
        text: What was typed, such as `2027-01-15`.
        today: The reader's day.

    Raises:
        InvalidOption: It is no day of the calendar, or too far away. What was typed is not repeated.
    """
    text = text.strip()
    if not text:
        return None
    example = f"{today.year + 1}-01-15"
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise InvalidOption("This is not a day of the calendar.", where="on", remedy=f"Write it as {example}.")
    if abs(day.year - today.year) > MOST_YEARS_AWAY:
        what = "This day is too far away to count from."
        raise InvalidOption(what, where="on", remedy=f"Give another day within {MOST_YEARS_AWAY} years.")
    return day
