import pytest
from tests.unit.search.paper import paper

from isthmus.search.meaning import NearWord
from isthmus.search.sentences import SentenceRanker


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


def test_what_an_encoder_finds_near_counts() -> None:
    ranker = SentenceRanker(paper(), whole=True)
    plain = ranker.scores("What did they see?")
    told = ranker.scores("What did they see?", [NearWord("see", [0.0] * 8 + [0.9], [0.0] * 9)])
    assert told[8] - max(told[:8]) > plain[8] - max(plain[:8])
