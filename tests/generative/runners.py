"""Every executing backend behind one call: many rules over many patients at once, in plain values.

A plain value is a truth of Python, a number, a word, a tuple of words, a Moment, an Amount, or None for null. A runner
takes rules, the types of the names they use, and patients; it returns what each rule comes to, a list for each patient.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

import polars as pl
from tests.generative.engines import run_rules as run_sql

from isthmus.rules import Evaluate, Expr, Kind, Name, Traced, Type, Value, fold
from isthmus.rules.backends.columns import Columns
from isthmus.rules.compiled import Compiler
from isthmus.rules.meanings.column import Column, leaf
from isthmus.rules.proof.solver import run_rules as run_smt
from isthmus.terms import Amount, Form, Moment, Precision, Truth

Answer = Any
Scope = Mapping[str, Type]
Row = Mapping[str, Answer]
Answers = list[list[Answer]]
Runner = Callable[[Sequence[Expr], Scope, Sequence[Row]], Answers]


def run_evaluate(trees: Sequence[Expr], scope: Scope, rows: Sequence[Row]) -> Answers:
    answers = []
    for row in rows:
        named = {name: Traced(Name(name), _as_value(type_, row.get(name))) for name, type_ in scope.items()}
        backend = Evaluate(named)
        answers.append([_plain(fold(tree, backend).value) for tree in trees])
    return answers


def _as_value(type_: Type, answer: Answer) -> Value:
    match type_.kind:
        case Kind.BOOLEAN:
            return Truth.of(answer)
        case Kind.QUANTITY if isinstance(answer, Decimal):
            return Amount(answer, type_.unit or "")
    value: Value = answer
    return value


def _plain(value: Value) -> Answer:
    if isinstance(value, Truth):
        return value is Truth.TRUE if value.known else None
    return value


def run_python(trees: Sequence[Expr], scope: Scope, rows: Sequence[Row]) -> Answers:
    compiled = Compiler(scope).values(trees)
    patients = ({name: _as_value(type_, row.get(name)) for name, type_ in scope.items()} for row in rows)
    return [[_plain(value) for value in compiled.values(patient)] for patient in patients]


def run_columns(trees: Sequence[Expr], scope: Scope, rows: Sequence[Row]) -> Answers:
    return _run_columns(trees, scope, rows, _DTYPES)


def run_floats(trees: Sequence[Expr], scope: Scope, rows: Sequence[Row]) -> Answers:
    """Run over columns of floats under ten million; CQL's greatest and finest decimals are too much to ask of them."""
    return _run_columns(trees, scope, rows, {**_DTYPES, Kind.DECIMAL: pl.Float64(), Kind.QUANTITY: pl.Float64()})


def _run_columns(
    trees: Sequence[Expr], scope: Scope, rows: Sequence[Row], dtypes: Mapping[Kind, pl.DataType]
) -> Answers:
    frame = table(scope, rows, dtypes)
    most = Decimal(10**7)  # heeded of floats only
    backend = Columns({name: leaf(name, type_, frame.schema[name], most) for name, type_ in scope.items()})
    columns = [fold(tree, backend) for tree in trees]
    index = pl.int_range(pl.len()).alias("index")
    found = frame.lazy().select(index, *(column.values.alias(str(at)) for at, column in enumerate(columns)))
    listed = [series.to_list() for series in found.collect().drop("index")]
    return [
        [_read(column, value) for column, value in zip(columns, row, strict=True)] for row in zip(*listed, strict=True)
    ]


def table(scope: Scope, rows: Sequence[Row], dtypes: Mapping[Kind, pl.DataType]) -> pl.DataFrame:
    """Make a table of patients, a row each."""
    columns = {name: [_cell(row.get(name)) for row in rows] for name in scope}
    return pl.DataFrame(columns, schema={name: dtypes[type_.kind] for name, type_ in scope.items()}, strict=False)


_DTYPES: dict[Kind, pl.DataType] = {
    Kind.BOOLEAN: pl.Boolean(),
    Kind.INTEGER: pl.Int32(),
    Kind.DECIMAL: pl.Decimal(38, 8),
    Kind.CHOICE: pl.String(),
    Kind.LIST: pl.List(pl.String()),
    Kind.MOMENT: pl.Int64(),
    Kind.QUANTITY: pl.Decimal(38, 8),
}


def _cell(answer: Answer) -> Answer:
    match answer:
        case Moment():
            return answer.count
        case Amount():
            return answer.value
        case tuple():
            return list(answer)
    return answer


def _read(column: Column, value: Answer) -> Answer:
    match column.type:
        case _ if value is None:
            return None
        case Type(kind=Kind.DECIMAL):
            return Decimal(value).scaleb(-8)
        case Type(kind=Kind.QUANTITY, unit=str(unit)):
            return Amount(Decimal(value).scaleb(-8), unit)
        case Type(kind=Kind.MOMENT, form=Form() as form, precision=Precision() as precision):
            return Moment(form, precision, value)
        case Type(kind=Kind.LIST):
            return tuple(value)
    return value


RUNNERS: dict[str, Runner] = {
    "evaluate": run_evaluate,
    "python": run_python,
    "columns": run_columns,
    "sql": partial(run_sql, "duckdb"),
    "postgres": partial(run_sql, "postgres"),
    "smt": run_smt,
}
"""The reference first."""


def comparable(answer: Answer) -> Answer:
    """Bring an answer to what all backends must agree on."""
    match answer:
        case Amount():
            return answer.base
        case tuple():
            return frozenset(answer)
    return answer


def same(one: Answer, other: Answer) -> bool:
    """Whether two answers are the same value of the same type."""
    return type(one) is type(other) and bool(comparable(one) == comparable(other))
