import io
import json
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call

from isthmus.cli.app import main
from isthmus.corpus import Library

TREATMENT = "What is the treatment for a pars defect?"
PAGE = "Ärzte\n\nTreatment of a pars defect begins with rest and physical therapy.\n"


@pytest.fixture
def library(call: Call, tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert call("ingest", str(tmp_path / "page.txt"), "--library", str(tmp_path / "library")).code == 0
    return str(tmp_path / "library")


def test_a_document_is_shown_as_it_is_stored(call: Call, library: str) -> None:
    told = call("show", "page.txt", "--library", library)
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith(f"\n{PAGE}\n")


def test_the_words_that_an_answer_cites_are_marked(call: Call, library: str) -> None:
    told = call("show", "page.txt", "--question", TREATMENT, "--library", library)
    assert "[[Treatment of a pars defect begins with rest and physical therapy.]]" in told.out


def test_as_json_it_is_the_text_with_what_is_known_and_the_marks(call: Call, library: str) -> None:
    told = call("show", "page.txt", "--span", "8-17", "--span", "0-6", "--span", "0-6", "--json", "--library", library)
    shown = json.loads(told.out)
    assert (shown["text"], shown["title"]) == (PAGE, "Ärzte")
    assert [PAGE.encode()[mark["start"] : mark["end"]].decode() for mark in shown["marks"]] == ["Ärzte", "Treatment"]
    assert call("show", shown["id"][:8], "--json", "--library", library).code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "none.txt: No document bears this name. See: isthmus sources\n"),
        (["page.txt", "--span", "5"], "--span: This is no span of the document. "),
        (["page.txt", "--span", "5-5"], "--span: This is no span of the document. "),
        (["page.txt", "--span", "5-5000"], "--span: This is no span of the document. "),
        (["page.txt", "--span", "1-6"], "--span: This span cuts a character. "),
        (["page.txt", "--span", "0-1"], "--span: This span cuts a character. "),
    ],
)
def test_what_cannot_be_shown_is_told_in_one_line(call: Call, library: str, arguments: list[str], message: str) -> None:
    told = call("show", *arguments, "--library", library)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(message)
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(("option", "shown"), [((), "La caf?ine."), (("--json",), r"La caf\u00e9ine.")])
def test_an_output_without_every_sign_is_given_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...], shown: str
) -> None:
    (tmp_path / "page.txt").write_text("La caféine.", encoding="utf-8")
    written = io.BytesIO()
    monkeypatch.setattr("sys.argv", ["isthmus", "show", "page.txt", "--library", str(tmp_path), *option])
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, "ascii", write_through=True))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert shown in written.getvalue().decode("ascii")


def test_a_damaged_text_is_told_and_not_shown(call: Call, library: str) -> None:
    with closing(Library.at(Path(library))) as kept:
        kept.store.run("UPDATE documents SET text = ?", PAGE.replace("rest", "bike").encode())
    told = call("show", "page.txt", "--library", library)
    assert (told.code, told.out) == (2, "")
    assert "The stored text of this document is damaged. Run: isthmus forget " in told.err
