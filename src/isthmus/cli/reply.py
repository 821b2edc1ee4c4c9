"""What somebody types when they are asked for a fact at the terminal."""

import re
from collections.abc import Mapping
from decimal import Decimal

from isthmus.errors import InvalidCase
from isthmus.pathway import CaseFeature, Pathway
from isthmus.plan import read_patient

__all__ = ["NOT_KNOWN", "Unreadable", "how_to_reply", "read_reply"]

NOT_KNOWN = "?"

_SILENCE = {"", NOT_KNOWN, "unknown", "null"}
_TRUTHS = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_NONE_OF_THEM = {"none", "-", "0"}
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)


class Unreadable(Exception):
    """What was typed is no answer to the question; says why in a sentence."""


def read_reply(pathway: Pathway, feature: CaseFeature, typed: str) -> object:
    """Read what was typed as the value of a case feature.

    Returns:
        A plain value that fits the case feature, or None where it is not known, and that is never "no".

    Raises:
        Unreadable: It does not fit. What was typed is not repeated.
    """
    text = " ".join(typed.lower().split())
    if text in _SILENCE:
        return None
    value = _value(feature, text)
    try:
        read_patient(pathway, {feature.name: value})
    except InvalidCase as misfit:
        raise Unreadable(misfit.faults[0].what.replace(f"`{feature.name}`", "That")) from None
    return value


def how_to_reply(feature: CaseFeature) -> str:
    """Say what answers a question takes."""
    match feature.type:
        case "boolean":
            return "Answer yes or no."
        case "integer" | "decimal":
            return f"Give a number from {feature.low} to {feature.high} ({feature.unit_label})."
        case "choice":
            return "Choose one by its number."
        case _:
            return "Choose any by their numbers, such as 1, 2; or none."


def _value(feature: CaseFeature, text: str) -> object:
    match feature.type:
        case "boolean":
            return _truth(text)
        case "integer" | "decimal":
            return Decimal(text) if _NUMBER.fullmatch(text) else text
        case "choice":
            return _choices(feature).get(text, text)
        case _:
            return _listed(feature, text)


def _truth(text: str) -> bool:
    if text not in _TRUTHS:
        raise Unreadable("That is neither yes nor no.")
    return _TRUTHS[text]


def _listed(feature: CaseFeature, text: str) -> list[str]:
    choices = _choices(feature)
    if text in _NONE_OF_THEM and text not in choices:
        return []
    parts = [part.strip() for part in text.split(",")] if "," in text or text in choices else text.split()
    return [choices.get(part, part) for part in parts if part]


def _choices(feature: CaseFeature) -> Mapping[str, str]:
    """Find a choice by its number, its words or its name; what it is called goes before where it stands."""
    found = {str(at): choice.value for at, choice in enumerate(feature.choices, start=1)}
    found |= {choice.label.lower(): choice.value for choice in feature.choices}
    return found | {choice.value.lower(): choice.value for choice in feature.choices}
