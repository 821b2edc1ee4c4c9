from pathlib import Path

import pytest

from isthmus.cli.files import keep, unwritable
from isthmus.errors import InvalidOption


def test_files_are_written_over_what_was_there_and_leave_nothing_else(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"before")
    keep({old: b"after", new: b"made"})
    assert (old.read_bytes(), new.read_bytes()) == (b"after", b"made")
    assert sorted(tmp_path.iterdir()) == [new, old]


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    kept, lost = tmp_path / "kept", tmp_path / "no such folder" / "lost"
    kept.write_bytes(b"before")
    with pytest.raises(
        InvalidOption, match=r"lost: This cannot be written \(no such file or directory\)\. Try there\."
    ):
        keep({kept: b"after", lost: b"made"}, remedy="Try there.")
    assert kept.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [kept]


def test_the_machine_s_own_reason_is_told_where_it_gives_one() -> None:
    assert str(unwritable(Path("a"), OSError(), "Go.")) == "a: This cannot be written (unknown reason). Go."
