import pytest

from isthmus.answer.verify.polarity import denied_in, is_matter, is_negator, negators_in, softened_in
from isthmus.answer.verify.tokens import read_text


@pytest.mark.parametrize(
    ("text", "surely", "maybe"),
    [
        ("It does not heal bone.", ["heal"], ["bone"]),
        ("no harm, then pain", ["harm"], []),
        ("not only rest but sport", [], []),
        ("no more than ten", [], []),
        ("never", [], []),
        ("It heals.", [], []),
    ],
)
def test_a_denial_reaches_the_words_behind_it_in_its_clause(text: str, surely: list[str], maybe: list[str]) -> None:
    read = read_text(text)
    denied, near = denied_in(read)
    assert ([read.word(at) for at in sorted(denied)], [read.word(at) for at in sorted(near)]) == (surely, maybe)


def test_an_idiom_denies_nothing() -> None:
    assert negators_in(read_text("no more than not this")) == (3,)


def test_what_may_be_is_softened() -> None:
    read = read_text("It may help and can. It heals.")
    assert [read.word(at) for at in softened_in(read)] == ["help"]


def test_words_of_matter_are_told_from_those_that_build_a_sentence() -> None:
    assert [word for word in ["bone", "the", "may", "not", "6", "%"] if is_matter(word)] == ["bone"]
    assert is_negator("without")
