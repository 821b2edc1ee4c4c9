from isthmus.rules import Name
from isthmus.rules.refusal import refusal, refusal_of


def test_a_part_is_quoted_by_its_words_or_else_by_its_operator() -> None:
    assert str(refusal_of(Name("x", text="x"), "is odd", "Leave it out.")) == "rule: `x` is odd. Leave it out."
    assert str(refusal_of(Name("x"), "is odd", "Leave it out.")) == "rule: `name` is odd. Leave it out."


def test_a_long_part_is_cut_short() -> None:
    assert len(refusal("x" * 1000, "is long", "Name its parts.").faults[0].what) < 300
