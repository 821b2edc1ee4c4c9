from datetime import date

import pytest
from tests.built_in import built_in_handbook

from isthmus.cli.show_choice import show_choice
from isthmus.present import choice_page


@pytest.mark.parametrize(("columns", "beside"), [("90", True), ("60", False)])
def test_options_stand_side_by_side_where_the_terminal_is_wide_enough(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: str, *, beside: bool
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    page = choice_page(built_in_handbook(), "brace-or-not", "patient", today=date(2026, 11, 21))
    show_choice(page)
    lines = capsys.readouterr().out.splitlines()
    one, other = (option.title for option in page.options)
    assert any(line.startswith(one) and line.endswith(other) for line in lines) is beside
    assert max(map(len, lines)) <= int(columns)
