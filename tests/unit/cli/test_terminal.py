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
