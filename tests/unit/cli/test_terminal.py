import pytest
from rich.text import Text

from isthmus.cli.terminal import Terminal


def test_lines_stand_beside_their_label_and_keep_to_its_column(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal()
    terminal.console.width = 40
    terminal.block("Why", [Text("Before three months care goes on."), Text("  a: true")])
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "",
        "Why               Before three months",
        "                  care goes on.",
        "                    a: true",
    ]


def test_a_block_without_lines_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().block("Why", [])
    assert capsys.readouterr().out == ""


def test_words_are_never_taken_for_markup(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().title("[red]x[/red]", ":smile: {x}")
    assert capsys.readouterr().out.splitlines() == ["", "[red]x[/red]", ":smile: {x}"]


ROWS = [("What it is", [[Text("A shell worn around the whole trunk by day.")], [Text("Care."), Text("Rest.")]])]


def test_columns_stand_side_by_side_where_there_is_room(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal()
    terminal.console.width = 76
    terminal.side_by_side(["A brace", "No brace"], ROWS)
    assert capsys.readouterr().out.splitlines() == [
        "",
        "A brace                                 No brace",
        "",
        "What it is",
        "A shell worn around the whole           Care.",
        "  trunk by day.                         Rest.",
    ]


def test_columns_follow_each_other_where_there_is_no_room(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal()
    terminal.console.width = 50
    terminal.side_by_side(["A brace", "No brace"], ROWS)
    assert capsys.readouterr().out.splitlines() == [
        "",
        "A brace",
        "  What it is",
        "  A shell worn around the whole trunk by day.",
        "",
        "No brace",
        "  What it is",
        "  Care.",
        "  Rest.",
    ]
