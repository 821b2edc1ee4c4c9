"""The names that the pathway's rules may use, and their types."""

from isthmus.pathway.model import CaseFeature, Parameter
from isthmus.rules import Kind, Type

__all__ = ["feature_type", "parameter_type"]

_KINDS = {
    "boolean": Kind.BOOLEAN,
    "integer": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "choice": Kind.CHOICE,
    "choices": Kind.LIST,
}


def feature_type(feature: CaseFeature) -> Type:
    """The type of a case feature in a rule; it may always be unknown."""
    kind = _KINDS[feature.type]
    item = Kind.CHOICE if kind is Kind.LIST else None
    return Type(kind, frozenset(choice.value for choice in feature.choices), unit=feature.unit, item=item)


def parameter_type(parameter: Parameter) -> Type:
    """The type of a parameter in a rule; it is always known."""
    kind = Kind.INTEGER if isinstance(parameter.value, int) else Kind.DECIMAL
    return Type(kind, certain=True, unit=parameter.unit or None)
