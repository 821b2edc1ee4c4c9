from datetime import date

from isthmus.terms import Form, Moment, Precision


def test_a_day_becomes_a_moment_and_a_day_again() -> None:
    moment = Moment.of(date(2014, 1, 31))
    assert (moment.form, moment.precision) == (Form.DATE, Precision.DAY)
    assert moment.day == date(2014, 1, 31)


def test_a_finer_precision_is_greater_and_says_its_word() -> None:
    assert Precision.YEAR < Precision.MONTH < Precision.DAY < Precision.HOUR < Precision.MILLISECOND
    assert Precision.MONTH.word == "month"
