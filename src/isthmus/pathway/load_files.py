"""Knowledge files as they are read one by one, and the faults met on the way."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from isthmus.errors import Fault, KnowledgeError
from isthmus.located import Located, open_yaml, validate

__all__ = ["Files"]

Shape = TypeVar("Shape", bound=BaseModel)

_MOST_BYTES = 5_000_000


class Files:
    """Knowledge files as they are read, and the faults met so far."""

    def __init__(self, knowledge: Path) -> None:
        self.knowledge = knowledge
        self.faults: list[Fault] = []

    def read(self, path: Path, shape: type[Shape]) -> tuple[Shape, Located]:
        """Read one file; when it has faults, what is returned is never used, because `refuse_faults` comes first."""
        name = path.relative_to(self.knowledge).as_posix()
        document = open_yaml(path, name, self.faults, most_bytes=_MOST_BYTES)
        if document is None:
            return shape.model_construct(), Located(name, None)
        return validate(shape, document, self.faults) or shape.model_construct(), document

    def refuse_faults(self) -> None:
        """Stop here when anything was wrong."""
        if self.faults:
            raise KnowledgeError.of(self.faults)
