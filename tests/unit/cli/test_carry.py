import sys
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call

from isthmus.cli.carry import Carried

DANCER = str(Path(__file__).parents[3] / "docs" / "examples" / "dancer.yaml")
CASE = "{age_years: 15, defect_status: confirmed}"


def test_a_procedure_is_written_as_a_booklet_and_a_calendar_besides_what_is_printed(call: Call, tmp_path: Path) -> None:
    booklet, calendar = tmp_path / "a.pdf", tmp_path / "a.ics"
    options = ("--booklet", str(booklet), "--calendar", str(calendar))
    done = call("procedure", "brace", "--date", "2027-01-15", "--today", "2026-11-21", *options)
    plain = call("procedure", "brace", "--date", "2027-01-15", "--today", "2026-11-21")
    assert (done.code, done.out) == (0, plain.out)
    assert booklet.read_bytes().startswith(b"%PDF-")
    assert b"DTSTAMP:20261121T000000Z" in calendar.read_bytes()
    assert sorted(tmp_path.iterdir()) == [calendar, booklet]


def test_a_plan_is_written_as_a_booklet(call: Call, tmp_path: Path) -> None:
    booklet = tmp_path / "plan.pdf"
    done = call("plan", DANCER, "--json", "--booklet", str(booklet))
    assert (done.code, done.out[:1]) == (0, "{")
    assert booklet.read_bytes().startswith(b"%PDF-")


def test_nothing_is_written_or_printed_where_one_cannot_be_made(call: Call, tmp_path: Path) -> None:
    options = ("--booklet", str(tmp_path / "a.pdf"), "--calendar", str(tmp_path / "a.ics"))
    done = call("procedure", "brace", *options)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("calendar: Nothing here falls on a known day.")
    assert list(tmp_path.iterdir()) == []


def test_without_the_typesetter_one_line_says_how_to_get_it(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = call("procedure", "brace", "--booklet", str(tmp_path / "a.pdf"))
    assert (done.code, done.out) == (2, "")
    assert done.err == "booklet: It needs a library that is not installed. Run: pip install 'isthmus[booklet]'\n"


def test_many_patients_have_no_booklet(call: Call, tmp_path: Path) -> None:
    done = call("plan", "--each", "--booklet", str(tmp_path / "a.pdf"))
    assert (done.code, done.out) == (2, "")
    assert "for one patient" in done.err


def test_what_was_not_asked_for_is_not_made(tmp_path: Path) -> None:
    def never() -> bytes:
        raise AssertionError("nobody asked for it")

    kept = tmp_path / "days.ics"
    Carried(None, kept).keep(never, lambda: b"days")
    assert kept.read_bytes() == b"days"
    assert [Carried(None, None).named, Carried(None, kept).named] == [False, True]
