from datetime import date

import pytest
from tests.built_in import built_in_handbook

from isthmus.cli.show_guide import show_guide
from isthmus.present.pages.guide import guide_page


def test_a_chapter_is_shown_under_its_title_with_where_its_words_stand(capsys: pytest.CaptureFixture[str]) -> None:
    page = guide_page(built_in_handbook(), "patient", today=date(2026, 11, 21), chapter="symptoms")
    show_guide(page)
    out = capsys.readouterr().out
    assert f"\n{page.chapters[0].title}\n  {page.chapters[0].sentences[0].text[:20]}" in out
    assert "words: submitted, changed 21" in out
    assert "Safety\n" in out
