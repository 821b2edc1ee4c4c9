"""Dates as people write them."""

from datetime import date, timedelta

__all__ = ["Window", "long_date", "window"]

Window = tuple[date, date]
"""From the first day up to and including the second."""


def long_date(day: date) -> str:
    r"""Write a date out; the day stays on the line of its month.

    >>> long_date(date(2026, 11, 21))
    '21\xa0November 2026'
    """
    return f"{day.day}\N{NO-BREAK SPACE}{day:%B %Y}"


def window(today: date, weeks: tuple[int, int] | None) -> Window | None:
    """Count weeks from today.

    Args:
        today: The reader's day.
        weeks: The least and the most weeks, or None where a review waits for an event.

    >>> window(date(2026, 11, 21), (4, 6))
    (datetime.date(2026, 12, 19), datetime.date(2027, 1, 2))
    """
    return (today + timedelta(weeks=weeks[0]), today + timedelta(weeks=weeks[1])) if weeks else None
