from isthmus.answer.verify.marks import marks_in
from isthmus.answer.verify.pair import Pair, family

PAIR = Pair(
    "Braces healed 3 of them", "Braces healed 5 of them. Far from here somebody counted 3 cats.", "Of them 3 were ours."
)


def test_a_place_speaks_from_the_one_it_is_like() -> None:
    said = next(mark for mark in marks_in(PAIR.said) if mark.written == "3").at
    other, same = ([mark.at for mark in PAIR.held if mark.written == number] for number in ("5", "3"))
    assert PAIR.speaks_from(said, other, same)
    assert PAIR.speaks_from(said, other, same, beside=True)
    assert not PAIR.speaks_from(said, same, other)
    assert PAIR.contradicts(said, other)
    assert not PAIR.contradicts(said, [])


def test_only_the_very_same_place_speaks_against_what_is_borne_out_beside() -> None:
    pair = Pair("Healing took 3 weeks in sum", "For bone, healing took 5 to 6 long weeks.", "")
    said, other = marks_in(pair.said)[0].at, [pair.held[0].at]
    assert pair.speaks_from(said, other, [])
    assert not pair.speaks_from(said, other, [], beside=True)


def test_a_mark_may_be_borne_out_beside() -> None:
    three = next(mark for mark in marks_in(PAIR.said) if mark.written == "3")
    assert PAIR.is_beside(three)
    assert family(three) == "number"
    assert not Pair("3", "5", "").is_beside(three)
