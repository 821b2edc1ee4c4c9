"""The case features in the description of the API, so that a program knows what it may send."""

from typing import Any

from fastapi import FastAPI

from isthmus.pathway import CaseFeature, Pathway
from isthmus.terms import Truth

__all__ = ["describe_inputs"]


def describe_inputs(app: FastAPI, pathway: Pathway) -> None:
    """Write a condition's case features and its audiences into the description of an application."""
    facts = {
        "type": "object",
        "properties": {name: _property(feature) for name, feature in pathway.features.items()},
        "additionalProperties": False,
    }
    for path, name in (("/api/plan", "inputs"), ("/api/ask", "case")):
        operation = app.openapi()["paths"][path]["post"]
        properties = operation["requestBody"]["content"]["application/json"]["schema"]["properties"]
        properties[name] = {**properties[name], **facts}
        properties["audience"]["enum"] = list(pathway.wordings)


def _property(feature: CaseFeature) -> dict[str, Any]:
    """Describe what a case feature may be; `unknown` is as good as null."""
    return {
        "anyOf": [*_values(feature), {"type": "string", "const": Truth.UNKNOWN.value}, {"type": "null"}],
        "description": _said(feature),
    }


def _said(feature: CaseFeature) -> str:
    return f"{feature.ask} Unit: {feature.unit}." if feature.unit else feature.ask


def _values(feature: CaseFeature) -> list[dict[str, Any]]:
    choices = [choice.value for choice in feature.choices]
    match feature.type:
        case "choice":
            return [{"type": "string", "enum": choices}]
        case "choices":
            return [{"type": "array", "items": {"type": "string", "enum": choices}}]
        case "integer" | "decimal":
            number = _number(feature)
            return [number, _quantity(number, feature)]
        case _:
            return [{"type": "boolean"}]


def _number(feature: CaseFeature) -> dict[str, Any]:
    limits = {"minimum": feature.low, "maximum": feature.high}
    within = {name: float(limit) for name, limit in limits.items() if limit is not None}
    return {"type": "integer" if feature.type == "integer" else "number", **within}


def _quantity(number: dict[str, Any], feature: CaseFeature) -> dict[str, Any]:
    """Describe a number with its unit, which must be the feature's own."""
    parts = {"value": number, "unit": {"type": "string", "const": feature.unit}}
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}
