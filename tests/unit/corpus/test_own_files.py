from pathlib import Path

import pytest

from isthmus.corpus.own_files import is_own


@pytest.mark.parametrize(
    "own",
    [
        "library.sqlite",
        "library.sqlite-wal",
        "library.lock",
        "index/state.sqlite-shm",
        "index/words-12/passages/meta.json",
    ],
)
def test_what_a_library_is_made_of_is_its_own(own: str) -> None:
    assert is_own(Path("/kept"), f"/kept/{own}")
    assert not is_own(Path("/kept"), f"/other/{own}")


@pytest.mark.parametrize(
    "other", ["library.sqlite-notes.txt", "index/a.txt", "index/words-of-the-day.txt", "deep/library.sqlite", "index"]
)
def test_what_somebody_else_keeps_beside_it_is_not(other: str) -> None:
    assert not is_own(Path("/kept"), f"/kept/{other}")
