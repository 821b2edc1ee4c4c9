import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.reply import asks_nothing, denial_of_all, denies_all, is_courtesy, says_yes_or_no
from isthmus.answer.said import sentences_of
from isthmus.claims import Words


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("yes, the second one", True),
        ("12", True),
        ("Does a brace help", False),
        ("No. What about a brace?", False),
        ("yes " * 61, False),
    ],
)
def test_a_reply_asks_nothing_and_is_short(text: str, *, tells: bool) -> None:
    assert asks_nothing(text, ASKING) is tells


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        ("Yes, at night", True),
        ("a bit of numbness, yes", True),
        ("It is worse. Sometimes", True),
        ("the third one", True),
        ("she limps", False),
        ("exercises for teenagers", False),
        ("", False),
    ],
)
def test_a_reply_opens_or_ends_with_yes_or_no_or_which(text: str, *, replies: bool) -> None:
    assert says_yes_or_no(text, ASKING) is replies


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("None of the above", True),
        ("no, none of that. My legs are fine", True),
        ("No to all of them.", True),
        ("none of these, except the fever", False),
        ("none of those, I think", False),
        ("none of these, but my leg is numb", False),
        ("none of these?", False),
        ("no", False),
        ("", False),
    ],
)
def test_all_that_was_asked_is_denied_in_a_sentence_of_its_own(text: str, *, denies: bool) -> None:
    assert denies_all(text, ASKING) is denies


def test_a_number_in_a_denial_of_all_is_that_of_what_was_asked() -> None:
    (sentence,) = sentences_of("No to all eight.", ASKING.numbers)
    assert denial_of_all(sentence, ASKING, 8, 12)
    assert not denial_of_all(sentence, ASKING, 9, 12)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("ok, that helps", True),
        ("Great. Understood!", True),
        ("", True),
        ("ok, does a brace help", False),
        ("my leg is ok", False),
    ],
)
def test_what_only_keeps_up_a_conversation_is_told(text: str, *, is_one: bool) -> None:
    assert is_courtesy(Words.of(text), ASKING) is is_one
