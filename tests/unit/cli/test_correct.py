import json
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call


@pytest.fixture
def library(call: Call, tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text("A page\n\nRest helps most people.\n", encoding="utf-8")
    call("ingest", str(tmp_path / "page.txt"), "--library", str(tmp_path / "library"))
    return str(tmp_path / "library")


def test_what_is_put_right_is_listed_so(call: Call, library: str) -> None:
    told = call(
        *("correct", "page.txt", "--title", "Rest", "--year", "2021", "--published", "2021-05", "--kind", "review"),
        *("--author", "A. One", "--author", "B. Two", "--licence", "CC BY 4.0", "--language", "en"),
        *("--publisher", "A press", "--url", "https://example.org/a", "--library", library),
    )
    assert told.code == 0
    assert told.out.startswith(
        "Corrected: authors, kind, language, licence, published, publisher, title, url, year of "
    )
    (source,) = json.loads(call("sources", "--json", "--library", library).out)
    assert (source["title"], source["year"], source["authors"]) == ("Rest", 2021, ["A. One", "B. Two"])
    assert len(source["corrected"]) == 9
    call("correct", "page.txt", "--publisher", "", "--year", "", "--author", "", "--library", library)
    (source,) = json.loads(call("sources", "--json", "--library", library).out)
    assert (source["publisher"], source["year"], source["authors"], source["title"]) == (None, None, [], "Rest")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "isthmus: Say what to put right. See: isthmus correct --help\n"),
        (["--year", "x"], "--year: This is not a year. Write it as 2024.\n"),
        (["--year", "999"], "--year: This is not a year. Write it as 2024.\n"),
        (["--kind", "revew"], "--kind: This is no kind of document. Did you mean `review`?\n"),
        (["--title", ""], "--title: Every document has one. Say what it is.\n"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(call: Call, library: str, arguments: list[str], message: str) -> None:
    told = call("correct", "page.txt", *arguments, "--library", library)
    assert (told.code, told.out, told.err) == (2, "", message)
