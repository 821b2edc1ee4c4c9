"""One patient's facts, held against the case features before any rule sees them."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from isthmus.errors import Fault, InvalidCase, nearest
from isthmus.pathway import CaseFeature, Pathway
from isthmus.rules import Value
from isthmus.terms import FeatureName, Truth

__all__ = ["Patient", "plain", "read_patient"]

Patient = Mapping[FeatureName, Value]
"""Every case feature of a condition with its value; None, or an unknown truth, when it is not known."""

UNKNOWN = "unknown"
"""What a person writes who was asked and does not know; it counts as null."""

_MOST_PLACES = 8


def read_patient(pathway: Pathway, facts: Mapping[str, object], *, where: Callable[[str], str] = str) -> Patient:
    """Read plain values as a patient's facts.

    Args:
        pathway: Whose case features they are.
        facts: Values by the name of their case feature: truths, numbers, words, lists of words, or a number with its
            unit as `{value: 3, unit: months}`. None, "unknown" and a name left out all mean not known.
        where: Says where a name stands, for messages.

    Raises:
        InvalidCase: A name is no case feature, or a value does not fit; lists every fault, never a value.
    """
    faults: list[Fault] = []
    values: dict[FeatureName, Value] = {}
    for name in facts:
        if name not in pathway.features:
            remedy = nearest(str(name), pathway.features, otherwise="Leave it out.")
            faults.append(Fault(where(name), f"`{name}` is not a case feature.", remedy))
    for feature in pathway.features.values():
        try:
            values[feature.name] = _value(feature, facts.get(feature.name))
        except _MisfitError as misfit:
            faults.append(Fault(where(feature.name), f"`{feature.name}` {misfit.what}.", misfit.remedy))
    if faults:
        raise InvalidCase.of(faults)
    return MappingProxyType(values)


def plain(value: Value) -> object:
    """Write a value of a case feature as a person would give it; not known is None.

    >>> plain(Truth.TRUE), plain(Decimal("6.00")), plain(Decimal("5.5")), plain(("xray", "mri"))
    (True, 6, 5.5, ['xray', 'mri'])
    """
    match value:
        case Truth():
            return {Truth.TRUE: True, Truth.FALSE: False}.get(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return list(value)
        case _:
            return value


class _MisfitError(Exception):
    """A value does not fit its case feature."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what, self.remedy = what, remedy
        super().__init__(what)


def _value(feature: CaseFeature, value: object) -> Value:
    if value is None or value == UNKNOWN:
        return Truth.UNKNOWN if feature.type == "boolean" else None
    match feature.type:
        case "boolean":
            return _truth(value)
        case "integer" | "decimal":
            return _number(feature, value)
        case "choice":
            return _choice(feature, value)
        case _:
            return _choices(feature, value)


def _truth(value: object) -> Truth:
    if not isinstance(value, bool):
        raise _MisfitError("is not a truth", "Give true, false or null.")
    return Truth.of(value)


def _number(feature: CaseFeature, value: object) -> int | Decimal:
    number = _within(feature, _plain_number(feature, value))
    if feature.type == "integer":
        if number != number.to_integral_value():
            raise _MisfitError("is not a whole number", f"Give {_range(feature)}, or null.")
        return int(number)
    return number


def _plain_number(feature: CaseFeature, value: object) -> Decimal:
    if isinstance(value, Mapping):
        value = _of_quantity(feature, value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _MisfitError("is not a number", f"Give {_range(feature)}, or null.")
    number = Decimal(str(value))
    if not number.is_finite():
        raise _MisfitError("is not a number", f"Give {_range(feature)}, or null.")
    return number


def _of_quantity(feature: CaseFeature, quantity: Mapping[object, object]) -> object:
    """Take the number of `{value, unit}`; isthmus converts no units, because a month has no fixed length."""
    if set(quantity) - {"value", "unit"} or "value" not in quantity:
        raise _MisfitError("is not a number with its unit", f"Give {{value: ..., unit: {feature.unit}}}.")
    if quantity.get("unit") is None:
        raise _MisfitError("has no unit", f"Add `unit: {feature.unit}`.")
    if quantity["unit"] != feature.unit:
        raise _MisfitError("has another unit than it is kept in", f"Give it in {feature.unit}.")
    return quantity["value"]


def _within(feature: CaseFeature, number: Decimal) -> Decimal:
    if (feature.low is not None and number < feature.low) or (feature.high is not None and number > feature.high):
        raise _MisfitError("is out of range", f"Give {_range(feature)}, or null.")
    if -int(number.normalize().as_tuple().exponent) > _MOST_PLACES:
        raise _MisfitError(f"has more than {_MOST_PLACES} decimal places", "Round it.")
    return number


def _choice(feature: CaseFeature, value: object) -> str:
    allowed = [choice.value for choice in feature.choices]
    if not isinstance(value, str) or value not in allowed:
        raise _MisfitError("is not one of its choices", f"Give {_words(allowed)}, unknown or null.")
    return value


def _choices(feature: CaseFeature, value: object) -> tuple[str, ...]:
    allowed = [choice.value for choice in feature.choices]
    if not isinstance(value, list | tuple) or any(item not in allowed for item in value):
        raise _MisfitError("is not a list of its choices", f"List any of {_words(allowed)}, or give null.")
    return tuple(choice for choice in allowed if choice in value)


def _range(feature: CaseFeature) -> str:
    return f"a number from {feature.low} to {feature.high} ({feature.unit_label})"


def _words(allowed: list[str]) -> str:
    return ", ".join(allowed)
