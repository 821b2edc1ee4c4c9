import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.reply import asks_nothing, says_yes_or_no


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("yes, the second one", True),
        ("12", True),
        ("Does a brace help", False),
        ("No. What about a brace?", False),
        ("yes " * 30, False),
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
