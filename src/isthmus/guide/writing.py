"""Every piece of text that a reader will see in a file of words, with what it rests on and where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from isthmus.located import Located, Steps

__all__ = ["Kind", "Reference", "Written", "references_in", "written_in"]

Kind = Literal["sentence", "title", "question", "definition"]
"""A sentence needs a basis; a title, a question and a definition state no finding and need one only for a number."""

_BASIS = ("claims", "arithmetic", "parameters", "about")
_TEXTS = ("title", "text", "ask", "plain", "clinical")
_REGISTERS = ("plain", "clinical")
_BY_AUDIENCE = ("safety", "days")


@dataclass(frozen=True)
class Written:
    """A text as it is written: what it rests on, its reader, and the part of the file whose reading level it counts to.

    `audience` is None where a text is written in both registers for all.
    """

    text: str
    kind: Kind
    register: str
    audience: str | None
    part: str
    file: str
    where: str
    claims: tuple[str, ...]
    arithmetic: tuple[str, ...]
    parameters: tuple[str, ...]
    about: str | None


@dataclass(frozen=True)
class Reference:
    """A name by which a file of words speaks of something elsewhere; a figure is named `claim: measure`.

    `draw` and `rest` tell how a figure is to be drawn.
    """

    kind: Literal["action", "figure", "procedure"]
    name: str
    where: str
    draw: str | None = None
    rest: bool = False


@dataclass(frozen=True)
class _Reader:
    document: Located
    registers: Mapping[str, str]

    def walk(self, value: Any, steps: Steps) -> Iterator[Written]:  # noqa: ANN401 - YAML holds anything
        if isinstance(value, list):
            for at, item in enumerate(value):
                yield from self.walk(item, (*steps, at))
        elif isinstance(value, dict):
            yield from self.texts(value, steps)
            for key, inner in value.items():
                if not (key in _BASIS or isinstance(inner, str)):
                    yield from self.walk(inner, (*steps, key))

    def texts(self, value: Mapping[str, Any], steps: Steps) -> Iterator[Written]:
        """Take the texts that a mapping itself holds."""
        audience = self.audience(steps)
        claims, arithmetic, parameters = (_texts(value.get(key)) for key in _BASIS[:3])
        for key in filter(value.__contains__, _TEXTS):
            if isinstance(value[key], str):
                yield Written(
                    text=value[key],
                    kind=self.kind(key, value, steps),
                    register=key if key in _REGISTERS else self.registers.get(audience or "", "clinical"),
                    audience=audience,
                    part=self.part((*steps, key)),
                    file=self.document.name,
                    where=self.document.where((*steps, key)),
                    claims=claims,
                    arithmetic=arithmetic,
                    parameters=parameters,
                    about=value.get("about"),
                )

    def kind(self, key: str, value: Mapping[str, Any], steps: Steps) -> Kind:
        if key == "ask":
            return "question"
        if key == "title" or steps[-1:] == ("title",) or steps[-2:-1] == ("labels",):
            return "title"
        return "definition" if "term" in value else "sentence"

    def audience(self, steps: Steps) -> str | None:
        whole = self.document.value.get("audience")
        if isinstance(whole, str):
            return whole
        return str(steps[1]) if len(steps) > 1 and steps[1] in self.registers else None

    def part(self, steps: Steps) -> str:
        """Name the part of the file for its reading level: the chapter, the section of a wording, or nothing."""
        if steps[:1] == ("chapters",) and len(steps) > 1:
            return str(self.document.value["chapters"][steps[1]].get("chapter", steps[1]))
        return str(steps[0]) if "audience" in self.document.value or steps[0] in _BY_AUDIENCE else ""


def written_in(document: Located, registers: Mapping[str, str]) -> tuple[Written, ...]:
    """Collect the texts of a file of words.

    Args:
        document: The file.
        registers: The register of each audience.
    """
    if not isinstance(document.value, dict):
        return ()
    return tuple(_Reader(document, registers).walk(document.value, ()))


def references_in(document: Located) -> Iterator[Reference]:
    """Collect what a file of words names elsewhere: actions that lead to it, procedures it means, figures to draw."""
    value = document.value if isinstance(document.value, dict) else {}
    if isinstance(actions := value.get("actions"), list):
        for at, name in enumerate(actions):
            yield Reference("action", str(name), document.where(("actions", at)))
    options = value.get("options")
    for at, option in enumerate(options if isinstance(options, list) else ()):
        if isinstance(option, dict) and "procedure" in option:
            yield Reference("procedure", str(option["procedure"]), document.where(("options", at, "procedure")))
    yield from _figures(document, value, ())


def _figures(document: Located, value: Any, steps: Steps) -> Iterator[Reference]:  # noqa: ANN401 - YAML holds anything
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        if key == "figure" and isinstance(part, dict):
            name, draw = f"{part.get('claim')}: {part.get('measure')}", part.get("draw")
            yield Reference("figure", name, document.where((*steps, key)), draw, rest=part.get("rest") is True)
        else:
            yield from _figures(document, part, (*steps, key))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else ()
