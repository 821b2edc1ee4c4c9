"""The backends that execute, each as one call that says what a rule comes to."""

from collections.abc import Mapping

from tests.conformance.cases import Answer, Read, same
from tests.conformance.table import Table, over_columns
from tests.generative.runners import RUNNERS

from isthmus.errors import UnsupportedOperator
from isthmus.rules import Cql, Kind, Rule, fold
from isthmus.rules.text.parse import parse

__all__ = ["READINGS"]


def _evaluate(rule: Rule) -> Answer:
    """Evaluate a rule as it is written and over columns, which must come to the same."""
    written, over = _run("evaluate", Table(rule.tree, {}, {})), _run("evaluate", over_columns(rule))
    assert same(written, over), f"{written!r} as written and {over!r} over columns"
    return written


def _cql(rule: Rule) -> Answer:
    """Write a rule as CQL, read that, and evaluate what it says; it must be the same rule."""
    text = fold(rule.tree, Cql())
    tree = parse(text)
    assert tree == rule.tree, f"its text {text} is read as another rule"
    return _run("evaluate", Table(tree, {}, {}))


def _over_columns(name: str) -> Read:
    def read(rule: Rule) -> Answer:
        if rule.type.kind is Kind.LIST and rule.type.item is not Kind.CHOICE:
            raise UnsupportedOperator(
                "A column holds no lists but of words.", where=name, remedy="Ask for one item, or whether one is in it."
            )
        return _run(name, over_columns(rule))

    return read


def _run(name: str, table: Table) -> Answer:
    answer: Answer
    ((answer,),) = RUNNERS[name]([table.tree], table.scope, [table.row])
    return answer


READINGS: Mapping[str, Read] = {
    **{name: _over_columns(name) for name in RUNNERS},
    "evaluate": _evaluate,
    "cql": _cql,
}
"""Every backend that executes, the reference first; `cql` stands for the text that others are given."""
