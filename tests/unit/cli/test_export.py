from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call

LIBRARIES = ["ParsDefectElements.cql", "ParsDefectLogic.cql"]


def test_cql_is_printed_as_two_libraries_with_a_line_between(call: Call) -> None:
    done = call("export", "cql")
    elements, _, logic = done.out.partition(
        "\n// The next library begins here; --output DIR gives each a file of its own.\n\n"
    )
    assert (done.code, done.err) == (0, "")
    assert "library ParsDefectElements" in elements
    assert "library ParsDefectLogic" in logic


def test_cql_is_kept_as_two_files_in_a_folder_that_is_made(call: Call, tmp_path: Path) -> None:
    done = call("export", "cql", "--output", str(tmp_path / "a" / "b"))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == LIBRARIES


def test_prose_is_printed_as_it_is_kept(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert call("export", "prose", "--output", str(page)).code == 0
    assert page.read_text(encoding="utf-8") == call("export", "prose").out
    assert list(tmp_path.iterdir()) == [page]


def test_a_folder_takes_a_single_file_by_its_own_name(call: Call, tmp_path: Path) -> None:
    assert call("export", "prose", "--output", str(tmp_path)).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["pars-defect.md"]


def test_a_file_that_is_there_is_replaced_whole(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("old\n" * 10_000)
    assert call("export", "prose", "--output", str(page)).code == 0
    assert "old" not in page.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_sql_is_written_in_the_dialect_that_is_named(call: Call, dialect: str) -> None:
    done = call("export", "sql", "--dialect", dialect)
    assert (done.code, done.err) == (0, "")
    assert "SELECT" in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["cqll"], "FORMAT: There is no format `cqll`. Did you mean `cql`?\n"),
        (["xyz"], "FORMAT: There is no format `xyz`. Formats are: cql, sql, prose.\n"),
        (["cql", "--dialect", "spark"], "--dialect: Only sql has dialects. Leave it out, or export sql.\n"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(call: Call, arguments: list[str], told: str) -> None:
    done = call("export", *arguments)
    assert (done.code, done.out, done.err) == (2, "", told)


def test_an_unknown_dialect_is_refused_with_the_nearest(call: Call) -> None:
    done = call("export", "sql", "--dialect", "postgress")
    assert (done.code, done.out) == (2, "")
    assert "`postgress`" in done.err
    assert "Did you mean `postgres`?" in done.err


def test_a_place_that_cannot_be_written_is_refused_and_left_as_it_was(call: Call, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("mine")
    two = call("export", "cql", "--output", str(kept))
    assert (two.code, two.out) == (2, "")
    assert two.err == f"{kept}: This cannot be written (file exists). Name a folder you may write in.\n"
    one = call("export", "prose", "--output", str(kept / "page.md"))
    assert one.code == 2
    assert (
        one.err
        == f"{kept / 'page.md'}: This cannot be written (not a directory). Name a file in a folder you may write in.\n"
    )
    assert kept.read_text() == "mine"
