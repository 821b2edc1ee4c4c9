"""The house as the architecture tests see it: its source, read and parsed once."""

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = ("*.md", "*.toml", "*.yml", "Makefile", "LICENSE", ".importlinter", ".gitignore", ".ci/run")
FOLDERS = ("src", "tests", "docs", "knowledge", "requirements")


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def trees() -> Mapping[str, ast.Module]:
    """Parse every module of isthmus, by its path below src/isthmus."""
    source = ROOT / "src" / "isthmus"
    return {
        path.relative_to(source).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(source.rglob("*.py"))
    }


@pytest.fixture(scope="session")
def texts() -> Mapping[str, str]:
    """Read every text of the repository, by its path below the top."""
    paths = [path for pattern in PAPERS for path in ROOT.glob(pattern)]
    paths += [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    kept = [path for path in paths if not {"__pycache__", "node_modules"} & set(path.parts)]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8", errors="replace") for path in sorted(kept)}
