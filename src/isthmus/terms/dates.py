"""Dates as people write them."""

from datetime import date, timedelta

__all__ = ["Window", "after_weeks", "in_weeks", "long_date", "short_date", "window"]

Window = tuple[date, date]
"""From the first day up to and including the second."""


def long_date(day: date) -> str:
    r"""Write a date out; the day stays on the line of its month.

    >>> long_date(date(2026, 11, 21))
    '21\xa0November 2026'
    """
    return f"{day.day}\N{NO-BREAK SPACE}{day:%B %Y}"


def short_date(day: date) -> str:
    r"""Write a date for a column.

    >>> short_date(date(2026, 11, 21))
    '21\xa0Nov\xa02026'
    """
    return f"{day.day}\N{NO-BREAK SPACE}{day:%b}\N{NO-BREAK SPACE}{day:%Y}"


def window(today: date, weeks: tuple[int, int] | None) -> Window | None:
    """Count weeks from today.

    Args:
        today: The reader's day.
        weeks: The least and the most weeks, or None where a review waits for an event.

    >>> window(date(2026, 11, 21), (4, 6))
    (datetime.date(2026, 12, 19), datetime.date(2027, 1, 2))
    """
    return (today + timedelta(weeks=weeks[0]), today + timedelta(weeks=weeks[1])) if weeks else None


def after_weeks(day: date | None, weeks: int | None) -> date | None:
    """Count weeks from a day; None where a part is not known, and past the end of the calendar.

    >>> after_weeks(date(2026, 11, 21), 2)
    datetime.date(2026, 12, 5)
    """
    if day is None or weeks is None or weeks > (date.max - day).days // 7:
        return None
    return day + timedelta(weeks=weeks)


def in_weeks(weeks: tuple[int | None, int | None], days: tuple[date | None, date | None] = (None, None)) -> str:
    r"""Say from which week to which something lasts, and on which days where these are known.

    Args:
        weeks: The first and the last; without a first it goes by no calendar, and without a last its end is open.
        days: The days on which these fall.

    >>> in_weeks((0, 2), (date(2026, 11, 21), date(2026, 12, 5)))
    'Weeks 0 to 2, 21\xa0November 2026 to 5\xa0December 2026'
    >>> in_weeks((26, None))
    'From week 26'
    """
    begins, ends = weeks
    if begins is None:
        return "No fixed week"
    said = f"From week {begins}" if ends is None else f"Weeks {begins} to {ends}"
    dates = " to ".join(long_date(day) for day in days if day)
    return f"{said}, {dates}" if dates else said
