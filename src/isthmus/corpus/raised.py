"""Raised numbers: a power or a reference, which on the line would become part of the figure before it."""

import re

__all__ = ["raise_numbers"]

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_NUMBERS = re.compile(r"[\s\d+\-,;\N{EN DASH}]*\d[\s\d,;\-\N{EN DASH}]*|\S{0,12}\d\S{0,12}")


def raise_numbers(words: str) -> str:
    """Write raised words with their numbers raised; a whole phrase that is raised stays as it is.

    >>> raise_numbers("3, 4"), raise_numbers("th"), raise_numbers("took 12 weeks")
    ('³, ⁴', 'th', 'took 12 weeks')
    """
    return words.translate(_RAISED) if _NUMBERS.fullmatch(words) else words
