"""Rules and patients drawn by chance: every operator, built backwards from the type that is wanted."""

from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st

from isthmus.rules import Expr, Kind, Type, Value
from isthmus.rules.syntax import (
    And,
    Coalesce,
    Equal,
    Greater,
    GreaterOrEqual,
    If,
    In,
    IsFalse,
    IsNull,
    IsTrue,
    Less,
    LessOrEqual,
    ListOf,
    Literal,
    Name,
    Not,
    NotEqual,
    Or,
    Subtract,
)
from isthmus.terms import Truth

WORDS = ("mild", "severe", "none")
SCOPE = {
    "a": Type(Kind.BOOLEAN),
    "b": Type(Kind.BOOLEAN),
    "c": Type(Kind.BOOLEAN),
    "x": Type(Kind.DECIMAL),
    "y": Type(Kind.DECIMAL),
    "k": Type(Kind.INTEGER),
    "word": Type(Kind.CHOICE, frozenset(WORDS)),
    "words": Type(Kind.LIST, frozenset(WORDS)),
}

Draw = st.SearchStrategy[Expr]

decimals = st.decimals(min_value=-50, max_value=50, places=2, allow_nan=False)
integers = st.integers(min_value=-50, max_value=50)


@cache
def names(*kinds: Kind) -> Draw:
    return st.sampled_from([Name(name) for name, type_ in SCOPE.items() if type_.kind in kinds])


def patients() -> st.SearchStrategy[dict[str, Value]]:
    """Draw patients, with about a third of the facts not known."""
    truths = st.sampled_from([Truth.TRUE, Truth.FALSE, Truth.UNKNOWN])
    drawn: dict[str, st.SearchStrategy[Value]] = {
        "a": truths,
        "b": truths,
        "c": truths,
        "x": st.none() | decimals,
        "y": st.none() | decimals,
        "k": st.none() | integers,
        "word": st.none() | st.sampled_from(WORDS),
        "words": st.none() | st.lists(st.sampled_from(WORDS), unique=True).map(tuple),
    }
    return st.fixed_dictionaries(drawn)


@cache
def numbers(depth: int) -> Draw:
    # CQL has no sign in a literal: what is written is not below zero.
    leaves: Draw = names(Kind.DECIMAL, Kind.INTEGER) | (decimals.map(abs) | integers.map(abs)).map(Literal)
    if depth == 0:
        return leaves
    inner = numbers(depth - 1)
    return leaves | st.builds(Subtract, inner, inner)


@cache
def comparisons(depth: int) -> Draw:
    number, word = numbers(depth), st.sampled_from(WORDS).map(Literal)
    of_numbers: list[Callable[..., Expr]] = [Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual]
    return st.one_of(
        *(st.builds(operator, number, number) for operator in of_numbers),
        *(st.builds(operator, names(Kind.CHOICE), word) for operator in (Equal, NotEqual)),
    )


@cache
def in_what_is_written() -> Draw:
    written = st.lists(st.sampled_from(WORDS).map(Literal), min_size=1, max_size=3, unique=True)
    return st.builds(In, names(Kind.CHOICE), written.map(lambda items: ListOf(tuple(items))))


@cache
def in_a_list() -> Draw:
    """Draw questions about a list, each behind the `if` that asks whether the list is known."""
    asked = st.builds(In, st.sampled_from(WORDS).map(Literal), names(Kind.LIST))
    unknown = st.sampled_from([Literal(None), Name("a")])
    return st.builds(lambda question, otherwise: If(IsNull(question.right), otherwise, question), asked, unknown)


@cache
def certain(depth: int) -> Draw:
    """Draw conditions that are never unknown, which `if` demands."""
    inner = truths(depth)
    return st.one_of(names(*Kind).map(IsNull), st.builds(IsTrue, inner), st.builds(IsFalse, inner))


@cache
def steady(depth: int) -> Draw:
    """Draw truths of operators that only ever settle what is unknown as more is learnt."""
    leaves: Draw = names(Kind.BOOLEAN) | st.booleans().map(Literal)
    if depth == 0:
        return leaves
    inner = steady(depth - 1)
    built = st.builds(Not, inner) | st.builds(And, inner, inner) | st.builds(Or, inner, inner)
    return leaves | built | comparisons(depth - 1) | in_what_is_written()


@cache
def truths(depth: int) -> Draw:
    """Draw expressions that come to a truth, of every operator.

    Args:
        depth: How many operators may stand above one another.
    """
    if depth == 0:
        return steady(0)
    inner = truths(depth - 1)
    return st.one_of(
        inner,
        st.builds(Not, inner),
        st.builds(And, inner, inner),
        st.builds(Or, inner, inner),
        certain(depth - 1),
        st.builds(Coalesce, st.tuples(inner, inner)),
        comparisons(depth - 1),
        in_what_is_written(),
        in_a_list(),
        st.builds(If, certain(depth - 1), inner, inner | st.just(Literal(None))),
    )
