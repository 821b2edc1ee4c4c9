"""YAML and JSON text as plain values that remember where they stood, so that every fault has a place.

YAML is read with the scalars of its 1.2 core schema: `true` and `false` are the only booleans, so that `no` stays the
word it is; numbers with a point are decimals, never binary floats; a key given twice is an error.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from isthmus.errors import Fault, MalformedText, UnreadableFile, nearest

__all__ = ["Located", "Steps", "parse_json", "parse_yaml", "read_text", "validate"]

Steps = tuple[str | int, ...]
"""The way from the top of a document to a value in it: keys and positions."""

Model = TypeVar("Model", bound=BaseModel)

_DEEPEST = 50


@dataclass(frozen=True)
class Located:
    """A document read into plain values, with the line of each."""

    name: str
    value: Any
    lines: Mapping[Steps, int] = field(default_factory=dict)

    def where(self, steps: Steps = ()) -> str:
        """Say where a value stands, as `file:line`; a value that is not there stands where its parent does."""
        for length in range(len(steps), -1, -1):
            line = self.lines.get(steps[:length])
            if line is not None:
                return f"{self.name}:{line}"
        return self.name


def read_text(path: Path, *, most_bytes: int) -> str:
    """Read a whole text file.

    Args:
        path: The file.
        most_bytes: The size up to which a file is read, in bytes.

    Raises:
        UnreadableFile: It is missing, a folder, not permitted, too large, or not UTF-8.
    """
    where = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFile("There is no such file.", where=where, remedy="Check the name.") from error
    except IsADirectoryError as error:
        raise UnreadableFile("This is a folder.", where=where, remedy="Name a file in it.") from error
    except OSError as error:
        what = f"It cannot be read ({(error.strerror or 'unknown reason').lower()})."
        raise UnreadableFile(what, where=where, remedy="Make it readable.") from error
    if len(content) > most_bytes:
        what = f"It is larger than {most_bytes:,} bytes."
        raise UnreadableFile(what, where=where, remedy="Give a smaller file.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"It is not UTF-8 text (byte {error.start})."
        raise UnreadableFile(what, where=where, remedy="Save it as UTF-8.") from error


def parse_yaml(text: str, name: str) -> Located:
    """Read YAML text into plain values, each with its line.

    Args:
        text: A YAML document.
        name: What to call it in messages, usually its file name.

    Raises:
        MalformedText: It is not YAML, or uses what is not read here; names line and column.
    """
    lines: dict[Steps, int] = {}
    try:
        _refuse_traps(text, name)
        node = yaml.compose(text, Loader=_CoreLoader)
        value = None if node is None else _construct(node, (), lines, name)
    except yaml.YAMLError as error:
        _refuse_yaml(error, name)
    return Located(name, value, lines)


def parse_json(text: str, name: str) -> Located:
    """Read JSON text into plain values; decimals stay exact.

    Raises:
        MalformedText: It is not JSON; names line and column.
    """
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        raise MalformedText("This is not JSON.", where=where, remedy="Mend it there.") from error
    except (_NotAllowedError, ValueError) as error:
        what = str(error) if isinstance(error, _NotAllowedError) else "A number is too long to be one."
        raise MalformedText(what, where=name, remedy="Correct it.") from error
    except RecursionError as error:
        raise MalformedText("It is nested too deeply.", where=name, remedy="Write it flatter.") from error
    return Located(name, value)


def validate(model: type[Model], document: Located, faults: list[Fault]) -> Model | None:
    """Hold a document against its model.

    Args:
        model: The shape the document should have.
        document: What was read.
        faults: Receives one fault for each thing that does not fit.

    Returns:
        The model, or None when there were faults.
    """
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        faults.extend(_fault(model, document, detail) for detail in error.errors(include_url=False))
        return None


def _at(mark: Any, name: str) -> str:  # noqa: ANN401 - PyYAML has two classes of mark
    return f"{name}:{mark.line + 1}:{mark.column + 1}"


def _refuse_traps(text: str, name: str) -> None:
    """Refuse nesting that would exhaust the stack of the C library, and aliases that would multiply a value."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        where = _at(event.start_mark, name)
        if isinstance(event, yaml.AliasEvent):
            raise MalformedText("Aliases are not read here.", where=where, remedy="Write the value out.")
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise MalformedText("It is nested too deeply.", where=where, remedy="Write it flatter.")


