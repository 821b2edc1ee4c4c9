import pytest

from isthmus.answer.verify.marks import marks_in
from isthmus.answer.verify.tokens import read_text


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("the left leg", "side", "left"),
        ("one-sided", "extent", "one"),
        ("two-sided", "extent", "two"),
        ("a bilateral defect", "extent", "bilateral"),
        ("at L5", "level", "L5"),
        ("COVID-19", "name", "covid-19"),
        ("it got worse", "quality", "worse"),
        ("you must rest", "modality", "must"),
        ("it cures", "certainty", "cures"),
        ("in children", "population", "children"),
        ("6 to 12", "range", "6 to 12"),
        ("in 2019", "number year", "2019"),
        ("6 weeks", "number time", "6"),
    ],
)
def test_what_may_not_be_told_otherwise_is_marked(text: str, kind: str, written: str) -> None:
    assert (kind, written.lower()) in [(mark.kind, mark.written.lower()) for mark in marks_in(read_text(text))]


@pytest.mark.parametrize("text", ["come right away", "it is at least", "an ordinary word"])
def test_plain_words_mark_nothing(text: str) -> None:
    assert marks_in(read_text(text)) == ()


def test_a_person_who_is_addressed_may_be_named_where_the_source_names_nobody() -> None:
    assert [mark.loose for mark in marks_in(read_text("your child and other children"))] == [True, False]
