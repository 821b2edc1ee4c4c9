"""What a listener for danger was taught, read from its file."""

from pathlib import Path

from isthmus.claims.listener import Listener, Scale
from isthmus.claims.load_sets import open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.word_shapes import AlarmsFile, ScaleShape

__all__ = ["load_listener"]


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


def _scale(shape: ScaleShape, step: float) -> Scale:
    signs = ((sign, int(level)) for level, row in shape.levels.items() for sign in row.split())
    return Scale(start=shape.start * step, weights={sign: level * step for sign, level in signs})
