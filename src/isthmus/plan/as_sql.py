"""A pathway as one query in SQL: what it says for every patient of a table."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from textwrap import wrap

from isthmus.pathway import ACTION_NAME, ROW_NAME, CaseFeature, Pathway, contradiction_name, feature_type
from isthmus.rules import Expr, Kind, Name, Rule, Type, fold
from isthmus.rules.backends.sql import Sql
from isthmus.rules.meanings.query import Query, Tree, column
from isthmus.rules.meanings.term import Term, first_true, if_else, literal, sql_type

__all__ = ["PATIENT", "pathway_as_sql"]

PATIENT = "patient_id"
"""The column of the table that tells patients apart."""

_TABLE = "patients"
_ROW_NUMBER = "row number"
_WIDTH = 100
_WORD = Type(Kind.CHOICE, certain=True)


def pathway_as_sql(pathway: Pathway, *, dialect: str) -> str:
    """Write a pathway as a query over a table of patients.

    The query gives each patient's id, the row that fires, its action, and for each flag whether it is raised. A column
    that is null is not known. What the table must hold stands above the query, as comments.

    Args:
        pathway: The pathway.
        dialect: `duckdb`, `spark` or `postgres`.

    Raises:
        UnknownName: Rules are not written in the dialect.
    """
    query = Query(dialect, _TABLE)
    features = pathway.features.values()
    sizes: dict[str, Decimal] = {
        item.name: max(-item.low, item.high) for item in features if item.low is not None and item.high is not None
    }
    sql = Sql({feature.name: feature_type(feature) for feature in features}, query, sizes)
    _define(sql, pathway)
    flags = {flag.id: _certainly(sql, flag.when) for flag in pathway.flags}
    outputs = {name: column(name) for name in (PATIENT, ROW_NAME, ACTION_NAME)} | flags
    notes: dict[str, str] = {flag.id: flag.says for flag in pathway.flags}
    head = "\n".join(f"-- {line}".rstrip() for line in _preface(pathway, dialect))
    return f"{head}\n{query.select(outputs, notes)}"


def _define(sql: Sql, pathway: Pathway) -> None:
    """Give every name of the pathway, from its thresholds to the action, to a column of the query."""
    for parameter in pathway.parameters.values():
        sql.define(parameter.name, literal(parameter.value))
    uses = _uses(pathway)
    for name, rule, says in _named(pathway):
        sql.define(name, fold(rule.tree, sql), says, once=uses[name] <= 1)
    rows = pathway.recommendations
    cases = [(fold(row.when.tree, sql).truth, number, f"{row.row}: {row.says}") for number, row in enumerate(rows, 1)]
    fired = sql.query.add(_ROW_NUMBER, first_true(cases), "The first row whose rule is true.")
    # A number for each row and its words looked up: databases are slow to choose among words, and to compare them.
    words = [(number, row.row, row.action) for number, row in enumerate(rows, 1)]
    sql.query.look_up(fired, [ROW_NAME, ACTION_NAME], words)
    for name in (ROW_NAME, ACTION_NAME):
        sql.terms[name] = Term(_WORD, column(name))


def _named(pathway: Pathway) -> Iterator[tuple[str, Rule, str]]:
    for item in pathway.definitions.values():
        yield item.name, item.rule, item.says
    for clash in pathway.contradictions:
        yield contradiction_name(clash.id), clash.rule, clash.says


def _uses(pathway: Pathway) -> Counter[str]:
    """Count how often each name stands in the rules of the query."""
    trees = [rule.tree for _, rule, _ in _named(pathway)]
    trees += [row.when.tree for row in pathway.recommendations]
    trees += [flag.when.tree for flag in pathway.flags]
    return Counter(name for tree in trees for name in _names(tree))


def _names(expr: Expr) -> Iterator[str]:
    if isinstance(expr, Name):
        yield expr.name
    for operand in expr.operands():
        yield from _names(operand)


def _certainly(sql: Sql, rule: Rule) -> Tree:
    term = fold(rule.tree, sql)
    # CASE asks the same as IS TRUE, and databases look no further in it than they must.
    return term.sql if rule.type.certain else if_else(term.truth, literal(value=True).sql, literal(value=False).sql)


def _preface(pathway: Pathway, dialect: str) -> Iterator[str]:
    yield from wrap(f"{pathway.title}: what its pathway says for every patient of a table.", _WIDTH)
    yield from wrap(pathway.notice, _WIDTH)
    yield f"Pathway version {pathway.version}, {pathway.review_status}. sha256 of its knowledge: {pathway.sha256}"
    yield "Thresholds, which stand in the query as numbers:"
    for item in pathway.parameters.values():
        yield from _indented(f"{item.name} = {item.value} {item.unit}. {item.says}")
    yield "The table. What is not known is null, and so must be what is not allowed here: the query does not check it."
    yield f"CREATE TABLE {_TABLE} ("
    yield from _indented(f"{PATIENT}: of any type, one row a patient")
    for feature in pathway.features.values():
        yield from _indented(f'"{feature.name}" {sql_type(feature_type(feature), dialect)}, {_allowed(feature)}')
    yield ")"


def _indented(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="      ")


def _allowed(feature: CaseFeature) -> str:
    if feature.low is not None:
        return f"from {feature.low} to {feature.high} {feature.unit_label or ''}".rstrip()
    return " | ".join(choice.value for choice in feature.choices) or "true | false"
