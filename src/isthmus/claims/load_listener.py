"""What a listener for danger was taught, read from its file."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from isthmus.claims.listener import Listener, Scale
from isthmus.claims.load_sets import open_words
from isthmus.claims.read_wording import WordingReader

__all__ = ["AlarmsFile", "load_listener"]

_Chance = Annotated[Decimal, Field(gt=0, lt=1)]
_Level = Annotated[str, Field(pattern=r"^-?[0-9]{1,4}$")]
_Step = Annotated[Decimal, Field(gt=0)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class _Scale(_Shape):
    start: int
    levels: dict[_Level, str]


class AlarmsFile(_Shape):
    """`alarms.yaml`."""

    bar: _Chance
    step: _Step
    danger: _Scale
    haste: _Scale


def load_listener(path: Path, sets: WordingReader, *, name: str | None = None) -> Listener | None:
    """Read what the listener of a condition was taught; a condition without the file has none.

    Args:
        path: The file, `alarms.yaml`.
        sets: The reader that knows the named sets of words.
        name: What to call the file in messages; its path, when left out.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It is wrong; every fault is listed with its line.
    """
    if not path.is_file():
        return None
    model, _ = open_words(path, AlarmsFile, sets, name)
    step = float(model.step)
    return Listener(float(model.bar), _scale(model.danger, step), _scale(model.haste, step), sets.sets)


def _scale(shape: _Scale, step: float) -> Scale:
    signs = ((sign, int(level)) for level, row in shape.levels.items() for sign in row.split())
    return Scale(start=shape.start * step, weights={sign: level * step for sign, level in signs})
