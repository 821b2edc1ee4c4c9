"""Editors complete knowledge files by schemas, which must be those of the shapes that the files are held against."""

import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def written(root: Path) -> Mapping[str, Any]:
    return runpy.run_path(str(root / "docs" / "schemas.py"))


def test_the_schemas_are_current(written: Mapping[str, Any], root: Path) -> None:
    folder = root / "knowledge" / written["FOLDER"]
    there = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert there == written["schemas"](), "run: make schemas"


def test_every_knowledge_file_names_its_schema_in_its_first_line(written: Mapping[str, Any], root: Path) -> None:
    lines = dict(written["first_lines"](root / "knowledge"))
    files = set((root / "knowledge").rglob("*.yaml"))
    assert files - set(lines) == set(), "give it a schema in docs/schemas.py"
    wrong = [path.name for path, line in lines.items() if path.read_text("utf-8").split("\n", 1)[0] != line]
    assert wrong == [], "run: make schemas"
