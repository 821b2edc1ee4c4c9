"""Reads the claims in plain words, which stand beside the guides for every reader of the plain register."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from isthmus.guide import shapes
from isthmus.guide.build import plain_of
from isthmus.guide.model import Sentence
from isthmus.located import Files
from isthmus.terms import ClaimId

__all__ = ["PlainWords", "read_plain"]

_NAME = "plain.yaml"


def read_plain(files: Files, folder: Path) -> shapes.PlainFile:
    """Read the claims in plain words with the other files of a condition.

    Args:
        files: Notes what is wrong; what is returned is used only where nothing was.
        folder: The condition's folder.
    """
    return files.read(folder / _NAME, shapes.PlainFile)[0]


class PlainWords(Mapping[ClaimId, Sentence]):
    """Each claim in plain words, read when the first is asked for: a clinical reader never waits for the file.

    Args:
        folder: The condition's folder, such as `knowledge/conditions/pars-defect`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _told(self) -> Mapping[ClaimId, Sentence]:
        files = Files(self._folder.parent.parent)
        file = read_plain(files, self._folder)
        files.refuse_faults()
        return plain_of(file)

    def __getitem__(self, claim: ClaimId) -> Sentence:
        return self._told[claim]

    def __iter__(self) -> Iterator[ClaimId]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)
