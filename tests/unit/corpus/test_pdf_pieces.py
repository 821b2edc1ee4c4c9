from isthmus.corpus.pdf_headings import Line
from isthmus.corpus.pdf_pieces import Piece, Row, pieces_of


def piece(words: str, left: float, line: int = 0) -> Piece:
    return Piece(line, words, left, left + 50, 700, 10)


def test_a_line_is_taken_apart_into_its_cells_with_their_looks() -> None:
    line = Line("Do | Do not", 10, 400, 700, 50)
    edges = [(50.0, 60.0, 10.0, 700), (150.0, 190.0, 10.0, 400)]
    assert pieces_of(3, line, edges, stands_out=[True, False]) == (
        Piece(3, "Do", 50, 60, 700, 10, stands_out=True),
        Piece(3, "Do not", 150, 190, 700, 10),
    )


def test_a_line_whose_bars_are_its_own_words_is_one_piece() -> None:
    line = Line("Run | swim", 10, 400, 700, 50)
    assert pieces_of(0, line, [(50.0, 90.0, 10.0, 400)], stands_out=[False]) == (Piece(0, line.words, 50, 90, 700, 10),)


def test_a_piece_ends_nowhere_before_it_begins() -> None:
    assert pieces_of(0, Line("Run"), [(50.0, 40.0, 10.0, 400)], stands_out=[False])[0].right == 50


def test_a_row_is_written_with_a_bar_at_least() -> None:
    row = Row(((piece("Walk on", 50), piece("level ground.", 52, 1)), (piece("Run.", 150, 2),)))
    assert row.written() == "Walk on level ground. | Run."
    assert (sorted(row.lines), row.lefts) == ([0, 1, 2], (50.0, 150.0))
    assert Row(((piece("Run.", 150),),), lacks_the_first=True).written() == " | Run."
    assert Row(((piece("Walk.", 50),),)).written() == "Walk. | "
