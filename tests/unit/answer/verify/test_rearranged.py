import re

import pytest
from tests.benchmark.mutate import moved
from tests.built_in import built_in_condition

from isthmus.answer.verify.rearranged import must_stay, parts_said

CLAIM = (
    "In a series healing came in 98% (early), 64% (late) and -3 points; care is rest, bracing or therapy. "
    "Pain eases when the bone heals before or after surgery, 2/3 of it."
)
OTHER = "A brace is worn by day."


@pytest.mark.parametrize(
    "said",
    [
        CLAIM,
        "Care is rest, bracing or therapy.",
        "And also, care is therapy, rest or bracing.".replace("And also, ", "And also "),
        "When the bone heals before or after surgery, 2/3 of it, pain eases.",
        "Care was rest, bracing or therapy; in a series healing came in 98% (early), 64% (late) and -3 points.",
        "In a series healing came in 98% (early), 64% (late) and -3 points, and a brace is worn by day.",
    ],
)
def test_whole_parts_may_be_said_moved_and_joined(said: str) -> None:
    assert parts_said(said, [CLAIM, OTHER])


@pytest.mark.parametrize(
    "said",
    [
        "",
        ".",
        "So it is.",
        "Care is rest, bracing or therapy, so it is.",
        "Care is rest, bracing or therapy. You can go on.",
        "Care is rest or bracing.",
        "Care is rest, bracing and no therapy.",
        "Care is not rest, bracing or therapy.",
        "Care is rest, bracing therapy.",
        "Care is rest, bracing or therapy, care is rest, bracing or therapy.",
        "In a series healing came in 98% (late), 64% (early) and -3 points.",
        "In a series healing came in 98%, early 64%, late and -3 points.",
        "In a series healing came in 98%, early, 64%, late and -3 points.",
        "In a series healing came in 98% (early), 64% (late) and 3 points.",
        "Early (64%), late and -3 points, in a series healing came in 98%.",
        "Pain eases when the bone heals before surgery, 2/3 of it.",
        "Pain eases when the bone heals before or after surgery, 2-3 of it.",
        "Pain eases when the bone heals.",
        "The bone heals when pain eases before or after surgery, 2/3 of it.",
        "Care is rest, bracing or a brace is worn by day.",
        "A brace is worn by day, pain eases when the bone heals before or after surgery, 2/3 of it.",
        "Care is rest, bracing or therapy, and a brace is worn by day.",
    ],
)
def test_what_is_not_made_of_whole_parts_is_told(said: str) -> None:
    assert parts_said(said, [CLAIM, OTHER]) == ()


def test_an_opening_clause_may_move_to_the_end_up_to_its_comma() -> None:
    cited = "After surgery, pain fell in 30%, in smokers in 20%."
    assert parts_said("Pain fell in 30%, in smokers in 20%, after surgery.", [cited])
    assert not parts_said("In smokers in 20%, after surgery, pain fell in 30%.", [cited])


def test_a_list_of_names_and_numbers_keeps_its_order() -> None:
    assert not parts_said("It was at L4, 3 and L5.", ["It was at 3, L4 and L5."])


def test_of_several_texts_each_is_said_from_its_beginning() -> None:
    texts = ["A brace is worn by day. It is light.", "Surgery is rare. It is long."]
    assert parts_said("A brace is worn by day. It is light. Surgery is rare.", texts) == ((0, 0), (0, 1), (1, 0))
    assert not parts_said("Surgery is rare. It is light.", texts)
    assert not parts_said("A brace is worn by day. Surgery is rare. It is light.", texts)


def test_the_first_part_and_every_condition_must_stay() -> None:
    text = "Care is rest. A brace is light; it is worn only by day. Sport may wait. Adults heal. Bone is bone."
    assert must_stay(text) == {0, 2, 3, 4}
    assert must_stay("") == frozenset()


def test_every_claim_may_be_copied_and_have_its_parts_moved() -> None:
    texts = [claim.text for claim in built_in_condition().evidence.claims.values()]
    apart = [(part, text) for text in texts for part in (text, *re.split(r"(?<=[.;])\s+", text), *moved(text))]
    assert [said for said, text in apart if not parts_said(said, [text])] == []
