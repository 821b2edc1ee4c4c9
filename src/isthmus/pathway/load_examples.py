"""People who were made up to show a plan, from their knowledge file."""

from pathlib import Path
from types import MappingProxyType

from isthmus.errors import Fault, nearest
from isthmus.located import Files
from isthmus.pathway.load_shapes import ExamplesFile
from isthmus.pathway.model import Example, Pathway

__all__ = ["load_examples"]


def load_examples(folder: Path, pathway: Pathway) -> tuple[Example, ...]:
    """Read the examples of a condition.

    Args:
        folder: The condition's folder.
        pathway: What they are patients of.

    Returns:
        None at all where the condition has no file of them.

    Raises:
        KnowledgeError: The file has faults, or an example has facts that the pathway does not know.
    """
    path = folder / "examples.yaml"
    if not path.is_file():
        return ()
    files = Files(folder.parent.parent)
    file, text = files.read(path, ExamplesFile)
    files.refuse_faults()
    for at, shape in enumerate(file.examples):
        for name in shape.facts:
            if name not in pathway.features:
                where = text.where(("examples", at, "facts", name))
                remedy = nearest(name, pathway.features, otherwise="Remove it.")
                files.faults.append(Fault(where, f"`{name}` is not a case feature.", remedy))
    files.refuse_faults()
    return tuple(
        Example(
            shape.id,
            MappingProxyType({"plain": shape.title.plain, "clinical": shape.title.clinical}),
            MappingProxyType(shape.facts),
        )
        for shape in file.examples
    )
