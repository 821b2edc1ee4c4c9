from itertools import product

import pytest

from isthmus.rules import Evaluate, Kind, Name, Traced, Type, Value, fold
from isthmus.rules.compiled import Compiler
from isthmus.rules.text.parse import read_expression
from isthmus.terms import Amount, Form, Moment, Precision, Truth

DAY = Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY)
INSTANT = Type(Kind.MOMENT, form=Form.DATETIME, precision=Precision.MILLISECOND)
WORDS = frozenset({"mild", "severe"})
SCOPE = {
    "a": Type(Kind.BOOLEAN),
    "b": Type(Kind.BOOLEAN),
    "x": Type(Kind.DECIMAL),
    "y": Type(Kind.DECIMAL),
    "j": Type(Kind.INTEGER),
    "k": Type(Kind.INTEGER),
    "pain": Type(Kind.CHOICE, WORDS),
    "stiffness": Type(Kind.CHOICE, WORDS),
    "signs": Type(Kind.LIST, WORDS, item=Kind.CHOICE),
    "born": DAY,
    "seen": DAY,
    "admitted": INSTANT,
    "slip": Type(Kind.QUANTITY, unit="mm"),
    "height": Type(Kind.QUANTITY, unit="[in_i]"),
}
KNOWN: dict[Kind, tuple[str, ...]] = {
    Kind.BOOLEAN: ("true", "false"),
    Kind.DECIMAL: ("0.0", "2.5", "-2.5", "0.3", "99999999999999999999.99999999", "0.00000001"),
    Kind.INTEGER: ("0", "3", "-7", "2147483647", "(-2147483647 - 1)"),
    Kind.CHOICE: ("'mild'", "'severe'"),
    Kind.QUANTITY: ("0 'mm'", "25.4 'mm'", "-3.5 'mm'"),
}
LISTS: tuple[Value, ...] = (None, (), ("mild",), ("mild", "severe"))
DAYS = (1, 738_945, 738_975, 3_652_059)


def values_of(name: str) -> list[Value]:
    type_ = SCOPE[name]
    match type_.kind:
        case Kind.LIST:
            return list(LISTS)
        case Kind.MOMENT if type_.form is Form.DATE:
            return [None, *(Moment(Form.DATE, Precision.DAY, count) for count in DAYS)]
        case Kind.MOMENT:
            return [None, *(Moment(Form.DATETIME, Precision.MILLISECOND, day * 86_400_000 - 1) for day in DAYS)]
        case Kind.QUANTITY:
            amounts = [evaluated(text, {}) for text in KNOWN[type_.kind]]
            return [None, *(Amount(one.value, type_.unit or "") for one in amounts if isinstance(one, Amount))]
    unknown: Value = Truth.UNKNOWN if type_.kind is Kind.BOOLEAN else None
    return [unknown, *(evaluated(text, {}) for text in KNOWN[type_.kind])]


def evaluated(text: str, patient: dict[str, Value]) -> Value:
    values = {name: Traced(Name(name), value) for name, value in patient.items()}
    return fold(read_expression(text, SCOPE).tree, Evaluate(values)).value


RULES = """
    null; true; 2.5; 4 'mm'; @2024-02-29; pain; signs
    not a; a and b; a or b; a xor b; a implies b; a and true; a or false; a and false; a or true; not true
    a is null; a is true; a is false; x is null; pain is null; signs is null; null is null; a is not null
    Coalesce(a, b); Coalesce(x, y, 1.0); Coalesce(pain, stiffness); Coalesce(null, null); Coalesce(a, null, true)
    a = b; a != b; a ~ b; j ~ k; born ~ seen; x = y; x != y; x = 3; j = 3; j != x; pain = stiffness; pain != stiffness
    pain = 'mild'; pain != 'mild'; born = seen; slip = height; slip < height; x = null; null ~ a; null != pain
    x < y; x <= y; x > y; x >= y; j < x; born < @2024-02-29; slip >= 1 '[in_i]'
    -x; -j; -slip; -(null as Integer); x + y; j + k; j + x; slip + 3 'cm'; 3 'cm' - slip; x - y; j - k; x - null; 1 + 2
    x * y; j * k; j * x; x / y; j / k; x div y; j div k; x mod y; j mod k; Abs(x); Abs(j); null * 2
    Ceiling(x); Floor(x); Truncate(x); Ceiling(j); Ceiling(null as Decimal)
    successor of x; successor of j; successor of born; successor of slip; successor of admitted; predecessor of x
    predecessor of j; predecessor of born; predecessor of slip; predecessor of admitted
    year from born; month from born; hour from admitted; born + 1 month; born - 3 years; admitted + 2 hours
    months between born and seen; days between born and seen; difference in weeks between born and seen
    difference in years between born and @2024-03; years between born and seen
    pain in {'mild'}; 'mild' in signs; pain in signs; j in {1, 3}; x in {1.0, 2.5}; x in {1, 3}; born in {@2024-02-29}
    null in {1, 2}; exists signs; exists {1, 2}
    if a then x else y; if a then b else null; if null then j else k; if a then null else null; if a then pain else null
    if a then j else null; (if a then x else y) + (if a then x else y) * 2.0
"""


@pytest.mark.parametrize(
    "text", [rule.strip() for line in RULES.split("\n") for rule in line.split(";") if rule.strip()]
)
def test_a_rule_comes_to_what_the_reference_says(text: str) -> None:
    rule = read_expression(text, SCOPE).tree
    compiled = Compiler(SCOPE).values([rule])
    names = [name for name in SCOPE if name in compiled.program.inputs or name in text.split()]
    for values in product(*map(values_of, names)):
        patient = dict(zip(names, values, strict=True))
        expected = evaluated(text, patient)
        (found,) = compiled.values(patient)
        assert (found == expected) or (found is Truth.UNKNOWN and expected is None), patient
