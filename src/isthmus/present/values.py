"""Values of case features in words."""

from dataclasses import dataclass
from decimal import Decimal

from isthmus.pathway import CaseFeature

__all__ = ["Fact", "Value", "choice_words", "fact_of"]


Value = bool | str | tuple[str, ...] | None
"""A value as it is said: a truth, words, several words, or None when it is not known."""


@dataclass(frozen=True)
class Fact:
    """A fact: what was asked, and what is known."""

    ask: str
    value: Value


def fact_of(feature: CaseFeature, value: object) -> Fact:
    """Say one fact about a patient."""
    match value:
        case None | "unknown":
            return Fact(feature.ask, None)
        case bool():
            return Fact(feature.ask, value)
        case list() | tuple():
            return Fact(feature.ask, tuple(str(choice_words(feature, str(item))) for item in value))
        case int() | float() | Decimal():
            return Fact(feature.ask, f"{value}\N{NO-BREAK SPACE}{feature.unit_label or ''}".rstrip())
        case _:
            return Fact(feature.ask, choice_words(feature, str(value)))


def choice_words(feature: CaseFeature | None, value: str | None) -> str | None:
    """Say a choice as the form does; a value that is no choice of the feature stays as it is."""
    labels = {choice.value: choice.label for choice in feature.choices} if feature else {}
    return None if value is None else labels.get(value, value)
