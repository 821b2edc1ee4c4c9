"""The pathway's knowledge files into a Pathway, with every fault in them reported at once."""

from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from isthmus.errors import Fault, KnowledgeError
from isthmus.located import Located, open_yaml, validate
from isthmus.pathway.load_cases import read_cases
from isthmus.pathway.load_features import read_features
from isthmus.pathway.load_shapes import (
    AudiencesFile,
    CasesFile,
    ConditionFile,
    FeaturesFile,
    PathwayFile,
    UnitsFile,
    WordingFile,
)
from isthmus.pathway.load_table import read_table
from isthmus.pathway.load_words import check_audiences, read_wording
from isthmus.pathway.model import Pathway, WorkedCase
from isthmus.terms import ClaimId, ConditionId

__all__ = ["load_cases", "load_pathway"]

Shape = TypeVar("Shape", bound=BaseModel)

_MOST_BYTES = 5_000_000
_DECIDING_FILES = ("condition.yaml", "case_features.yaml", "pathway.yaml")


def load_pathway(folder: Path, *, claims: Collection[ClaimId] | None) -> Pathway:
    """Read the pathway of a condition.

    Args:
        folder: The condition's folder, such as `knowledge/conditions/pars-defect`.
        claims: The claims that the pathway may cite; None where that is seen to elsewhere.

    Raises:
        KnowledgeError: The files have faults; each is listed with its file and line.
    """
    files = _Files(folder.parent.parent)
    condition, _ = files.read(folder / "condition.yaml", ConditionFile)
    units, _ = files.read(files.knowledge / "units.yaml", UnitsFile)
    audiences, audiences_text = files.read(files.knowledge / "audiences.yaml", AudiencesFile)
    features_file, features_text = files.read(folder / "case_features.yaml", FeaturesFile)
    table_file, table_text = files.read(folder / "pathway.yaml", PathwayFile)
    wording_files = [files.read(path, WordingFile) for path in sorted((folder / "wording" / "en").glob("*.yaml"))]
    files.refuse_faults()

    groups, features = read_features(features_file, features_text, units, files.faults)
    table = read_table(table_file, table_text, features, units, files.faults)
    wordings = [read_wording(file, text, table, files.faults) for file, text in wording_files]
    files.faults += check_audiences(audiences, audiences_text, wording_files)
    if claims is not None:
        _check_claims([features_text, table_text, *(text for _, text in wording_files)], claims, files.faults)
    files.refuse_faults()
    return Pathway(
        condition=ConditionId(condition.slug),
        title=condition.title,
        version=table_file.version,
        review_status=condition.review_status,
        notice=condition.notice,
        sha256=_digest(folder / name for name in _DECIDING_FILES),
        groups=groups,
        features=features,
        wordings=MappingProxyType({wording.audience: wording for wording in wordings}),
        **table.as_fields(),
    )


def load_cases(folder: Path, pathway: Pathway) -> tuple[WorkedCase, ...]:
    """Read the worked patients of a pathway, of which every row, flag, phase and contradiction needs one.

    Args:
        folder: The condition's folder.
        pathway: What they are patients of.

    Raises:
        KnowledgeError: The file has faults; each is listed with its line.
    """
    files = _Files(folder.parent.parent)
    file, text = files.read(folder / "cases.yaml", CasesFile)
    files.refuse_faults()
    cases = read_cases(file, text, pathway, files.faults)
    files.refuse_faults()
    return cases


class _Files:
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


def _digest(paths: Iterable[Path]) -> str:
    digest = sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _check_claims(documents: Iterable[Located], claims: Collection[ClaimId], faults: list[Fault]) -> None:
    known = set(claims)
    for document in documents:
        for steps, line in document.lines.items():
            if len(steps) > 1 and steps[-2] == "claims" and isinstance(steps[-1], int):
                claim = _at(document, steps)
                if claim not in known:
                    where = f"{document.name}:{line}"
                    faults.append(
                        Fault(where, f"Claim `{claim}` does not exist or is not shown.", "Cite a shown claim.")
                    )


def _at(document: Located, steps: tuple[str | int, ...]) -> object:
    value = document.value
    for step in steps:
        value = value[step]
    return value
