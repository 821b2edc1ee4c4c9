"""From the texts of a form to the facts of a patient."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from isthmus.errors import Fault
from isthmus.pathway import CaseFeature, Pathway
from isthmus.present import Typed
from isthmus.terms import FeatureName

__all__ = [
    "ASKED",
    "CHANGE",
    "CHECK",
    "DECLINED",
    "NONE_OF_THESE",
    "OTHERS",
    "SIGNS",
    "read_answer",
    "read_facts",
    "type_out",
]

CHANGE = "change"
"""The button that asks for the questions again instead of a plan."""

NONE_OF_THESE = "-"
"""What a form sends for `none of these`, where any number of answers may be chosen."""

ASKED, DECLINED, SIGNS, OTHERS, CHECK = "asked", "declined", "signs", "others", "check"
"""The interview's own fields: which question it is, `I don't know` beside a number, the signs ticked, what was said of
all others; and the word in an address that leads back to the check of all answers."""

Answer = TypeVar("Answer")

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)
_NUMBERS = {"integer", "decimal"}
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


def read_answer(feature: CaseFeature, typed: Typed) -> tuple[object, tuple[Fault, ...]]:
    """Read the answer to one question; here `I don't know` must be said, and nothing said is a fault.

    Returns:
        The value, None where it is not known, and a fault where it cannot be read.
    """
    texts = [text.strip() for text in typed.get(feature.name, ())]
    amiss = _amiss(texts, declined=DECLINED in typed, is_number=feature.type in _NUMBERS)
    if amiss:
        return None, (Fault(feature.name, *amiss),)
    try:
        return _read(feature, texts), ()
    except ValueError as error:
        return None, (Fault(feature.name, *error.args),)


def _amiss(texts: Sequence[str], *, declined: bool, is_number: bool) -> tuple[str, str] | None:
    """Say what is wrong with an answer before it is read: two that exclude each other, or none."""
    if declined and any(texts):
        return "Two answers here exclude each other.", "Keep one of them."
    if not declined and not (any(texts) if is_number else texts):
        return "There is no answer yet.", "Give one, or say that you do not know."
    return None


def type_out(name: FeatureName, value: object) -> Typed:
    """Say a value as a form would have sent it."""
    match value:
        case None:
            return {name: [""], DECLINED: ["1"]}
        case bool():
            return {name: ["true" if value else "false"]}
        case list() | tuple():
            return {name: [str(item) for item in value] or [NONE_OF_THESE]}
        case _:
            return {name: [str(value)]}


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
