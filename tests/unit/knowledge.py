"""The built-in knowledge for tests, and copies of it that tests may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.built_in import built_in_condition

from isthmus.condition import built_in_knowledge
from isthmus.pathway import Pathway, WorkedCase
from isthmus.pathway.load import load_cases
from isthmus.terms import ClaimId

KNOWLEDGE = built_in_knowledge()
FOLDER = KNOWLEDGE / "conditions" / "pars-defect"
CLAIMS: frozenset[ClaimId] = frozenset(built_in_condition().evidence.claims)
PATHWAY: Pathway = built_in_condition().pathway
CASES: tuple[WorkedCase, ...] = load_cases(FOLDER, PATHWAY)
FACTS = {case.id: dict(case.facts) for case in CASES}


def spoilt(copy: Path, name: str, change: Callable[[str], str]) -> Path:
    """Copy the knowledge and change one file of the condition.

    Returns:
        The condition's folder in the copy.
    """
    shutil.copytree(KNOWLEDGE, copy, dirs_exist_ok=True)
    folder = copy / "conditions" / "pars-defect"
    path = folder / name
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, "the change must find what it changes"
    path.write_text(after, encoding="utf-8")
    return folder
