"""What a condition is called and what must be said of its knowledge, without the pathway."""

from pathlib import Path

from isthmus.located import Files
from isthmus.pathway.load_shapes import ConditionFile

__all__ = ["load_heading"]


def load_heading(folder: Path) -> tuple[str, str]:
    """Read the title and the notice of a condition.

    Args:
        folder: The condition's folder, such as `knowledge/conditions/pars-defect`.

    Raises:
        KnowledgeError: The file has faults; each is listed with its line.
    """
    files = Files(folder.parent.parent)
    condition, _ = files.read(folder / "condition.yaml", ConditionFile)
    files.refuse_faults()
    return condition.title, condition.notice
