"""What every test may ask for."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of reading matter that no user has, which `ISTHMUS_SHARED` names; skip without it."""
    folder = os.environ.get("ISTHMUS_SHARED")
    if not folder:
        pytest.skip("ISTHMUS_SHARED is not set: the reading matter for this comparison is not part of the repository")
    return Path(folder)
