from decimal import Decimal

import pytest

from isthmus.errors import RuleError
from isthmus.rules import Expr, Literal, Name
from isthmus.rules.meanings.iso import iso
from isthmus.rules.syntax import Negate
from isthmus.rules.text.literals import decimal, integer, moment, moment_of, number_in, word
from isthmus.terms import Form, Precision


@pytest.mark.parametrize(
    ("text", "form", "precision"),
    [
        ("@2014", Form.DATE, Precision.YEAR),
        ("@2014-02", Form.DATE, Precision.MONTH),
        ("@2016-02-29", Form.DATE, Precision.DAY),
        ("@2014T", Form.DATETIME, Precision.YEAR),
        ("@2014-01-31T", Form.DATETIME, Precision.DAY),
        ("@2014-01-31T10", Form.DATETIME, Precision.HOUR),
        ("@2014-01-31T10:30", Form.DATETIME, Precision.MINUTE),
        ("@2014-01-31T10:30:05", Form.DATETIME, Precision.SECOND),
        ("@0001-01-01T00:00:00.000", Form.DATETIME, Precision.MILLISECOND),
        ("@9999-12-31T23:59:59.999", Form.DATETIME, Precision.MILLISECOND),
        ("@T10", Form.TIME, Precision.HOUR),
        ("@T23:59:59.999", Form.TIME, Precision.MILLISECOND),
    ],
)
def test_a_moment_is_read_as_it_is_written(text: str, form: Form, precision: Precision) -> None:
    read = moment(text)
    assert (read.form, read.precision) == (form, precision)
    assert iso(read) == text.strip("@").removeprefix("T" if form is Form.TIME else "").rstrip("T")


@pytest.mark.parametrize(
    ("text", "meant"), [("@T10:00:00.1", "@T10:00:00.100"), ("@T10:00:00.12000", "@T10:00:00.120")]
)
def test_parts_of_a_second_are_read_to_the_millisecond(text: str, meant: str) -> None:
    assert moment(text) == moment(meant)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("@2014-13", "is no day of the calendar or time of the clock"),
        ("@2014-02-30", "is no day of the calendar or time of the clock"),
        ("@2014-02-30T10:00", "is no day of the calendar or time of the clock"),
        ("@0000-01-01", "is no day of the calendar or time of the clock"),
        ("@T24:00", "is no day of the calendar or time of the clock"),
        ("@T23:59:60", "is no day of the calendar or time of the clock"),
        ("@T10:00:00.1234", "is not a point in time"),
        ("@2014-01T10", "is not a point in time"),
        ("@T", "is not a point in time"),
        ("@", "is not a point in time"),
        ("@2014-01-31T10:30Z", "has a time zone, which is not in the rule language"),
        ("@T10:30-07:00", "has a time zone, which is not in the rule language"),
    ],
)
def test_a_moment_that_does_not_exist_is_refused(text: str, what: str) -> None:
    with pytest.raises(RuleError) as caught:
        moment(text)
    assert what in str(caught.value)


@pytest.mark.parametrize(("form", "parts"), [(Form.DATE, [2014, 1, 1, 0]), (Form.TIME, []), (Form.TIME, [1] * 5)])
def test_a_moment_of_too_many_or_no_parts_is_refused(form: Form, parts: list[int]) -> None:
    with pytest.raises(RuleError, match="does not have the parts of a"):
        moment_of(form, parts, "x")


def test_numbers_go_as_far_as_those_of_cql() -> None:
    assert integer("2147483647") == 2**31 - 1
    assert decimal("99999999999999999999.99999999") == Decimal("99999999999999999999.99999999")


@pytest.mark.parametrize("text", ["2147483648", "9" * 60, "1.123456789", "100000000000000000000.0", f"{'0' * 21}.5"])
def test_numbers_beyond_those_of_cql_are_refused(text: str) -> None:
    with pytest.raises(RuleError, match="is beyond the numbers of CQL. Whole numbers go up to 2,147,483,647"):
        decimal(text) if "." in text else integer(text)


@pytest.mark.parametrize(
    ("text", "meant"), [("'worse'", "worse"), (r"'it\'s'", "it's"), (r"'\u0048i\n'", "Hi\n"), (r"'\\'", "\\")]
)
def test_a_word_is_read_without_its_quotes_and_escapes(text: str, meant: str) -> None:
    assert word(text) == meant


def test_an_escape_that_stands_for_nothing_is_refused() -> None:
    with pytest.raises(RuleError, match=r"holds `\\q`, which stands for no character"):
        word(r"'a\q'")


@pytest.mark.parametrize(
    ("node", "number"),
    [
        (Literal(3), 3),
        (Negate(Literal(Decimal("2.5"))), Decimal("-2.5")),
        (Literal(True), None),  # noqa: FBT003 - the literal is the value
        (Negate(Literal(True)), None),  # noqa: FBT003 - as above
        (Negate(Name("x")), None),
        (Literal(None), None),
    ],
)
def test_a_number_that_is_written_out_is_taken_with_its_sign(node: Expr, number: int | Decimal | None) -> None:
    assert number_in(node) == number
