import pytest

from isthmus.claims import Context, Guard, Words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.wording import Part


def test_contexts_count_for_the_behaviours_they_name() -> None:
    denied, general = (Context(name, "ahead", Part((("no",),))) for name in ("denied", "general"))
    guard = Guard((), ((denied, frozenset({"emergency", "abstain"})), (general, frozenset({"emergency"}))), "", "")
    assert list(guard.contexts_for("emergency")) == [denied, general]
    assert list(guard.contexts_for("abstain")) == [denied]
    assert list(guard.contexts_for("clarify")) == []


@pytest.mark.parametrize(
    ("text", "throughout"),
    [
        ("no fever", True),
        ("I have no fever", True),
        ("no fever. Legs fine", True),
        ("legs fine, groin numb", False),
        ("no fever today", False),
        ("no idea", False),
        ("I have", False),
        ("fever", False),
        ("afebrile", True),
        ("afebrile. No fever", True),
        ("fever as figure", False),
    ],
)
def test_what_is_denied_throughout_tells_nothing_else(text: str, *, throughout: bool) -> None:
    choice = WordingReader().choice
    denied = Context("denied", "ahead", choice(["no"]), over=choice(["i", "have"]), listed=choice(["fever"]))
    well = Context("well", "behind", choice(["fine"]), listed=choice(["legs"]))
    asked = Context("asked", "sentence", choice(["today"]))
    whole = Context("whole", "itself", choice(["afebrile"]), listed=choice(["afebrile"]))
    figure = Context("figure", "itself", choice(["fever as figure"]))
    contexts = (denied, well, asked, whole, figure)
    guard = Guard((), tuple((context, frozenset({"emergency"})) for context in contexts), "", "")
    assert guard.is_denied_throughout(Words.of(text)) == throughout


def test_what_a_sentence_takes_back_is_denied_only_where_it_lists_danger_signs() -> None:
    choice = WordingReader().choice
    long_past = Context("long-past", "sentence", choice(["fell in 1975"]), listed=choice(["fell"]))
    asked = Context("asked", "sentence", choice(["is it usual"]))
    guard = Guard((), tuple((context, frozenset({"emergency"})) for context in (long_past, asked)), "", "")
    assert guard.denied_in(Words.of("I fell in 1975. Is it usual to limp?")) == {0, 1, 2, 3}
