"""A case as people hand it over: a YAML or JSON file, or standard input."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from isthmus.errors import Fault, InvalidCase, MalformedText
from isthmus.located import Located, Steps, parse_json, parse_yaml, read_text

__all__ = ["STANDARD_INPUT", "Case", "case_of", "parse_case", "read_case"]

STANDARD_INPUT = "-"
_INPUTS = "inputs"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Case:
    """Values by case feature, and where each name stands."""

    facts: Mapping[str, object]
    where: Callable[[str], str]


def read_case(name: str, stdin: BinaryIO) -> Case:
    """Read the case of a call.

    Args:
        name: A file, or `-` for standard input.
        stdin: Standard input.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is neither YAML nor JSON.
        InvalidCase: It holds no mapping of case features.
    """
    if name == STANDARD_INPUT:
        return parse_case(_decoded(stdin.read(_MOST_BYTES + 1)), "standard input")
    return parse_case(read_text(Path(name), most_bytes=_MOST_BYTES), name)


def parse_case(text: str, name: str) -> Case:
    """Read a case from text; one that opens with a brace is JSON where it can be, since all JSON is not YAML."""
    if text.lstrip().startswith("{"):
        try:
            return case_of(parse_json(text, name))
        except MalformedText as not_json:
            try:
                return case_of(parse_yaml(text, name))
            except MalformedText:
                raise not_json from None
    return case_of(parse_yaml(text, name))


def case_of(document: Located) -> Case:
    """Take the case features out of a document: its top, or what its `inputs` key holds."""
    facts, steps = document.value, Steps()
    if isinstance(facts, dict) and _INPUTS in facts:
        facts, steps = facts[_INPUTS], (_INPUTS,)
    if not isinstance(facts, dict):
        remedy = "Write each case feature with its value, such as `age_years: 17`."
        raise InvalidCase.of([Fault(document.where(steps), "This is not a mapping of case features.", remedy)])
    return Case(facts, lambda name: document.where((*steps, name)))


def _decoded(content: bytes) -> str:
    if len(content) > _MOST_BYTES:
        what = f"It is larger than {_MOST_BYTES:,} bytes."
        raise MalformedText(what, where="standard input", remedy="Give a smaller case.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"It is not UTF-8 text (byte {error.start})."
        raise MalformedText(what, where="standard input", remedy="Send it as UTF-8.") from error
