"""The case features in the description of the API, so that a program knows what it may send."""

from typing import Any

from fastapi import FastAPI

from isthmus.pathway import CaseFeature, Pathway

__all__ = ["describe_inputs"]

_TYPES = {"boolean": "boolean", "integer": "integer", "decimal": "number", "choice": "string", "choices": "array"}


def describe_inputs(app: FastAPI, pathway: Pathway) -> None:
    """Write a condition's case features into the description of an application."""
    paths = app.openapi()["paths"]
    body = paths["/api/plan"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    properties = {name: _property(feature) for name, feature in pathway.features.items()}
    body["properties"]["inputs"] |= {"properties": properties, "additionalProperties": False}


def _property(feature: CaseFeature) -> dict[str, Any]:
    values = [choice.value for choice in feature.choices]
    said: dict[str, Any] = {"type": [_TYPES[feature.type], "null"], "description": feature.ask}
    match feature.type:
        case "choice":
            said["enum"] = [*values, None]
        case "choices":
            said["items"] = {"type": "string", "enum": values}
        case "integer" | "decimal":
            limits = {"minimum": feature.low, "maximum": feature.high}
            said |= {name: float(limit) for name, limit in limits.items() if limit is not None}
            said["description"] = f"{feature.ask} Unit: {feature.unit}."
        case _:
            pass
    return said
