import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.denial import ends_clause, is_denied, is_excepted, is_listed, is_refuted, is_unsure
from isthmus.answer.said import sentences_of
from isthmus.answer.stance import Telling, tells

STANCE = ASKING.stance


def told(text: str) -> tuple[Telling, ...]:
    return tells(sentences_of(text, ASKING.numbers), ASKING)


def place(text: str, word: str) -> tuple[int, Telling]:
    here = told(text)[0]
    return here.sentence.words.words.index(word), here


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("I have fever", False),
        ("I have no fever", True),
        ("no weakness or fever", True),
        ("no weakness and fever", None),
        ("no weakness, pain or fever", True),
        ("no weakness, fever", None),
        ("no pain, has fever", False),
        ("no, fever", False),
        ("no my fever", False),
        ("without my fever", True),
    ],
)
def test_words_are_denied_surely_perhaps_or_not(text: str, denied: bool | None) -> None:
    at, here = place(text, "fever")
    assert is_denied(at, here.sentence, STANCE) is denied


def test_a_denial_after_a_comma_begins_anew() -> None:
    sentence = told("night pain, no fever")[0].sentence
    assert is_denied(2, sentence, STANCE) is False


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("back pain and fever", False),
        ("no vomiting or fever", True),
        ("without swelling, bad redness or fever", True),
        ("no cough/fever", None),
        ("no cough and fever", None),
        ("no swelling of the whole leg or fever", None),
        ("no longer any cough or fever", None),
        ("dont smoke or drink or have fever", None),
        ("not well, fever", False),
        ("never had cancer, fever or pain", None),
        ("never had cancer, fever has come or gone", False),
        ("no cough, now fever", False),
        ("no cough in my son, fever", False),
        ("no i vomit, fever", False),
        ("no, cough, fever", False),
    ],
)
def test_a_list_of_whatever_else_may_be_denied(text: str, listed: bool | None) -> None:
    at, here = place(text, "fever")
    assert is_listed(at, here, STANCE) is listed


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("no fever", True),
        ("no fever at all", True),
        ("no fever, but pain", True),
        ("no fever or pain", True),
        ("no fever in my brother", False),
    ],
)
def test_a_denial_ends_its_clause_where_nothing_narrows_it(text: str, *, ends: bool) -> None:
    at, here = place(text, "fever")
    assert ends_clause(at + 1, here.sentence, STANCE) is ends


@pytest.mark.parametrize(
    ("text", "refuted"),
    [("fever was ruled out", True), ("fever absent", True), ("fever", False), ("fever, no pain", False)],
)
def test_what_is_named_may_be_denied_behind_it(text: str, *, refuted: bool) -> None:
    assert is_refuted(1, told(text)[0].sentence, STANCE) is refuted


def test_an_exception_follows_a_denial() -> None:
    at, here = place("no fever until yesterday", "fever")
    assert is_excepted(at + 1, here.sentence, STANCE)
    assert not is_excepted(at + 4, here.sentence, STANCE)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("I have no fever.", False),
        ("I have no fever, should I wait?", False),
        ("I have no fever?", True),
        ("I have no fever in my brother.", True),
        ("I have no fever, just chills.", True),
        ("I have no fever, just back pain.", False),
        ("I have no fever, just back pain and chills.", False),
        ("I have no fever, with tramadol.", True),
        ("I cannot have no fever.", True),
        ("I have no pain no fever.", False),
        ("I cannot sleep and have no fever.", False),
        ("I have no fever. Well, a bit.", True),
        ("I have no fever. Is that good?", False),
    ],
)
def test_a_denial_of_danger_is_relied_on_only_where_nothing_weakens_it(text: str, *, unsure: bool) -> None:
    at, here = place(text, "fever")
    assert is_unsure((at, at + 1), here, told(text)[1:], STANCE) is unsure
