from datetime import date

import pytest

from isthmus.condition import Condition, Handbook
from isthmus.errors import UnknownName
from isthmus.present.pages.guide import chapter_page, contents_page, guide_page

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


def test_a_chapter_stands_between_its_neighbours_by_their_titles_for_the_reader(
    whole: Handbook, condition: Condition
) -> None:
    page = chapter_page(whole, condition.evidence, "surgeon", today=TODAY, chapter="causes")
    assert (page.before, page.chapter, page.after) == page.contents[:3]
    assert page.contents[1].title == whole.book.chapter("causes", whole.book.audience("surgeon")).title
    ends = [
        chapter_page(whole, condition.evidence, "patient", today=TODAY, chapter=page.contents[at].id) for at in (0, -1)
    ]
    assert (ends[0].before, ends[1].after) == (None, None)


def test_every_sentence_of_every_chapter_keeps_its_place_and_has_a_note_for_each_claim(
    whole: Handbook, condition: Condition
) -> None:
    for audience, guide in whole.book.guides.items():
        for chapter in guide.chapters:
            page = chapter_page(whole, condition.evidence, audience, today=TODAY, chapter=chapter.id)
            marked = [sentence for block in page.blocks for sentence in block.sentences]
            assert [sentence.told.text for sentence in marked] == [sentence.text for sentence in chapter.says]
            assert [len(sentence.notes) for sentence in marked] == [len(sentence.claims) for sentence in chapter.says]


def test_signs_that_cannot_wait_stand_one_by_one(whole: Handbook, condition: Condition) -> None:
    page = chapter_page(whole, condition.evidence, "patient", today=TODAY, chapter="seek-help-now")
    assert page.chapter.signs
    assert {len(block.sentences) for block in page.blocks} == {1}


def test_the_way_in_opens_with_the_first_words_and_what_cannot_wait(whole: Handbook, condition: Condition) -> None:
    page = contents_page(whole, condition.evidence, "parent", today=TODAY)
    first = whole.book.guides[whole.book.audience("parent").id].chapters[0].says[0]
    assert page.opening.lead.sentences[0].told.text == first.text
    safety = whole.book.editorial.safety[whole.book.audience("parent").id]
    assert [block.sentences[0].told.text for block in page.opening.safety] == [sentence.text for sentence in safety]
    assert len(page.contents) == len(whole.book.chapters)


@pytest.mark.parametrize(("audience", "chapter"), [("patient", "outlok"), ("surgoen", "outlook")])
def test_a_chapter_that_does_not_exist_is_refused(
    audience: str, chapter: str, whole: Handbook, condition: Condition
) -> None:
    with pytest.raises(UnknownName):
        chapter_page(whole, condition.evidence, audience, today=TODAY, chapter=chapter)
