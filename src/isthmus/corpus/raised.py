"""Raised numbers: a power or a reference, which on the line would become part of the figure before it."""

import re

__all__ = ["RAISED", "raise_numbers"]

RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
"""Figures and their signs as they are written above the line."""

_NUMBERS = re.compile(r"[\s\d+\-,;\N{EN DASH}]*\d[\s\d,;\-\N{EN DASH}]*|\S{0,12}\d\S{0,12}")


def raise_numbers(words: str) -> str:
    """Write raised words with their numbers raised; a whole phrase that is raised stays as it is.

    >>> raise_numbers("3, 4"), raise_numbers("th"), raise_numbers("took 12 weeks")
    ('³, ⁴', 'th', 'took 12 weeks')
    """
    return words.translate(RAISED) if _NUMBERS.fullmatch(words) else words
