"""A moment as ISO 8601 writes it."""

from collections.abc import Sequence

from isthmus.rules.calendar import Calendar
from isthmus.terms import Form, Moment, Precision

__all__ = ["iso"]

_CALENDAR = Calendar(divide=int.__floordiv__, truncate=int.__floordiv__, least=min)
_DATE, _TIME = ("{:04d}", "-{:02d}", "-{:02d}"), ("{:02d}", ":{:02d}", ":{:02d}", ".{:03d}")


def iso(moment: Moment) -> str:
    """Write a moment out, as far as it is known.

    >>> iso(Moment(Form.DATE, Precision.MONTH, 12 * 2014))
    '2014-01'
    >>> iso(Moment(Form.TIME, Precision.MINUTE, 45_300_000))
    '12:35'
    """
    parts = [_CALENDAR.component(moment.count, moment.precision, part) for part in _parts(moment)]
    if moment.form is Form.TIME:
        return _joined(_TIME, parts)
    date, time = _joined(_DATE, parts[:3]), _joined(_TIME, parts[3:])
    return f"{date}T{time}" if time else date


def _parts(moment: Moment) -> list[Precision]:
    first = Precision.HOUR if moment.form is Form.TIME else Precision.YEAR
    return [part for part in Precision if first <= part <= moment.precision]


def _joined(forms: Sequence[str], parts: Sequence[int]) -> str:
    return "".join(form.format(part) for form, part in zip(forms, parts, strict=False))
