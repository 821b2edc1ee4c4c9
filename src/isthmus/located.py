"""YAML and JSON text as plain values that remember where they stood, so that every fault has a place.

YAML is read with the scalars of its 1.2 core schema: `true` and `false` are the only booleans, so that `no` stays the
word it is; numbers with a point are decimals, never binary floats; a key given twice is an error.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ValidationError

from isthmus.errors import Fault, InputError, KnowledgeError, MalformedText, UnreadableFile, nearest

__all__ = [
    "Day",
    "Files",
    "Located",
    "Steps",
    "open_yaml",
    "parse_json",
    "parse_yaml",
    "read_text",
    "refuse_half_characters",
    "validate",
]

Steps = tuple[str | int, ...]
"""The way from the top of a document to a value in it: keys and positions."""


def _day(value: object) -> object:
    """Read a date in the one way it may be written; a number is none, though it could count days from somewhere."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    message = "this should be a date such as 2026-11-21"
    raise ValueError(message)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Day = Annotated[date, BeforeValidator(_day)]
"""A date in a knowledge file or in what a program sends, which write it as 2026-11-21."""

Model = TypeVar("Model", bound=BaseModel)

_HALF = re.compile(r"[\ud800-\udfff]")
_DEEPEST = 50
_MOST_BYTES = 5_000_000


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


class Files:
    """Knowledge files as they are read one by one: what they held, and the faults met so far.

    Args:
        knowledge: The folder of all knowledge, from which files are named.
    """

    def __init__(self, knowledge: Path) -> None:
        self.knowledge = knowledge
        self.faults: list[Fault] = []
        self.documents: list[Located] = []

    def open(self, path: Path) -> Located | None:
        """Open a file and keep what it holds; None, and a fault, when it cannot be read."""
        name = path.relative_to(self.knowledge).as_posix()
        document = open_yaml(path, name, self.faults, most_bytes=_MOST_BYTES)
        if document is not None:
            self.documents.append(document)
        return document

    def read(self, path: Path, shape: type[Model]) -> tuple[Model, Located]:
        """Read one file; when it has faults, what is returned is never used, because `refuse_faults` comes first."""
        document = self.open(path)
        if document is None:
            return shape.model_construct(), Located(path.relative_to(self.knowledge).as_posix(), None)
        return validate(shape, document, self.faults) or shape.model_construct(), document

    def refuse_faults(self) -> None:
        """Stop here when anything was wrong.

        Raises:
            KnowledgeError: Lists every fault.
        """
        if self.faults:
            raise KnowledgeError.of(self.faults)


def open_yaml(path: Path, name: str, faults: list[Fault], *, most_bytes: int) -> Located | None:
    """Read a YAML file, or note why it cannot be read and go on.

    Args:
        path: The file.
        name: What to call it in messages.
        faults: Receives what is wrong.
        most_bytes: The size up to which a file is read, in bytes.
    """
    try:
        return parse_yaml(read_text(path, most_bytes=most_bytes, name=name), name)
    except InputError as error:
        faults.extend(error.faults)
        return None


def read_text(path: Path, *, most_bytes: int, name: str | None = None) -> str:
    """Read a whole text file.

    Args:
        path: The file.
        most_bytes: The size up to which a file is read, in bytes.
        name: What to call it in messages; its path, when left out.

    Raises:
        UnreadableFile: It is missing, a folder, not permitted, too large, or not UTF-8.
    """
    where = name or str(path)
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
    reader = _Reader(name)
    try:
        value = reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        _refuse_yaml(error, name)
    return Located(name, value, reader.lines)


def parse_json(text: str, name: str) -> Located:
    """Read JSON text into plain values; decimals stay exact.

    Raises:
        MalformedText: It is not JSON; names line and column. Or it holds half of a character, a lone surrogate.
    """
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_unique)
        refuse_half_characters(value, text, name)
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        raise MalformedText("This is not JSON.", where=where, remedy="Mend it there.") from error
    except (_NotAllowedError, ValueError) as error:
        what = str(error) if isinstance(error, _NotAllowedError) else "A number is too long to be one."
        raise MalformedText(what, where=name, remedy="Correct it.") from error
    except RecursionError as error:
        raise MalformedText("It is nested too deeply.", where=name, remedy="Write it flatter.") from error
    return Located(name, value)


