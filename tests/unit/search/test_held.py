import pytest
from tests.unit.search.paper import paper, passages

from isthmus.search.asking import Question
from isthmus.search.counted import Counted
from isthmus.search.held import Held, of_best, ranks_in, standing_in


def held(question: str, text: str | None = None) -> Held:
    return Held(Question.of(question), Counted.of(passages(text) if text else paper()))


def test_the_sentence_with_the_words_of_the_question_ranks_first() -> None:
    scores = held("Was the brace worn at night?").rank_score
    assert scores.index(max(scores)) == 6
    assert max(scores) == 1


def test_words_that_no_sentence_holds_cover_nothing() -> None:
    nowhere = held("xylophone quartet")
    assert nowhere.known == ()
    assert nowhere.covered == nowhere.nearly_covered == nowhere.rank_score == [0.0] * 9


def test_a_word_of_the_same_root_is_nearly_covered() -> None:
    near = held("infectious", "Infections are rare. The brace helps. Rest helps too.")
    assert near.covered == [0, 0, 0]
    assert near.nearly_covered[0] == pytest.approx(10 / 13)


def test_neighbours_count_in_part_and_never_those_of_another_document() -> None:
    counted = Counted.of([*passages("Rest helps. Pain falls.", "a"), *passages("Bones heal.", "b")])
    covered = Held(Question.of("rest"), counted).softly_covered([(-1, 0.5), (-2, 0.3)])
    assert covered == [1.0, 0.5, 0.0]


def test_shares_and_ranks_of_a_column() -> None:
    assert of_best([1.0, 4.0]) == [0.25, 1.0]
    assert of_best([0.0, 0.0]) == [0.0, 0.0]
    assert of_best([2.0, 1.0]) == [1.0, 0.5]
    assert of_best([]) == []
    assert ranks_in([1.0, 3.0, 1.0]) == [1, 0, 2]


def test_numbers_stand_out_from_their_mean_in_standard_deviations() -> None:
    assert standing_in([0.1, 0.5, 0.3]) == pytest.approx([-1.2247, 1.2247, 0], abs=1e-3)
    assert standing_in([0.2, 0.2]) == [0, 0]
    assert standing_in([]) == []
