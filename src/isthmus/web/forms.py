"""From the texts of a form to the facts of a patient."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from isthmus.errors import Fault
from isthmus.pathway import CaseFeature, Pathway
from isthmus.present import Typed

__all__ = ["CHANGE", "NONE_OF_THESE", "read_facts"]

CHANGE = "change"
"""The button that asks for the questions again instead of a plan."""

NONE_OF_THESE = "-"
"""What a form sends for `none of these`, where any number of answers may be chosen."""

Answer = TypeVar("Answer")

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)
_TRUTHS = {"true": True, "false": False}


def read_facts(pathway: Pathway, typed: Typed) -> tuple[Mapping[str, object], tuple[Fault, ...]]:
    """Read what was typed as facts.

    An empty field, a field not sent and `I don't know` are all None: not known, and never no.

    Args:
        pathway: The pathway whose case features were asked.
        typed: What the browser sent. A field that is no case feature is left for the pathway to refuse.

    Returns:
        The facts, and a fault for each field that cannot be read, named after it.
    """
    facts: dict[str, object] = {name: texts[0] for name, texts in typed.items() if texts and texts[0]}
    faults: list[Fault] = []
    for feature in pathway.features.values():
        try:
            facts[feature.name] = _read(feature, [text.strip() for text in typed.get(feature.name, ())])
        except ValueError as error:
            facts[feature.name] = None
            faults.append(Fault(feature.name, *error.args))
    return facts, tuple(faults)


def _read(feature: CaseFeature, texts: Sequence[str]) -> object:
    if feature.type == "choices":
        return _chosen(feature, texts)
    text = texts[0] if texts else ""
    if not text:
        return None
    match feature.type:
        case "boolean":
            return _one_of(_TRUTHS, text)
        case "integer" | "decimal":
            return _number(feature, text)
        case _:
            return _one_of(_values(feature), text)


def _chosen(feature: CaseFeature, texts: Sequence[str]) -> list[str] | None:
    if len(texts) > 1 and (NONE_OF_THESE in texts or "" in texts):
        raise ValueError("Two answers here exclude each other.", "Keep one of them.")
    if NONE_OF_THESE in texts:
        return []
    return [_one_of(_values(feature), text) for text in texts if text] or None


def _values(feature: CaseFeature) -> Mapping[str, str]:
    return {choice.value: choice.value for choice in feature.choices}


def _one_of(answers: Mapping[str, Answer], text: str) -> Answer:
    if text not in answers:
        raise ValueError("This is none of the answers.", "Choose one of them.")
    return answers[text]


def _number(feature: CaseFeature, text: str) -> int | Decimal:
    if not _NUMBER.fullmatch(text):
        raise ValueError("This is not a number we can read.", "Write it in digits, such as 4 or 4.5.")
    number = Decimal(text)
    whole = number == number.to_integral_value()
    if feature.type == "integer" and not whole:
        raise ValueError("This is not a whole number.", "Round it.")
    if (feature.low is not None and number < feature.low) or (feature.high is not None and number > feature.high):
        raise ValueError("This is out of range.", f"Give {feature.low} to {feature.high}, or leave it empty.")
    return int(number) if whole else number
