"""Documents as they are written for these tests, and a library of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from isthmus.corpus import Library, Report, Sources, ingest

Texts = Mapping[str, str]
Write = Callable[[Texts], Path]
Taken = Callable[..., Report]

CARE = """\
Care for a pars defect

Most people rest from sport for three months, and then begin to train the trunk with a therapist who knows them.

Consider surgery if:

  - six months of care have failed
  - the bone keeps slipping

A brace is worn by some, and the studies that compared it with rest alone found no difference in how many healed.
"""
KNEE = "Knee pain\n\nA runner's knee settles with fewer hills, a shorter step and strong hips.\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write texts as files below a folder, and name it."""

    def written(texts: Texts) -> Path:
        for name, text in texts.items():
            path = tmp_path / "pages" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "pages"

    return written


@pytest.fixture
def library() -> Library:
    return Library.in_memory()


@pytest.fixture
def take(library: Library) -> Taken:
    """Ingest places into the library."""

    def taken(*places: Path) -> Report:
        return ingest(library, Sources([str(place) for place in places]))

    return taken
