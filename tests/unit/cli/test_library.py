from pathlib import Path

import pytest

from isthmus.cli.library import load_library


def test_no_folder_is_no_library() -> None:
    assert load_library(None) is None


def test_what_could_not_be_used_is_told_and_the_rest_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text("Rest helps.", encoding="utf-8")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG")
    library = load_library(tmp_path)
    assert library is not None
    assert [document.id for document in library.documents] == ["page.txt"]
    told = capsys.readouterr()
    assert told.out == ""
    assert "scan.png" in told.err
