import pytest

from isthmus.answer.verify import supports

CLAIM = (
    "In adults a left one-sided defect at L5 heals in 6 to 12 weeks in 84% of cases; grade I slips rarely grow. "
    "After surgery pain may get worse, and most patients must rest for at least 3 months."
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("6 to 12 weeks", "6 to 14 weeks"),
        ("6 to 12 weeks", "6 to 12 months"),
        ("84%", "48%"),
        ("left one-sided", "right one-sided"),
        ("one-sided", "two-sided"),
        ("L5", "L4"),
        ("grade I ", "grade II "),
        ("In adults", "In children"),
        ("rarely grow", "grow"),
        ("may get worse", "may get better"),
        ("After surgery", "Before surgery"),
        ("may get worse", "must get worse"),
        ("may get worse", "may not get worse"),
        ("must rest", "may rest"),
        ("at least 3", "at most 3"),
        ("most patients", "all patients"),
        ("heals in", "never heals in"),
        ("3 months", "12 months"),
    ],
)
def test_a_small_lie_is_told(true: str, false: str) -> None:
    assert true in CLAIM
    assert supports(CLAIM.replace(true, false), CLAIM)


@pytest.mark.parametrize(
    "said",
    [
        CLAIM,
        CLAIM.partition(". ")[0] + ".",
        "A one-sided defect at L5, on the left, heals in 84 of 100 cases, in 6 to 12 weeks.",
        "After surgery, patients may have worse pain.",
        "Patients must rest for at least 3 months after surgery.",
    ],
)
def test_what_is_said_there_holds(said: str) -> None:
    assert supports(said, CLAIM) == ()


def test_what_stands_beside_bears_out_and_denies_nothing() -> None:
    assert [one.kind for one in supports("In 2019, 40 people got better.", "Some people got better.")] == [
        "number",
        "number",
    ]
    assert supports("In 2019, 40 people got better.", "Some people got better.", "2019; n=40; none got worse") == ()


def test_a_number_put_in_the_place_of_another_is_told_by_its_count() -> None:
    cited = "Pain fell in 30 of them and the slip grew in 45 of them."
    assert "number" in {one.kind for one in supports("The slip grew in 30 people, and pain fell in 30.", cited)}


def test_a_comparison_that_nothing_contradicts_may_be_said() -> None:
    assert supports("Patients must rest for at least 3 long months.", CLAIM) == ()


def test_what_speaks_of_something_else_is_refused() -> None:
    assert [one.kind for one in supports("Cats like milk.", CLAIM)] == ["words"]
    assert [one.kind for one in supports("", CLAIM)] == ["words"]


def test_an_objection_says_why() -> None:
    (objection, *_) = supports("It heals in 6 months.", "It heals in 6 weeks.")
    assert (objection.said, objection.why) == ("6", "`6` is said nowhere in what is cited.")
