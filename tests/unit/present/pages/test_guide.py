from datetime import date

import pytest

from isthmus.condition import Handbook
from isthmus.errors import UnknownName
from isthmus.present.pages.guide import guide_page

TODAY = date(2026, 11, 21)


def test_the_guide_is_said_chapter_by_chapter_with_its_sources(handbook: Handbook) -> None:
    page = guide_page(handbook, "patient", today=TODAY)
    assert [chapter.id for chapter in page.chapters] == ["what-it-is", "outlook"]
    assert [source.title for source in page.sources] == ["A study", "A page", "A copy"]
    assert all(told.marks or told.about for chapter in page.chapters for told in chapter.sentences)
    assert [item.term for item in page.terms] == ["spondylolysis"]
    assert [told.text for told in page.safety] == ["Get help now if your legs go weak."]


def test_one_chapter_lists_its_own_sources_only(handbook: Handbook) -> None:
    page = guide_page(handbook, "surgeon", today=TODAY, chapter="what-it-is")
    assert ([chapter.id for chapter in page.chapters], [source.number for source in page.sources]) == (
        ["what-it-is"],
        [1],
    )
    assert page.safety == ()


@pytest.mark.parametrize("name", [{"audience": "surgoen"}, {"audience": "patient", "chapter": "outlok"}])
def test_what_does_not_exist_is_refused(handbook: Handbook, name: dict[str, str]) -> None:
    with pytest.raises(UnknownName, match="Did you mean"):
        guide_page(handbook, today=TODAY, **name)