class _CoreLoader(yaml.CSafeLoader):
    """Scalars of YAML's 1.2 core schema, so that `no`, `on` and `12:30` stay words."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - the name and shape are PyYAML's


for _tag, _pattern, _first in (
    ("null", r"~|null|", "~n"),
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _first_characters = [*_first, ""] if _tag == "null" else list(_first)
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first_characters)


class _NotAllowedError(Exception):
    """Something JSON's reader takes and we do not."""


def _construct(node: yaml.Node, steps: Steps, lines: dict[Steps, int], name: str) -> Any:  # noqa: ANN401 - YAML holds anything
    where = _at(node.start_mark, name)
    lines[steps] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _construct_mapping(node, steps, lines, name)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*steps, at), lines, name) for at, item in enumerate(node.value)]
    return _construct_scalar(node, where)


def _construct_mapping(node: yaml.MappingNode, steps: Steps, lines: dict[Steps, int], name: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in node.value:
        where = _at(key.start_mark, name)
        if not isinstance(key, yaml.ScalarNode):
            raise MalformedText("A key is not a word.", where=where, remedy="Name it with a word.")
        if key.value in values:
            raise MalformedText(f"`{key.value}` is given twice.", where=where, remedy="Keep one of them.")
        values[key.value] = _construct(value, (*steps, key.value), lines, name)
        lines[*steps, key.value] = key.start_mark.line + 1
    return values


def _construct_scalar(node: yaml.Node, where: str) -> str | int | Decimal | bool | None:
    kind = node.tag.rpartition(":")[2]
    if kind == "str":
        return str(node.value)
    try:
        match kind:
            case "null":
                return None
            case "bool":
                return bool(node.value == "true")
            case "int":
                return int(node.value)
            case "float":
                return Decimal(node.value)
    except (ValueError, InvalidOperation) as error:
        raise MalformedText("A number cannot be read.", where=where, remedy="Write it in digits.") from error
    raise MalformedText(f"The tag `{node.tag}` is not read here.", where=where, remedy="Remove it.")


def _refuse_yaml(error: yaml.YAMLError, name: str) -> NoReturn:
    where, problem = name, "a character that cannot stand in a text"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        where = _at(error.problem_mark, name)
        problem = error.problem or problem
    raise MalformedText(f"This is not YAML ({problem}).", where=where, remedy="Mend it there.") from error


def _refuse_constant(constant: str) -> NoReturn:
    message = f"`{constant}` is no number of a patient."
    raise _NotAllowedError(message)


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        twice = next(key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at]))
        message = f"`{twice}` is given twice."
        raise _NotAllowedError(message)
    return values


def _fault(model: type[BaseModel], document: Located, detail: Any) -> Fault:  # noqa: ANN401 - pydantic's own record
    steps: Steps = tuple(detail["loc"])
    where = document.where(steps)
    name = ".".join(map(str, steps)) or "the document"
    match detail["type"]:
        case "missing":
            return Fault(where, f"`{name}` is missing.", "Add it.")
        case "extra_forbidden":
            known = _field_names(model)
            return Fault(where, f"`{name}` is not known here.", nearest(str(steps[-1]), known, otherwise="Remove it."))
        case _:
            problem = str(detail["msg"]).removeprefix("Value error, ").rstrip(".")
            return Fault(where, f"`{name}`: {problem[:1].lower()}{problem[1:]}.", "Correct it.")


def _field_names(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {name for part in parts for name in part.get("properties", {})}
