"""What a listener was taught, read from its file."""

from pathlib import Path

from isthmus.claims.listener import ANSWERABLE, Listener, Scale
from isthmus.claims.load_sets import open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.word_shapes import ListenerFile, ScaleShape
from isthmus.located import Steps

__all__ = ["load_listener"]


def load_listener(path: Path, sets: WordingReader, *, name: str | None = None) -> Listener | None:
    """Read what the listener of a condition was taught; None where it was taught nothing.

    Args:
        path: The file, `listener.yaml`, which need not exist.
        sets: The named sets of words it may go by.
        name: What to call it in messages; its path, when left out.

    Raises:
        UnreadableFile: The file is there and cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It has another shape; every fault is listed with its line.
    """
    if not path.exists():
        return None
    model, file = open_words(path, ListenerFile, sets, name)
    if ANSWERABLE not in model.scales:
        file.fault(("scales",), f"`{ANSWERABLE}` is not among them.", "Add it: what may be answered.")
    named: list[tuple[Steps, str]] = [(("dangers", at), danger) for at, danger in enumerate(model.dangers)]
    named += [(("alone", danger), danger) for danger in sorted(model.alone)]
    for steps, danger in named:
        if danger not in model.scales:
            file.fault(steps, f"`{danger}` is not among the scales.", "Teach the listener again, or take it out.")
    file.refuse_faults()
    step = float(model.step)
    scales = {name: _scale(shape, step) for name, shape in model.scales.items()}
    alone = {name: float(bar) for name, bar in model.alone.items()}
    bars = (
        float(model.danger),
        float(model.request),
        float(model.part),
        float(model.brief),
        float(model.brief_request),
        float(model.surely_answerable),
    )
    return Listener(*bars, tuple(model.dangers), alone, scales, sets.sets)


def _scale(shape: ScaleShape, step: float) -> Scale:
    signs = ((sign, int(level)) for level, row in shape.levels.items() for sign in row.split())
    return Scale(start=shape.start * step, weights={sign: level * step for sign, level in signs})
