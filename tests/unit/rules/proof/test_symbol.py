from decimal import Decimal

import pytest
import z3

from isthmus.rules import Kind, Type
from isthmus.rules.proof.symbol import Answer, Together, changed, given, ids, read, settled, symbol
from isthmus.terms import Amount, Form, Moment, Precision


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (Type(Kind.BOOLEAN), True),
        (Type(Kind.BOOLEAN), False),
        (Type(Kind.INTEGER), -3),
        (Type(Kind.DECIMAL), Decimal("1.5")),
        (Type(Kind.DECIMAL), Decimal(40)),
        (Type(Kind.CHOICE, frozenset({"mild", "severe"})), "severe"),
        (Type(Kind.LIST, frozenset({"mild", "severe"})), ("mild", "severe")),
        (Type(Kind.LIST, frozenset({"mild", "severe"})), ()),
        (Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY), Moment(Form.DATE, Precision.DAY, 735629)),
        (Type(Kind.QUANTITY, unit="cm"), Amount(Decimal("2.5"), "cm")),
        (Type(Kind.INTEGER), None),
    ],
)
def test_a_name_comes_out_as_it_was_given(type_: Type, value: Answer) -> None:
    name = symbol("name", type_)
    assert read(name.term, given({"name": name}, {"name": value})) == value


def test_a_choice_is_just_one_of_its_words() -> None:
    name = symbol("name", Type(Kind.CHOICE, frozenset({"mild", "severe"})))
    mild, severe = (name.term.value[word] for word in ("mild", "severe"))
    solver = z3.Solver()
    solver.add(name.possible)
    assert solver.check(mild, severe) == z3.unsat
    assert solver.check(z3.Not(mild), z3.Not(severe)) == z3.unsat


def test_plain_formulas_stay_as_they_are() -> None:
    a = z3.Bool("a")
    assert changed([True, a], [(a, z3.BoolVal(val=False))])[0] is True
    assert Together([True]).changed([]) == [True]
    assert settled(True) is True  # noqa: FBT003 - a plain truth is the subject


def test_a_formula_is_about_its_leaves() -> None:
    a, b = z3.Bools("a b")
    assert ids(z3.And(a, z3.Not(b))) == {a.get_id(), b.get_id()}
    assert ids(True) == set()  # noqa: FBT003 - as above
