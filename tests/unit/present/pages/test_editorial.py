from datetime import date

from isthmus.condition import Handbook
from isthmus.present.pages.editorial import editorial_page


def test_the_page_says_all_that_is_on_file_of_how_words_are_made(whole: Handbook) -> None:
    editorial, page = whole.book.editorial, editorial_page(whole, today=date(2026, 11, 21))
    assert page.policy == tuple(sentence.text for sentence in editorial.policy)
    assert {one.status: one.says for one in page.statuses} == dict(editorial.statuses)
    assert [one.role for one in page.roles] == [role.role for role in editorial.roles]
    assert len(page.conflicts) == len(editorial.conflicts)
    assert len(page.funding) == len(editorial.funding)
