"""The pathway's knowledge files into a Pathway, with every fault in them reported at once."""

from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path

from isthmus.errors import Fault
from isthmus.located import Files, Located
from isthmus.pathway.load_cases import read_cases
from isthmus.pathway.load_features import read_features
from isthmus.pathway.load_shapes import CasesFile, ConditionFile, FeaturesFile, PathwayFile, UnitsFile
from isthmus.pathway.load_table import read_table
from isthmus.pathway.load_told import WordFiles
from isthmus.pathway.model import Pathway, WorkedCase
from isthmus.terms import ClaimId, ConditionId

__all__ = ["load_cases", "load_pathway"]

_DECIDING_FILES = ("condition.yaml", "case_features.yaml", "pathway.yaml")


def load_pathway(folder: Path, *, claims: Collection[ClaimId] | None) -> Pathway:
    """Read the pathway of a condition.

    Args:
        folder: The condition's folder, such as `knowledge/conditions/pars-defect`.
        claims: The claims that the pathway may cite; None where that is seen to elsewhere.

    Raises:
        KnowledgeError: The files have faults; each is listed with its file and line.
    """
    files = Files(folder.parent.parent)
    condition, _ = files.read(folder / "condition.yaml", ConditionFile)
    units, _ = files.read(files.knowledge / "units.yaml", UnitsFile)
    features_file, features_text = files.read(folder / "case_features.yaml", FeaturesFile)
    table_file, table_text = files.read(folder / "pathway.yaml", PathwayFile)
    words = WordFiles.read(folder, files)
    files.refuse_faults()

    groups, features = read_features(features_file, features_text, units, files.faults)
    table = read_table(table_file, table_text, features, units, files.faults)
    told = words.held_against(table, features, files.faults)
    if claims is not None:
        _check_claims([features_text, table_text, *words.texts], claims, files.faults)
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
        **told.as_fields(),
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
    files = Files(folder.parent.parent)
    file, text = files.read(folder / "cases.yaml", CasesFile)
    files.refuse_faults()
    cases = read_cases(file, text, pathway, files.faults)
    files.refuse_faults()
    return cases


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