def refuse_half_characters(value: object, text: str, name: str) -> None:
    """Refuse a value of JSON that holds half of a character, which an escape can write and UTF-8 cannot.

    Args:
        value: What was read.
        text: What it was read from.
        name: What to call it in messages.

    Raises:
        MalformedText: It does.
    """
    if "\\u" in text and _HALF.search(json.dumps(value, ensure_ascii=False, default=str)):
        raise MalformedText("It holds half a character.", where=name, remedy="Write it whole, or leave it out.")


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


_SCALARS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"~|null|"), lambda _: None),
    (re.compile(r"true|false"), lambda text: text == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), Decimal),
)
"""What an unquoted scalar may be in YAML's 1.2 core schema, so that `no`, `on` and `12:30` stay words."""

_FIRST_OF_SCALARS = frozenset(["", *"~ntf-+.0123456789"])


class _Reader:
    """Builds plain values from a parser's events, and notes the line of each.

    It works on events because the parser's own trees would let nesting exhaust the stack and aliases multiply a value.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Steps, int] = {}

    def document(self, events: Iterator[yaml.Event]) -> Any:  # noqa: ANN401 - YAML holds anything
        started = (yaml.StreamStartEvent, yaml.DocumentStartEvent)
        first = next(event for event in events if not isinstance(event, started))
        value = None if isinstance(first, yaml.StreamEndEvent) else self.value(first, events, ())
        for event in events:
            if not isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
                self.refuse(event, "A second document starts.", "Keep one in a file.")
        return value

    def value(self, event: yaml.Event, events: Iterator[yaml.Event], steps: Steps) -> Any:  # noqa: ANN401 - as above
        self.lines.setdefault(steps, _place(event)[0])
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, "Aliases are not read here.", "Write the value out.")
        if len(steps) > _DEEPEST:
            self.refuse(event, "It is nested too deeply.", "Write it flatter.")
        return (
            self.mapping(events, steps) if isinstance(event, yaml.MappingStartEvent) else self.sequence(events, steps)
        )

    def mapping(self, events: Iterator[yaml.Event], steps: Steps) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                self.refuse(key, "A key is not a word.", "Name it with a word.")
            if key.value in values:
                self.refuse(key, f"`{key.value}` is given twice.", "Keep one of them.")
            inner = (*steps, key.value)
            self.lines[inner] = _place(key)[0]
            values[key.value] = self.value(next(events), events, inner)
        return values

    def sequence(self, events: Iterator[yaml.Event], steps: Steps) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self.value(event, events, (*steps, len(values))))
        return values

    def scalar(self, event: yaml.ScalarEvent) -> Any:  # noqa: ANN401 - one of the core schema's values
        if event.tag is not None:
            self.refuse(event, f"The tag `{event.tag}` is not read here.", "Remove it.")
        if not event.implicit[0] or event.value[:1] not in _FIRST_OF_SCALARS:
            return event.value
        for pattern, read in _SCALARS:
            if pattern.fullmatch(event.value):
                try:
                    return read(event.value)
                except (ValueError, InvalidOperation):
                    self.refuse(event, "A number cannot be read.", "Write it in digits.")
        return event.value

    def refuse(self, event: yaml.Event, what: str, remedy: str) -> NoReturn:
        line, column = _place(event)
        where = f"{self.name}:{line}:{column}"
        raise MalformedText(what, where=where, remedy=remedy)


_MISFITS = {
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "int_type": "a whole number",
    "list_type": "a list",
    "model_type": "a mapping",
    "string_type": "text",
    "tuple_type": "a list",
}
"""What a value should have been, in plain words, by pydantic's name for the fault."""


class _NotAllowedError(Exception):
    """Something JSON's reader takes and we do not."""


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse_yaml(error: yaml.YAMLError, name: str) -> NoReturn:
    where, problem = name, "a character that cannot stand in a text"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        where = f"{name}:{error.problem_mark.line + 1}:{error.problem_mark.column + 1}"
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
    subject = f"`{'.'.join(map(str, steps))}`" if steps else "The document"
    match detail["type"]:
        case "missing":
            return Fault(where, f"{subject} is missing.", "Add it.")
        case "extra_forbidden":
            known = _field_names(model)
            return Fault(where, f"{subject} is not known here.", nearest(str(steps[-1]), known, otherwise="Remove it."))
        case kind if kind in _MISFITS:
            return Fault(where, f"{subject} is not {_MISFITS[kind]}.", f"Write {_MISFITS[kind]}.")
        case _:
            problem = str(detail["msg"]).removeprefix("Value error, ").rstrip(".")
            return Fault(where, f"{subject}: {problem[:1].lower()}{problem[1:]}.", "Correct it.")


def _field_names(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {name for part in parts for name in part.get("properties", {})}
