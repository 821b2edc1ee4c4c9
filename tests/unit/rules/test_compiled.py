from decimal import Decimal

from isthmus.rules import Kind, Literal, Type
from isthmus.rules.compiled import Compiler
from isthmus.rules.text.parse import parse
from isthmus.terms import Truth

SCOPE = {"age": Type(Kind.INTEGER), "pain": Type(Kind.DECIMAL), "worse": Type(Kind.BOOLEAN)}


def compiler() -> Compiler:
    made = Compiler(SCOPE)
    made.define("limit", Literal(18))
    made.define("young", parse("age < limit"))
    return made


def test_rules_may_use_what_was_defined() -> None:
    compiled = compiler().values([parse("young and worse"), parse("pain + 1.5")])
    assert compiled.values({"age": 17, "pain": Decimal(2), "worse": Truth.UNKNOWN}) == (Truth.UNKNOWN, Decimal("3.5"))
    assert [type_.kind for type_ in compiled.types] == [Kind.BOOLEAN, Kind.DECIMAL]


def test_the_first_rule_that_is_certainly_true_is_found() -> None:
    compiled = compiler().first([parse("worse"), parse("young"), parse("true")])
    found = [
        compiled.program.run(compiled.take({"age": age, "pain": None, "worse": worse}))
        for age, worse in [(17, Truth.TRUE), (17, Truth.UNKNOWN), (18, Truth.FALSE), (None, Truth.UNKNOWN)]
    ]
    assert found == [0, 1, 2, 2]


def test_only_what_is_used_is_taken() -> None:
    assert tuple(compiler().first([parse("young")]).counters) == ("age",)
