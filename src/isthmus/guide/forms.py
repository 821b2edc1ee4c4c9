"""The ways in which a term is written, as a part of a pattern."""

import re
from collections.abc import Iterable

__all__ = ["any_form"]


def any_form(forms: Iterable[str]) -> str:
    """Match any of these, the longest first; what is written in capitals is an abbreviation, and only that."""
    longest_first = sorted(forms, key=len, reverse=True)
    return "|".join(re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in longest_first)
