"""What is written in a rule as a value: numbers, words and points in time, each with the limits that CQL gives it."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from isthmus.errors import RuleError
from isthmus.rules.expr import Expr
from isthmus.rules.numbers import MOST_INTEGER, PLACES
from isthmus.rules.refusal import refusal
from isthmus.rules.syntax import Literal, Negate
from isthmus.terms import Form, Moment, Precision

__all__ = ["FORMS", "decimal", "integer", "moment", "moment_of", "number_in", "word"]

_MOST_DIGITS = 28
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", **{mark: mark for mark in "'\"`\\/"}}
_MOMENT = re.compile(
    r"@(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?)?(T)?(?:(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,3})0*)?)?)?)?(Z|[+-].*)?"
)
FORMS = {form.value: form for form in Form}
"""The functions that make a moment of its parts, such as `DateTime(2014, 1, 31)`."""

_LIMITS = {
    Precision.YEAR: (1, 9999),
    Precision.MONTH: (1, 12),
    Precision.DAY: (1, 31),
    Precision.HOUR: (0, 23),
    Precision.MINUTE: (0, 59),
    Precision.SECOND: (0, 59),
    Precision.MILLISECOND: (0, 999),
}
_LENGTHS = {Precision.HOUR: 3_600_000, Precision.MINUTE: 60_000, Precision.SECOND: 1000, Precision.MILLISECOND: 1}
_DAY = 86_400_000


def integer(text: str) -> int:
    """Read a whole number.

    Raises:
        RuleError: It is beyond 32 bits.
    """
    if len(text) > _MOST_DIGITS or int(text) > MOST_INTEGER:
        raise _too_large(text)
    return int(text)


def decimal(text: str) -> Decimal:
    """Read a decimal number.

    Raises:
        RuleError: It has more than 28 digits, or more than 8 places.
    """
    whole, _, places = text.partition(".")
    if len(whole) > _MOST_DIGITS - PLACES or len(places) > PLACES:
        raise _too_large(text)
    return Decimal(text)


def number_in(node: Expr) -> int | Decimal | None:
    """Take the number that is written out in a part, with its sign; None when it is something else."""
    match node:
        case Negate(Literal(value)):
            number = number_in(Literal(value))
            return None if number is None else -number
        case Literal(int() | Decimal() as value) if not isinstance(value, bool):
            return value
    return None


def word(text: str) -> str:
    r"""Read a word in its quotes.

    Raises:
        RuleError: A character of it is escaped in a way that CQL does not know.

    >>> word(r"'it\'s'")
    "it's"
    """

    def plain(escape: re.Match[str]) -> str:
        if len(escape[1]) > 1:
            return chr(int(escape[1][1:], 16))
        if escape[1] not in _ESCAPED:
            raise refusal(text, f"holds `{escape[0]}`, which stands for no character", "Write the character.")
        return _ESCAPED[escape[1]]

    return re.sub(r"\\(u[0-9A-Fa-f]{4}|.)", plain, text[1:-1])


def moment(text: str) -> Moment:
    """Read a point in time, such as `@2014-01-31`, `@2014-01-31T10:30` or `@T10:30`.

    Raises:
        RuleError: There is no such point in time, or it has a time zone.
    """
    match = _MOMENT.fullmatch(text)
    if match is None or (match[1] and match[5] and not match[3]) or not (match[1] or match[5]):
        raise refusal(text, "is not a point in time", "Write it as `@2014-01-31`, `@2014-01-31T10:30` or `@T10:30`.")
    *parts, milliseconds, zone = match.group(1, 2, 3, 5, 6, 7, 8, 9)
    if zone:
        raise refusal(text, "has a time zone, which is not in the rule language", "Leave the zone out.")
    if milliseconds:
        parts.append(milliseconds.ljust(3, "0"))
    form = Form.TIME if not match[1] else Form.DATETIME if match[4] else Form.DATE
    return moment_of(form, [int(part) for part in parts if part is not None], text)


def moment_of(form: Form, parts: Sequence[int], text: str) -> Moment:
    """Make a point in time of its parts.

    Args:
        form: What it is a point of.
        parts: Year, month, day, hour, minute, second and millisecond, as far as it is known; of a time, from the hour.
        text: What was written, for messages.

    Raises:
        RuleError: There is no such point in time.
    """
    first = Precision.HOUR if form is Form.TIME else Precision.YEAR
    last = Precision.DAY if form is Form.DATE else Precision.MILLISECOND
    known = [precision for precision in Precision if first <= precision <= last][: len(parts)]
    if not 0 < len(parts) == len(known):
        raise refusal(text, f"does not have the parts of a {form.value}", "Write its parts, the longest first.")
    named = dict(zip(known, parts, strict=True))
    try:
        if not all(_LIMITS[precision][0] <= part <= _LIMITS[precision][1] for precision, part in named.items()):
            raise _no_such_time(text)
        return Moment(form, known[-1], _count(named))
    except ValueError as error:
        raise _no_such_time(text) from error


def _count(named: dict[Precision, int]) -> int:
    year, month, day = (named.get(part, 1) for part in (Precision.YEAR, Precision.MONTH, Precision.DAY))
    match max(named):
        case Precision.YEAR:
            return year
        case Precision.MONTH:
            return 12 * year + month - 1
        case Precision.DAY:
            return date(year, month, day).toordinal()
    days = date(year, month, day).toordinal() - 1
    return days * _DAY + sum(part * _LENGTHS[of] for of, part in named.items() if of in _LENGTHS)


def _too_large(number: str) -> RuleError:
    remedy = f"Whole numbers go up to {MOST_INTEGER:,}; decimals have {_MOST_DIGITS} digits, {PLACES} of them places."
    return refusal(number[:40], "is beyond the numbers of CQL", remedy)


def _no_such_time(text: str) -> RuleError:
    return refusal(text, "is no day of the calendar or time of the clock", "Correct it.")
