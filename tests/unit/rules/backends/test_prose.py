"""What is said where an expression holds and, of a truth, where it is known to fail."""

from decimal import Decimal

import pytest

from isthmus.rules import Expr, Scalar, fold
from isthmus.rules import syntax as s
from isthmus.rules.backends.prose import Prose
from isthmus.rules.meanings.phrase import Phrase
from isthmus.terms import Form, Moment, Precision

WORDS = {
    "pain": Phrase(holds="there is pain", fails="there is no pain"),
    "fever": Phrase(holds="there is fever", fails="there is no fever"),
    "age": Phrase("age", unit="years"),
    "care": Phrase("time in care", unit="months"),
    "limit": Phrase("18 years", unit="years", certain=True),
    "course": Phrase("course", choices={"better": "“Better”", "worse": "“Worse”"}),
    "scans": Phrase("the list of scans", choices={"mri": "“MRI”"}),
    "birth": Phrase("date of birth", moment=True),
}
PAIN, FEVER, AGE, CARE, LIMIT = (s.Name(name) for name in ("pain", "fever", "age", "care", "limit"))
COURSE, SCANS, BIRTH = s.Name("course"), s.Name("scans"), s.Name("birth")
DAY = s.Literal(Moment(Form.DATE, Precision.DAY, 735_264))
NULL = s.Literal(None)
BETTER, WORSE, MRI = s.Literal("better"), s.Literal("worse"), s.Literal("mri")


def number(value: str) -> s.Literal:
    return s.Literal(Decimal(value))


def said(tree: Expr) -> Phrase:
    return fold(tree, Prose(lambda name: WORDS.get(name) or Phrase(name)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "not known"),
        (True, "this is always so"),
        (False, "this is never so"),
        (3, "3"),
        (Decimal("2.50"), "2.5"),
        (Decimal("1E+1"), "10"),
        ("worse", "“worse”"),
        (Moment(Form.DATE, Precision.DAY, 735_264), "2014-01-31"),
    ],
)
def test_a_literal_is_said_as_it_is_written(value: Scalar, text: str) -> None:
    assert said(s.Literal(value)).text == text


def test_a_name_without_words_is_said_with_its_underscores_as_spaces() -> None:
    assert fold(s.Less(s.Name("age_years"), s.Literal(18)), Prose()).text == "age years is under 18"


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (s.Quantity(Decimal("4.5"), "mm"), "4.5 mm"),
        (s.Quantity(Decimal(1), "month"), "1 month"),
        (s.ListOf((BETTER, WORSE)), "the list of “better” and “worse”"),
        (s.ListOf(()), "an empty list"),
        (s.Coalesce((AGE, CARE)), "age or, where that is not known, time in care"),
        (s.Negate(AGE), "minus age"),
        (s.Add(AGE, number("1")), "age plus 1 year"),
        (s.Subtract(AGE, s.Add(AGE, CARE)), "age minus (age plus time in care)"),
        (s.Multiply(s.Negate(AGE), number("2")), "(minus age) times 2"),
        (s.Divide(AGE, CARE), "age divided by time in care"),
        (s.TruncatedDivide(AGE, CARE), "the whole times time in care goes into age"),
        (s.Modulo(AGE, CARE), "the remainder of age divided by time in care"),
        (s.Abs(AGE), "age without its sign"),
        (s.Ceiling(AGE), "age rounded up to a whole number"),
        (s.Floor(AGE), "age rounded down to a whole number"),
        (s.Truncate(AGE), "the whole part of age"),
        (s.Successor(AGE), "the next value after age"),
        (s.Predecessor(AGE), "the last value before age"),
        (s.Component(BIRTH, Precision.YEAR), "the year of date of birth"),
        (s.Shift(BIRTH, 1, "month"), "1 month after date of birth"),
        (s.Shift(BIRTH, -3, "day"), "3 days before date of birth"),
        (s.Duration(BIRTH, DAY, "month"), "the time from date of birth to 2014-01-31 in whole months"),
        (
            s.Difference(BIRTH, DAY, "year"),
            "the number of years of the calendar that begin after date of birth and up to 2014-01-31",
        ),
        (s.Difference(BIRTH, DAY, "week"), "the number of Sundays after date of birth and up to 2014-01-31"),
        (s.If(s.IsNull(AGE), NULL, number("0")), "if age is not known, not known; otherwise, 0"),
        (s.If(PAIN, AGE, CARE), "if it is established that there is pain, age; otherwise, time in care"),
        (
            s.If(s.IsNull(AGE), NULL, s.If(s.IsTrue(s.Less(AGE, LIMIT)), number("0"), number("1"))),
            "if age is not known, not known; otherwise, if age is under 18 years, 0; otherwise, 1",
        ),
        (
            s.If(s.IsNull(AGE), NULL, s.If(s.Less(AGE, LIMIT), number("0"), number("1"))),
            "if age is not known, not known; otherwise, if age is under 18 years, 0; otherwise, 1",
        ),
        (
            s.If(s.IsNull(CARE), NULL, s.If(s.Less(AGE, LIMIT), number("0"), number("1"))),
            "if time in care is not known, not known; otherwise, if it is established that age is under 18 years, 0; otherwise, 1",
        ),
        (
            s.If(
                s.IsNull(AGE),
                NULL,
                s.If(s.Less(AGE, LIMIT), number("0"), s.If(s.Less(CARE, LIMIT), number("1"), number("2"))),
            ),
            "if age is not known, not known; otherwise, if it is established that age is under 18 years, 0; otherwise, if it is established that time in care is under 18 years, 1; otherwise, 2",
        ),
    ],
)
def test_a_value_is_said_as_a_thing(tree: Expr, text: str) -> None:
    assert said(tree).text == text


