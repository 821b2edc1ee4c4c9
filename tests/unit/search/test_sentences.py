import pytest
from tests.unit.search.paper import paper

from isthmus.search.sentences import SentenceRanker, with_meaning


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("How many rowers were followed?", "In 2019"),
        ("When was the brace not worn?", "The brace was not"),
        ("In how many did pain fall?", "Pain fell"),
        ("What is BSI?", "Bone stress injury"),
    ],
)
def test_the_sentence_that_answers_comes_first(question: str, opening: str, *, whole: bool) -> None:
    best, _ = SentenceRanker(paper(), whole=whole).rank(question)[0]
    assert best.text.startswith(opening)


def test_every_sentence_is_ranked_once_best_first() -> None:
    ranked = SentenceRanker(paper()).rank("Was a brace worn?")
    assert len({sentence.start for sentence, _ in ranked}) == 9
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)


def test_no_passages_have_no_sentences() -> None:
    assert SentenceRanker([]).rank("What is it?") == []


def test_what_an_encoder_finds_alike_counts() -> None:
    ranker = SentenceRanker(paper(), whole=True)
    plain = ranker.scores("What did they see?")
    alike = [0.0] * 8 + [0.9]
    told = ranker.scores("What did they see?", alike)
    assert told[8] - max(told[:8]) > plain[8] - max(plain[:8])


def test_cosines_become_signs() -> None:
    signs = with_meaning([0.1, 0.5, 0.3])
    assert signs["alike_first"] == [1 / 3, 1, 1 / 2]
    assert signs["alike_standing"] == pytest.approx([-1.2247, 1.2247, 0], abs=1e-3)
    assert signs["alike_before"] == pytest.approx([0, -1.2247, 1.2247], abs=1e-3)
    assert signs["alike_after"] == pytest.approx([1.2247, 0, 0], abs=1e-3)


def test_cosines_that_are_all_alike_stand_out_nowhere() -> None:
    assert with_meaning([0.2, 0.2])["alike_standing"] == [0, 0]
