import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.pieces import clauses_of, each_by_itself, pieces_of


@pytest.mark.parametrize(
    ("text", "asks", "tells"),
    [
        ("Does it heal?", ["Does it heal?"], []),
        ("My son is 12. How long is rest?", ["How long is rest?"], ["My son is 12."]),
        ("What is a slip, and how is it treated?", ["What is a slip?", "how is it treated?"], []),
        ("what is a slip and then tell me how long rest is", ["what is a slip?", "tell me how long rest is?"], []),
        ("He is 14, how long is rest?", ["how long is rest?"], ["He is 14."]),
        ("When he bends back it hurts.", [], ["When he bends back it hurts."]),
        ("Tell me why", ["Tell me why?"], []),
        ("He is 14 and has a crack. How long is rest?", ["How long is rest?"], ["He is 14 and has a crack."]),
        ("My neighbour, who is a nurse, says rest.", [], ["My neighbour, who is a nurse, says rest."]),
        ("It hurts and", [], ["It hurts and."]),
        ("And. Why?", ["Why?"], []),
    ],
)
def test_a_question_falls_into_what_it_asks_and_what_it_tells(text: str, asks: list[str], tells: list[str]) -> None:
    pieces = pieces_of(text, ASKING)
    assert [piece.sentence for piece in pieces if piece.asks] == asks
    assert [piece.sentence for piece in pieces if not piece.asks] == tells


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Is it safe with a brace?", True),
        ("For how long?", False),
        ("How long?", True),
        ("Is it safe to run?", False),
        ("How long does it take to heal?", False),
        ("Does she need a brace?", False),
    ],
)
def test_a_piece_points_back_at_a_thing_and_not_at_a_person(text: str, *, points: bool) -> None:
    assert [piece.points_back for piece in pieces_of(text, ASKING)] == [points]


def test_a_piece_is_written_with_the_mark_of_its_sentence() -> None:
    assert [piece.written for piece in pieces_of("Read my scan. What is a slip?", ASKING)] == [
        "Read my scan",
        "What is a slip?",
    ]


def test_each_thing_asked_stands_by_itself_beside_what_is_told() -> None:
    pieces = pieces_of("My legs are numb. Is that bad? What is a slip?", ASKING)
    assert list(each_by_itself(pieces)) == ["My legs are numb, Is that bad?", "My legs are numb. What is a slip?"]
    assert list(each_by_itself(pieces_of("Is it bad?", ASKING))) == ["Is it bad?"]


def test_of_very_many_pieces_each_is_given_alone() -> None:
    pieces = pieces_of("My legs are numb. What is a slip? " * 16, ASKING)
    assert list(each_by_itself(pieces)) == ["My legs are numb.", "What is a slip?"] * 16


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("I take a pill, he is 12 and it hurts", ["I take a pill", "he is 12", "it hurts"]),
        ("I take a pill", []),
        ("I take a pill, and", ["I take a pill"]),
    ],
)
def test_a_piece_of_several_clauses_is_taken_apart_further(text: str, clauses: list[str]) -> None:
    (piece,) = pieces_of(text, ASKING)
    assert [one.text for one in clauses_of(piece, ASKING)] == clauses