@pytest.mark.parametrize(
    ("tree", "holds", "fails"),
    [
        (s.Not(PAIN), "there is no pain", "there is pain"),
        (s.And(PAIN, FEVER), "there is pain and there is fever", "there is no pain or there is no fever"),
        (s.Or(PAIN, FEVER), "there is pain or there is fever", "there is no pain and there is no fever"),
        (
            s.And(PAIN, s.Or(PAIN, FEVER)),
            "there is pain and (there is pain or there is fever)",
            "there is no pain or (there is no pain and there is no fever)",
        ),
        (
            s.And(s.And(PAIN, FEVER), PAIN),
            "there is pain and there is fever and there is pain",
            "there is no pain or there is no fever or there is no pain",
        ),
        (
            s.And(s.IsNull(PAIN), FEVER),
            "it is not known whether there is pain, and there is fever",
            "it is known whether there is pain, or there is no fever",
        ),
        (s.Xor(PAIN, FEVER), "just one of these: there is pain; there is fever", "both or neither of these: there is pain; there is fever"),
        (s.Implies(PAIN, FEVER), "there is no pain or there is fever", "there is pain and there is no fever"),
        (s.IsNull(AGE), "age is not known", "age is known"),
        (s.IsNull(PAIN), "it is not known whether there is pain", "it is known whether there is pain"),
        (s.IsTrue(PAIN), "it is established that there is pain", "it is not established that there is pain"),
        (s.IsFalse(PAIN), "it is established that there is no pain", "it is not established that there is no pain"),
        (
            s.IsTrue(s.Or(PAIN, FEVER)),
            "it is established that (there is pain or there is fever)",
            "it is not established that (there is pain or there is fever)",
        ),
        (
            s.Coalesce((PAIN, FEVER)),
            "there is pain or, where that is not known, there is fever",
            "there is no pain or, where that is not known, there is no fever",
        ),
        (s.Equal(COURSE, BETTER), "course is “Better”", "course is not “Better”"),
        (s.Equal(BETTER, COURSE), "“Better” is course", "“Better” is not course"),
        (s.Equal(PAIN, FEVER), "whether there is pain is the same as whether there is fever", "whether there is pain is not the same as whether there is fever"),
        (s.NotEqual(AGE, number("0")), "age is not 0 years", "age is 0 years"),
        (s.Equivalent(AGE, CARE), "age is time in care, or neither is known", "age is not time in care, or just one of them is known"),
        (s.Less(AGE, LIMIT), "age is under 18 years", "age is at least 18 years"),
        (s.LessOrEqual(AGE, number("1")), "age is at most 1 year", "age is over 1 year"),
        (s.Greater(AGE, LIMIT), "age is over 18 years", "age is at most 18 years"),
        (s.GreaterOrEqual(AGE, LIMIT), "age is at least 18 years", "age is under 18 years"),
        (s.Less(BIRTH, DAY), "date of birth is before 2014-01-31", "date of birth is at or after 2014-01-31"),
        (s.GreaterOrEqual(s.Shift(BIRTH, 2, "year"), DAY), "2 years after date of birth is at or after 2014-01-31", "2 years after date of birth is before 2014-01-31"),
        (s.In(COURSE, s.ListOf((BETTER, WORSE))), "course is known to be one of “Better”, “Worse”", "course is not known to be one of “Better”, “Worse”"),
        (s.In(AGE, s.ListOf((number("1"), number("2")))), "age is known to be one of 1 year, 2 years", "age is not known to be one of 1 year, 2 years"),
        (s.In(BETTER, s.ListOf(())), "“better” is one of nothing", "“better” is none of nothing"),
        (s.In(MRI, SCANS), "the list of scans is known to include “MRI”", "the list of scans is not known to include “MRI”"),
        (s.Exists(SCANS), "the list of scans is known to have an entry", "the list of scans is not known to have an entry"),
        (
            s.And(s.GreaterOrEqual(CARE, number("3")), s.Less(CARE, number("6"))),
            "time in care is at least 3 months and under 6 months",
            "time in care is under 3 months or at least 6 months",
        ),
        (
            s.Or(s.Or(PAIN, s.Equal(COURSE, BETTER)), s.Equal(COURSE, WORSE)),
            "there is pain or course is “Better” or “Worse”",
            "there is no pain and course is not “Better” and not “Worse”",
        ),
        (
            s.And(PAIN, s.Or(s.IsNull(AGE), s.Less(AGE, LIMIT))),
            "there is pain and (age is not known or under 18 years)",
            "there is no pain or (age is known and at least 18 years)",
        ),
        (
            s.If(s.IsNull(SCANS), NULL, s.In(MRI, SCANS)),
            "the list of scans includes “MRI”",
            "the list of scans does not include “MRI”",
        ),
        (s.If(s.IsNull(AGE), NULL, s.Less(AGE, LIMIT)), "age is under 18 years", "age is at least 18 years"),
        (
            s.If(s.IsNull(SCANS), NULL, s.In(COURSE, SCANS)),
            "if the list of scans is not known, this is not known; otherwise, the list of scans is known to include course",
            "if the list of scans is not known, this is not known; otherwise, the list of scans is not known to include course",
        ),
        (
            s.If(s.IsNull(PAIN), NULL, FEVER),
            "if it is not known whether there is pain, this is not known; otherwise, there is fever",
            "if it is not known whether there is pain, this is not known; otherwise, there is no fever",
        ),
        (
            s.If(s.IsNull(AGE), NULL, s.Less(CARE, number("6"))),
            "if age is not known, this is not known; otherwise, time in care is under 6 months",
            "if age is not known, this is not known; otherwise, time in care is at least 6 months",
        ),
        (
            s.If(s.IsNull(SCANS), NULL, PAIN),
            "if the list of scans is not known, this is not known; otherwise, there is pain",
            "if the list of scans is not known, this is not known; otherwise, there is no pain",
        ),
        (
            s.If(s.IsTrue(FEVER), s.If(s.IsTrue(PAIN), PAIN, FEVER), PAIN),
            "if it is established that there is fever, (if it is established that there is pain, there is pain; otherwise, there is fever); otherwise, there is pain",
            "if it is established that there is fever, (if it is established that there is pain, there is no pain; otherwise, there is no fever); otherwise, there is no pain",
        ),
    ],
)  # fmt: skip
def test_a_truth_is_said_where_it_holds_and_where_it_is_known_to_fail(tree: Expr, holds: str, fails: str) -> None:
    phrase = said(tree)
    assert (phrase.holds, phrase.fails) == (holds, fails)


def test_what_both_and_either_hold_together_can_be_listed() -> None:
    parts = said(s.Or(s.Or(PAIN, FEVER), s.And(PAIN, FEVER))).parts
    assert [part.so for part in parts] == ["there is pain", "there is fever", "there is pain and there is fever"]


def test_a_choice_among_several_can_be_listed_case_by_case() -> None:
    inner = s.If(s.IsTrue(FEVER), number("2"), number("3"))
    assert said(s.If(s.IsTrue(PAIN), number("1"), inner)).cases == (
        "if it is established that there is pain, 1",
        "if it is established that there is fever, 2",
        "3",
    )


def test_a_thing_that_is_not_known_is_said_to_be_so_before_a_choice_that_hangs_on_it() -> None:
    choice = s.If(s.IsFalse(s.Less(AGE, LIMIT)), number("1"), number("0"))
    assert said(s.If(s.IsNull(AGE), NULL, choice)).cases == (
        "if age is not known, not known",
        "if age is at least 18 years, 1",
        "0",
    )
