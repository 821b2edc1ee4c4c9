import json
from datetime import date
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call

PAGE = "Care for a pars defect\n\nMost people rest from sport for three months.\n"


@pytest.mark.parametrize("ingested", [True, False])
def test_documents_are_listed_from_a_library_and_from_a_folder_of_files(
    call: Call, tmp_path: Path, *, ingested: bool
) -> None:
    pages, folder = tmp_path / "pages", tmp_path / "library"
    pages.mkdir()
    (pages / "care.txt").write_text(PAGE, encoding="utf-8")
    if ingested:
        call("ingest", str(pages), "--library", str(folder))
    told = call("sources", "--json", "--library", str(folder if ingested else pages))
    (source,) = json.loads(told.out)
    assert (source["title"], source["kind"], source["places"]) == ("Care for a pars defect", "other", ["care.txt"])
    assert source["group"] == source["id"]
    assert source["taken_in"] == (date.today().isoformat() if ingested else None)  # noqa: DTZ011 - the day of the caller
    listed = call("sources", "--library", str(folder if ingested else pages)).out
    assert ("taken in on" in listed) is ingested
    assert call("sources", "--library", str(folder if ingested else pages)).out.count(source["id"]) == 1


def test_an_empty_library_lists_nothing(call: Call, tmp_path: Path) -> None:
    call("ingest", "none", "--library", str(tmp_path / "library"))
    assert call("sources", "--json", "--library", str(tmp_path / "library")).out == "[]\n"
    assert "0 documents" in call("sources", "--library", str(tmp_path / "library")).out


def test_a_folder_that_is_not_there_is_told(call: Call, tmp_path: Path) -> None:
    told = call("sources", "--library", str(tmp_path / "none"))
    assert (told.code, told.err) == (2, f"{tmp_path / 'none'}: There is no such folder. Check the name.\n")
