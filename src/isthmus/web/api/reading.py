"""Bodies of JSON, read and refused in the same words as a case on the command line."""

from typing import Any, TypeVar

from pydantic import BaseModel

from isthmus.errors import Fault, InputError
from isthmus.located import parse_json, validate

__all__ = ["described", "read_body"]

Model = TypeVar("Model", bound=BaseModel)


def read_body(model: type[Model], text: str, otherwise: type[InputError]) -> Model:
    """Read a body of JSON; decimals stay exact, and a key given twice is refused.

    Args:
        model: The shape it must have.
        text: The body.
        otherwise: The error to raise when it has another shape.

    Raises:
        MalformedText: It is not JSON.
        InputError: It does not have the shape; of the kind `otherwise`, with every fault.
    """
    document = parse_json(text, "body")
    if not isinstance(document.value, dict):
        raise otherwise("This is not a JSON object.", where="body", remedy=f"Send one with {_keys(model)}.")
    faults: list[Fault] = []
    body = validate(model, document, faults)
    if body is None:
        raise otherwise.of(faults)
    return body


def _keys(model: type[BaseModel]) -> str:
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return ", ".join(f"`{name}`" for name in required)


def described(model: type[BaseModel]) -> dict[str, Any]:
    """Describe a body that we read ourselves, for the description of the API."""
    schema = model.model_json_schema()
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}
