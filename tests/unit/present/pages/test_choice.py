from datetime import date

import pytest

from isthmus.condition import Handbook
from isthmus.errors import UnknownName
from isthmus.present.pages.choice import choice_page

TODAY = date(2026, 11, 21)


def test_each_reader_gets_the_choice_in_their_register(handbook: Handbook) -> None:
    plain, clinical = (choice_page(handbook, "brace-or-not", who, today=TODAY) for who in ("patient", "surgeon"))
    assert [page.title for page in (plain, clinical)] == ["Brace or not", "Orthosis or none"]
    assert [page.about[0].text for page in (plain, clinical)] == ["Most do well.", "83.9% of 665 did well."]
    assert [option.title for option in clinical.options] == ["Orthosis", "None"]


def test_every_option_is_told_under_the_same_heads(handbook: Handbook) -> None:
    page = choice_page(handbook, "brace-or-not", "patient", today=TODAY)
    for option in page.options:
        assert [len(part) for part in (option.what, option.benefits, option.harms, option.like)] == [1, 1, 1, 1]
        assert option.benefits[0].says.claims == ("PD-1",)


def test_sources_dates_and_funding_stand_with_it(handbook: Handbook) -> None:
    page = choice_page(handbook, "brace-or-not", "patient", today=date(2027, 6, 1))
    assert [source.title for source in page.sources] == ["A study"]
    assert (page.review.changed, page.review.overdue) == (date(2026, 11, 21), True)
    assert page.updates
    assert page.funding


def test_a_choice_that_is_not_there_is_refused(handbook: Handbook) -> None:
    with pytest.raises(UnknownName, match="There is no choice `brace-or-nt`. Did you mean `brace-or-not`?"):
        choice_page(handbook, "brace-or-nt", "patient", today=TODAY)
