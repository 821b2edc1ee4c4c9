from isthmus.plan.trace import Tracer
from isthmus.rules import Evaluate, Name, Traced, Value, fold
from isthmus.rules.text.parse import parse
from isthmus.terms import Truth


def traced(text: str, **values: Value) -> Traced:
    return fold(parse(text), Evaluate({name: Traced(Name(name, text=name), value) for name, value in values.items()}))


def test_a_chain_of_the_same_operator_stands_on_one_line() -> None:
    part = Tracer().part_of(traced("a or b or (c or d)", a=Truth.FALSE, b=Truth.UNKNOWN, c=Truth.TRUE, d=Truth.FALSE))
    assert [(inner.text, inner.value) for inner in part.parts] == [
        ("a", "false"),
        ("b", "unknown"),
        ("c", "true"),
        ("d", "false"),
    ]


def test_and_inside_or_keeps_its_own_line() -> None:
    part = Tracer().part_of(traced("a or b and c", a=Truth.FALSE, b=Truth.TRUE, c=Truth.TRUE))
    assert [inner.text for inner in part.parts] == ["a", "b and c"]


def test_what_is_written_in_a_rule_is_no_part_of_its_trace() -> None:
    part = Tracer().part_of(traced("w in {'u', 'v'} and x > 3", w="u", x=None))
    assert [[leaf.text for leaf in inner.parts] for inner in part.parts] == [["w"], ["x"]]


def test_not_null_is_told_as_the_opposite_of_null() -> None:
    part = Tracer().part_of(traced("x is not null", x=None))
    assert (part.value, part.parts[0].text, part.parts[0].value) == ("false", "x is null", "true")
