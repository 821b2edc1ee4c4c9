from datetime import date

from isthmus.guide import Chapter, Drawing, Element, Review, Sentence, Svg
from isthmus.terms import ClaimId

LABEL = Element("text", (("class", "strong"),), (), "pars")
BONE = Element("path", (("d", "M0 0"),))


def test_an_element_is_gone_through_in_the_order_in_which_it_is_drawn() -> None:
    inner = Element("g", (), (BONE, LABEL))
    assert list(Element("g", (), (inner, BONE)).walk())[1:] == [inner, BONE, LABEL, BONE]


def test_labels_are_found_in_groups_too() -> None:
    assert Svg("0 0 1 1", (Element("g", (), (LABEL,)), BONE, LABEL)).labels() == (LABEL, LABEL)


def test_a_drawing_stands_after_the_first_sentence_on_one_of_its_claims() -> None:
    review = Review("submitted", "editor", date(2026, 11, 21), date(2027, 5, 21))
    drawing = Drawing("x", "outlook", (ClaimId("PD-2"), ClaimId("PD-3")), (), (), (), review)
    said = [Sentence("a", (ClaimId("PD-1"),)), Sentence("b", (ClaimId("PD-3"),)), Sentence("c", (ClaimId("PD-2"),))]
    assert drawing.stands_after(Chapter("outlook", "Outlook", tuple(said))) == 1
    assert drawing.stands_after(Chapter("outlook", "Outlook", tuple(said[:1]))) is None
