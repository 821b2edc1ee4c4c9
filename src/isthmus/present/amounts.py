"""How much a figure of a claim says, in words."""

import re
from decimal import Decimal

from isthmus.claims import Figure

__all__ = ["amount", "spread"]

_MINUS = "\N{MINUS SIGN}"


def amount(figure: Figure) -> str:
    """Say the value or the range of a figure with its unit.

    The unit is left out where what was measured names it already, as in `patients: 111`.
    """
    number = _number(figure)
    unit = "" if _names(figure.measure, figure.unit) else figure.unit
    if unit.startswith("%"):
        return f"{number}{unit}"
    return f"{unit} {number}" if unit.endswith("ratio") else f"{number} {unit}".rstrip()


def spread(figure: Figure) -> str | None:
    """Say the 95 % confidence interval of a figure, where it has one."""
    return f"{_plain(figure.ci95[0])} to {_plain(figure.ci95[1])}" if figure.ci95 else None


def _number(figure: Figure) -> str:
    match figure.value, figure.low, figure.high:
        case Decimal() as value, _, _:
            return _plain(value)
        case _, Decimal() as low, Decimal() as high:
            return f"{_plain(low)} to {_plain(high)}"
        case _, Decimal() as low, None:
            return f"at least {_plain(low)}"
        case _, None, Decimal() as high:
            return f"at most {_plain(high)}"
        case _:
            return ""


def _plain(value: Decimal) -> str:
    return f"{value:,f}".replace("-", _MINUS)


def _names(measure: str, unit: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", measure, re.IGNORECASE) is not None
