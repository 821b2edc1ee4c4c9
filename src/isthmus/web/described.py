"""The JSON API as a person reads it, from the description that programs read: what each endpoint takes and gives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Described", "Endpoint", "Member", "Shape", "describe"]

_JSON = "application/json"
_NULL = "null"

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Member:
    """A field, or a parameter: its name, its type in words, the shapes it is made of, and whether it must be there.

    `holds` are the fields of an object that is described where it stands.
    """

    name: str
    type: str
    shapes: tuple[str, ...]
    required: bool
    says: str
    holds: tuple["Member", ...]


@dataclass(frozen=True)
class Shape:
    """An object of the API: what it is and what it holds."""

    name: str
    says: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Endpoint:
    """An address that programs ask: what it takes, and the shape or the kind of what it gives."""

    method: str
    path: str
    title: str
    says: str
    parameters: tuple[Member, ...]
    takes: Shape | None
    gives: str

    @property
    def id(self) -> str:
        """A name for this endpoint within a page."""
        return f"{self.method}-{self.path.strip('/')}".lower().replace("/", "-").strip("{}").replace("{", "")


@dataclass(frozen=True)
class Described:
    """The endpoints, and the shapes that they speak of, both by name."""

    endpoints: tuple[Endpoint, ...]
    shapes: tuple[Shape, ...]


def describe(openapi: Schema) -> Described:
    """Put an OpenAPI description into words.

    Args:
        openapi: As it stands at /openapi.json.

    Source:
        OpenAPI Specification 3.1.0; JSON Schema 2020-12.
    """
    endpoints = [
        _endpoint(method, path, operation)
        for path, operations in sorted(openapi["paths"].items())
        for method, operation in operations.items()
    ]
    shapes = [_shape(name, schema) for name, schema in sorted(openapi["components"]["schemas"].items())]
    return Described(tuple(endpoints), tuple(shapes))


def _endpoint(method: str, path: str, operation: Schema) -> Endpoint:
    body = operation.get("requestBody")
    parameters = [
        _member(one["name"], {"description": one.get("description", ""), **one["schema"]}, required=one["required"])
        for one in operation.get("parameters", ())
    ]
    return Endpoint(
        method=method.upper(),
        path=path,
        title=operation["summary"],
        says=operation.get("description", ""),
        parameters=tuple(parameters),
        takes=_shape("body", body["content"][_JSON]["schema"]) if body else None,
        gives=_given(operation["responses"]["200"]["content"]),
    )


def _given(content: Schema) -> str:
    """Name the shape of an answer in JSON, and the kind of any other."""
    return _named(content[_JSON]["schema"]) if _JSON in content else next(iter(content))


def _shape(name: str, schema: Schema) -> Shape:
    return Shape(name, schema.get("description", ""), _members(schema))


def _members(schema: Schema) -> tuple[Member, ...]:
    required = schema.get("required", ())
    return tuple(_member(field, one, required=field in required) for field, one in schema.get("properties", {}).items())


def _member(name: str, schema: Schema, *, required: bool) -> Member:
    return Member(
        name=name,
        type=" or ".join(_types(schema)),
        shapes=tuple(dict.fromkeys(_refs(schema))),
        required=required,
        says=schema.get("description", ""),
        holds=_members(schema),
    )


def _types(schema: Schema) -> Iterator[str]:
    """Say the types a value may have; null comes last."""
    written = schema.get("type", ())
    parts: Sequence[Schema] = schema.get("anyOf") or [
        {**schema, "type": one} for one in ([written] if isinstance(written, str) else written)
    ]
    names = [_named(part) for part in parts] or [_named(schema)]
    yield from dict.fromkeys(sorted(names, key=lambda name: name == _NULL))


def _named(schema: Schema) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if schema.get("type") == "array":
        items = schema.get("items")
        return f"list of {' or '.join(_types(items))}" if items else "list"
    return str(schema.get("format") or schema.get("type", "anything"))


def _refs(schema: Schema) -> Iterator[str]:
    if "$ref" in schema:
        yield _named(schema)
    for part in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ())):
        yield from _refs(part)
