from pathlib import Path

import pytest

from isthmus.cli.library import load_library
from isthmus.errors import UnreadableFile


def test_no_folder_is_no_library() -> None:
    assert load_library(None) is None


def test_what_could_not_be_used_is_told_and_the_rest_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text("Rest helps.", encoding="utf-8")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG")
    library = load_library(tmp_path)
    assert library is not None
    assert [about.place for about in library.abouts()] == ["page.txt"]
    told = capsys.readouterr()
    assert told.out == ""
    assert "scan.png" in told.err


@pytest.mark.parametrize("content", [None, b"\x00\x01\x02", b"caf\xe9 au lait"])
def test_a_folder_in_which_nothing_can_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "page.txt").write_bytes(content)
    with pytest.raises(UnreadableFile, match="There is no document here that can be read."):
        load_library(tmp_path)
