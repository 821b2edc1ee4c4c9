from datetime import date

import pytest
from tests.built_in import built_in_handbook

from isthmus.present.pages.procedure import ProcedurePage, procedure_page
from isthmus.present.weighed import weigh


@pytest.fixture(scope="module")
def pages() -> list[ProcedurePage]:
    handbook = built_in_handbook()
    return [procedure_page(handbook, name, "patient", today=date(2026, 11, 21)) for name in handbook.book.procedures]


def test_every_fact_is_shown_once_and_in_one_form(pages: list[ProcedurePage]) -> None:
    for page in pages:
        for facts in (page.benefits, page.harms):
            weighed = weigh(facts, "plain")
            drawn = [array.says for array in weighed.people]
            drawn += [row.says for plot in weighed.plots for row in plot.rows if row.says]
            shown = [*drawn, *weighed.words, *weighed.uncounted]
            assert sorted(told.text for told in shown) == sorted(fact.says.text for fact in facts), page.name


def test_what_we_say_of_our_own_sources_is_a_gap_and_nothing_else(pages: list[ProcedurePage]) -> None:
    gaps = {page.name: weigh(page.harms, "plain").uncounted for page in pages}
    assert all(told.about == "editorial" and not told.claims for page in gaps.values() for told in page)
    assert len(gaps["direct-repair"]) == 1
    assert gaps["ct"] == ()
