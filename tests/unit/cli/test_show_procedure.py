from datetime import date

import pytest
from tests.built_in import built_in_handbook

from isthmus.cli.show_procedure import show_procedure
from isthmus.present.pages.procedure import procedure_page


@pytest.mark.parametrize(("on", "shown"), [(date(2027, 1, 15), True), (None, False)])
def test_the_day_is_named_where_it_is_known(
    capsys: pytest.CaptureFixture[str], on: date | None, *, shown: bool
) -> None:
    page = procedure_page(built_in_handbook(), "direct-repair", "surgeon", today=date(2026, 11, 21), on=on)
    show_procedure(page)
    out = capsys.readouterr().out
    assert ("the day is 15" in out) is shown
    assert all(variant.title in out for variant in page.variants)
