import pytest
from tests.unit.rules.scope import SCOPE

from isthmus.errors import RuleError
from isthmus.rules import check
from isthmus.rules.text.parse import parse


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("agee < 3", "`agee` is not defined. Did you mean `age`?"),
        ("zzz < 3", "`zzz` is not defined. Define it above."),
        ("corse = 'worse'", "`corse` is not defined. Did you mean `course`?"),
        ("not x", "`x` is a decimal number, not a truth. Write a comparison, or put parentheses where they belong."),
        ("a and course", "`course` is a choice, not a truth."),
        ("not 'mri' in done", "`'mri'` is a choice, not a truth."),
        ("null = null", "compares null with null. Leave it out."),
        ("null + null", "calculates with null alone. Leave it out."),
        ("null * null", "calculates with null alone. Leave it out."),
        ("course < 3", "`course < 3` sets a choice against a whole number. Compare numbers."),
        ("course < course", "sets a choice against a choice. Compare numbers."),
        ("a = 1", "`a = 1` sets a truth against a whole number. Give both the same type."),
        ("done = {'mri'}", "sets a list of choices against a list of choices. Ask whether something is `in` a list."),
        ("course = 'wurse'", "uses `wurse`, which is not an allowed value. Did you mean `worse`?"),
        ("'wurse' = course", "uses `wurse`, which is not an allowed value. Did you mean `worse`?"),
        ("course in {'better', 'wrse'}", "uses `wrse`, which is not an allowed value. Did you mean `worse`?"),
        ("'ct' in done", "uses `ct`, which is not an allowed value. Use an allowed value."),
        ("course in {'better', 1}", "is a choice or a whole number. Give both the same type."),
        ("Coalesce(done, {'mri', null})", "holds something that no list here can. List words in quotes, numbers or points in time only."),
        ("a in {true}", "holds something that no list here can."),
        ("Coalesce(done, {})", "`{}` lists nothing. List something, or leave the question out."),
        ("a in done", "asks whether a truth is in a list of choices. Ask whether a choice is in a list."),
        ("x in {'better'}", "asks whether a decimal number is in a list of choices. Give both the same type."),
        ("x in course", "asks whether a decimal number is in a choice. Ask whether a choice is in a list."),
        ("exists course", "asks whether a choice has a member. Ask it of a list."),
        ("x ~ 1.0", "asks whether a decimal number is equivalent. Write `=`."),
        ("if a is true then 1 else 2 - a", "sets a whole number against a truth. Compare numbers."),
        ("if x then 1 else 2", "`x` is a decimal number, not a truth. Write a condition."),
        ("if a is true then 1 else 'b'", "is a whole number or a choice. Give both the same type."),
        ("Coalesce(k, x)", "is a whole number or a decimal number. Give both the same type."),
        ("x is true", "`x` is a decimal number, not a truth."),
        ("x is false", "`x` is a decimal number, not a truth."),
        ("Abs(slip)", "`slip` is a length, not a number. Write a number."),
        ("course * 2", "`course` is a choice, not a number. Calculate with numbers."),
        ("slip > 3 'g'", "sets a length against a mass. Use units that measure the same."),
        ("stay > 3 'd'", "sets a time of the calendar against a time. Use units that measure the same."),
        ("slip + 1 '[in_i]'", "puts together mm and [in_i], of which neither is a whole number of the other. Give both"),
        ("Coalesce(slip, 3 'cm')", "is in mm or in cm. Give both in one unit."),
        ("if a is true then 3 'cm' else slip", "is in cm or in mm. Give both in one unit."),
        ("if a is true then {1} else {1.0}", "Give both the same type."),
        ("slip > 3", "sets a length against a whole number. Give both the same type."),
        ("age > care", "sets years against months. Give both in one unit."),
        ("age - care > 3", "sets years against months. Give both in one unit."),
        ("surgery + slip", "sets a Date known to the day against a length. Add whole periods to a point in time"),
        ("surgery < @2014", "sets a Date known to the day against a Date known to the year. Use points in time that are"),
        ("surgery < seen", "sets a Date known to the day against a DateTime known to the millisecond."),
        ("hour from surgery", "needs the hour of a Date known to the day."),
        ("month from in_year", "needs the month of a Date known to the year. Use a point in time that is known as finely"),
        ("year from clock", "needs the year of a Time known to the millisecond."),
        ("month from k", "asks it of a whole number. Ask it of a point in time."),
        ("clock + 1 hour", "moves a time of day, which would wrap at midnight. Use a date with its time."),
        ("surgery + 3 hours", "needs the hour of a Date known to the day."),
        ("at + 3 minutes", "needs the minute of a DateTime known to the hour."),
        ("hours between at and at", "needs the millisecond of a DateTime known to the hour."),
        ("days between surgery and seen", "counts from a Date known to the day to a DateTime known to the millisecond."),
        ("surgery same hour as surgery", "needs the hour of a Date known to the day."),
        ("@9999-12-31 + 1 day", "is beyond the calendar or the numbers of CQL. Correct it."),
        ("successor of 2147483647", "is beyond the calendar or the numbers of CQL."),
        ("predecessor of @T00:00:00.000", "is beyond the calendar or the numbers of CQL."),
        ("width of Interval[@2014-01-01, @2014-01-31]", "Add whole periods to a point in time"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        check(parse(text), SCOPE)
    assert message in str(caught.value)
