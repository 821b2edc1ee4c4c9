from isthmus.corpus import DocumentId, Passage, PassageId
from isthmus.search.sections import sections_of


def passage(start: int, text: str, heading: str | None = None) -> Passage:
    return Passage(PassageId(f"d@{start}"), DocumentId("d"), start, start + len(text), text, heading, ())


def test_neighbours_under_one_heading_are_one_section() -> None:
    rows = [passage(0, "a", "One"), passage(2, "b", "One"), passage(4, "c", "Two"), passage(6, "d", "One")]
    found = [(section.heading, [p.text for p in section.passages]) for section in sections_of("T", rows)]
    assert found == [("One", ["a", "b"]), ("Two", ["c"]), ("One", ["d"])]


def test_a_section_grows_no_longer_than_two_pages() -> None:
    found = list(sections_of("", [passage(at, "x" * 1_000) for at in range(7)]))
    assert [len(section.passages) for section in found] == [3, 3, 1]


def test_a_passage_longer_than_a_section_is_one_by_itself() -> None:
    found = list(sections_of("", [passage(0, "x" * 9_000), passage(1, "y")]))
    assert [len(section.passages) for section in found] == [1, 1]


def test_every_section_tells_the_title_the_first_words_of_the_document_and_its_heading() -> None:
    rows = [passage(0, "Spondylolysis is a crack.", None), passage(9, "Rest helps.", "Treatment")]
    first, last = sections_of("Sore backs", rows)
    assert (first.title, first.lead.split()) == ("Sore backs", ["Spondylolysis", "is", "a", "crack."])
    assert last.lead.endswith("a crack. Treatment")
    assert last.text == "Rest helps."


def test_a_document_without_passages_has_no_section() -> None:
    assert list(sections_of("T", [])) == []
