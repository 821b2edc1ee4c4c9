import pytest
from tests.built_in import built_in_handbook

from isthmus.condition import Handbook
from isthmus.errors import UnknownName
from isthmus.present.drawings import drawings_in_chapter, drawings_of_procedure


@pytest.fixture(scope="module")
def told() -> Handbook:
    return built_in_handbook()


def test_a_chapter_has_its_drawings_by_the_sentence_after_which_they_stand(told: Handbook) -> None:
    drawn = drawings_in_chapter(told, "patient", "what-it-is")
    says = told.book.chapter("what-it-is", told.book.audience("patient")).says
    assert {says[place].text: [each.name for each in drawings] for place, drawings in drawn.items()} == {
        "The pars is a narrow bridge of bone in each vertebra of your spine.": ["the-pars"],
        "That slip has a name too: isthmic spondylolisthesis.": ["a-slip"],
        "The crack can be on one side or on both.": ["sides"],
    }


def test_a_chapter_without_drawings_has_none(told: Handbook) -> None:
    assert drawings_in_chapter(told, "patient", "outlook") == {}


@pytest.mark.parametrize(("audience", "label"), [("parent", "bony bump"), ("surgeon", "spinous process")])
def test_labels_titles_and_captions_are_in_the_words_of_the_reader(told: Handbook, audience: str, label: str) -> None:
    drawing = drawings_in_chapter(told, audience, "what-it-is")[0][0]
    (panel,) = drawing.panels
    texts = [each.text for element in panel.elements for each in element.walk() if each.tag == "text"]
    assert label in texts
    assert panel.id == "figure-the-pars-1"
    assert panel.title == told.book.drawings[0].panels[0].title.in_register(
        "clinical" if audience == "surgeon" else "plain"
    )
    assert drawing.caption[1].claims == ("PD-001",)
    assert drawing.caption[1].marks


def test_several_pictures_have_names_of_their_own(told: Handbook) -> None:
    (sides,) = drawings_of_procedure(told, "patient", "direct-repair")
    assert [panel.id for panel in sides.panels] == ["figure-sides-1", "figure-sides-2", "figure-sides-3"]


def test_a_procedure_without_drawings_has_none(told: Handbook) -> None:
    assert drawings_of_procedure(told, "patient", "brace") == ()


def test_a_reader_that_does_not_exist_is_refused(told: Handbook) -> None:
    with pytest.raises(UnknownName):
        drawings_of_procedure(told, "nobody", "brace")


def test_every_drawing_stands_somewhere_for_every_reader(told: Handbook) -> None:
    for audience in told.book.audiences:
        shown = [
            drawing.name
            for chapter in told.book.chapters
            for drawings in drawings_in_chapter(told, audience, chapter.id).values()
            for drawing in drawings
        ]
        assert sorted(shown) == sorted(drawing.name for drawing in told.book.drawings)
