"""Measure the pathway over a whole population, beside the same rules written by hand and beside another engine of CQL.

All are run in turn, on two threads, and each is checked against the others: row by row, and some patients one by one.
`python tests/benchmark/populations.py [PATIENTS]`, or ISTHMUS_BENCH_PATIENTS, says how many patients there are.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

if __name__ == "__main__":
    os.environ["POLARS_MAX_THREADS"] = "2"  # Polars looks only once, when it is imported
    sys.path.insert(0, str(Path(__file__).parents[2]))

import duckdb
import polars as pl
import pytest
from tests.benchmark.by_hand import decide, decide_by_number
from tests.conformance.oracle import decide as decide_outside
from tests.unit.knowledge import CASES, PATHWAY

from isthmus.pathway import CaseFeature, feature_type
from isthmus.plan import apply, read_patient
from isthmus.plan.as_cql import libraries, pathway_as_cql
from isthmus.plan.as_sql import PATIENT, pathway_as_sql
from isthmus.plan.cohort import decide_cohort, decide_facts
from isthmus.plan.patient import plain
from isthmus.plan.population import read_population
from isthmus.rules.meanings.term import sql_type

THREADS = 2
PATIENTS = 10_000_000
SAMPLE, SAMPLE_OF_CQL = 20_000, 2_000
RUNS = 3
OTHERS, UNKNOWN = 12, 24
"""Of so many facts one is of another worked case, and of so many one is unknown."""
DECISIONS = ["row", "action", *(str(flag.id) for flag in PATHWAY.flags)]
Work = Callable[[], object]


# the population


def population(patients: int) -> pl.DataFrame:
    """Make patients like the worked cases, the same ones each time: a few facts are of another case, or unknown."""
    worked = pl.DataFrame([_facts(feature) for feature in PATHWAY.features.values()])
    like = pl.col(PATIENT).hash(0) % len(CASES)
    columns = {}
    for seed, name in enumerate(worked.columns, 1):
        chance = pl.col(PATIENT).hash(seed)
        case = pl.when(chance % OTHERS == 0).then(chance // OTHERS % len(CASES)).otherwise(like)
        known = pl.when(chance % UNKNOWN != 1).then(case).cast(pl.UInt32)
        columns[name] = pl.lit(worked[name]).gather(known)
    return pl.select(pl.int_range(patients).alias(PATIENT)).with_columns(**columns)


def _facts(feature: CaseFeature) -> pl.Series:
    """Take what the worked cases say of a case feature."""
    values = [plain(read_patient(PATHWAY, case.facts)[feature.name]) for case in CASES]
    dtypes: Mapping[str, pl.DataType] = {
        "boolean": pl.Boolean(),
        "integer": pl.Int32(),
        "decimal": pl.Float64(),
        "choice": pl.Enum([choice.value for choice in feature.choices]),
        "choices": pl.List(pl.String()),
    }
    return pl.Series(feature.name, values, dtype=dtypes[feature.type], strict=False)


# measuring


def in_turn(works: Mapping[str, Work], runs: int = RUNS) -> dict[str, float]:
    """Time works in turn, so that all meet the same weather; the first run of each only warms up.

    Returns:
        The median seconds of each.
    """
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs + 1):
        for name, work in works.items():
            start = perf_counter()
            work()
            times[name].append(perf_counter() - start)
    return {name: median(spent[1:]) for name, spent in times.items()}


def show(what: str, seconds: float, patients: int, *, beside: Mapping[str, float]) -> None:
    """Print how long it took, and how many times faster it is than each of the others, patient for patient."""
    ratios = ", ".join(f"{spent / seconds * patients:.2f} x {name}" for name, spent in beside.items())
    print(f"{what:38}{seconds:8.2f} s {patients / seconds:14,.0f} patients/s   {ratios}")


# Polars


def columns(people: pl.DataFrame, *, runs: int = RUNS) -> dict[str, float]:
    """Measure `columns` beside Polars by hand."""
    facts = people.drop(PATIENT)
    read = read_population(PATHWAY, facts)
    works: dict[str, Work] = {
        "columns": lambda: decide_facts(PATHWAY, read, only=DECISIONS),
        "columns, every fact checked first": lambda: decide_cohort(PATHWAY, facts, only=DECISIONS),
        "columns, with details and clashes too": lambda: decide_cohort(PATHWAY, facts),
        "Polars by hand": lambda: decide(facts),
        "Polars by hand, rows numbered": lambda: decide_by_number(facts),
    }
    ours = in_words(decide_cohort(PATHWAY, facts, only=DECISIONS))
    assert ours.equals(in_words(decide(facts)))
    assert ours.equals(in_words(decide_by_number(facts)))
    check_sample(people, ours)
    return in_turn(works, runs)


def in_words(decided: pl.DataFrame) -> pl.DataFrame:
    """Make words of what is kept as numbers of words."""
    return decided.with_columns(pl.col("row", "action").cast(pl.String))


def check_sample(people: pl.DataFrame, decided: pl.DataFrame) -> None:
    """See that patients all over the population get the row, the action and the flags of their plan."""
    some = pl.int_range(pl.len()) % max(1, len(people) // SAMPLE) == 0
    for facts, found in zip(people.filter(some).iter_rows(named=True), decided.filter(some).to_dicts(), strict=True):
        patient = read_patient(PATHWAY, {name: value for name, value in facts.items() if name != PATIENT})
        plan = apply(PATHWAY, patient, audience=next(iter(PATHWAY.wordings)), today=date(2026, 1, 1))
        flags = {str(flag.id): flag.id in plan.flags for flag in PATHWAY.flags}
        assert found == {"row": plan.row, "action": plan.action, **flags}, facts[PATIENT]


# SQL


def sql(people: pl.DataFrame, folder: Path, *, runs: int = RUNS) -> dict[str, float]:
    """Measure the exported SQL beside SQL by hand, both on DuckDB."""
    by_hand = Path(__file__).with_name("by_hand.sql").read_text(encoding="utf-8")
    queries = {"sql": pathway_as_sql(PATHWAY, dialect="duckdb"), "SQL by hand": by_hand}
    with duckdb.connect(folder / "patients.duckdb", config={"threads": THREADS}) as base:
        fill(base, people, folder)
        for name, query in queries.items():
            base.execute(f'CREATE TEMP TABLE "{name}" AS {query}')
        same = " AND ".join(f'one."{name}" = other."{name}"' for name in DECISIONS)
        joined = f'"sql" AS one JOIN "SQL by hand" AS other USING ({PATIENT})'
        (agreed,) = base.execute(f"SELECT count(*) FROM {joined} WHERE {same}").fetchall()  # noqa: S608 - our own names
        assert agreed == (len(people),)
        check_sample_of_sql(base, people)
        works = {name: run(base, name, query) for name, query in queries.items()}
        return in_turn(works, runs)


def fill(base: duckdb.DuckDBPyConnection, people: pl.DataFrame, folder: Path) -> None:
    """Make the table of patients, in a file, with the types that the head of the exported query lists."""
    people.write_parquet(folder / "patients.parquet")
    features = PATHWAY.features.values()
    types = ", ".join(f'"{item.name}" {sql_type(feature_type(item), "duckdb")}' for item in features)
    base.execute(f"CREATE TABLE patients ({PATIENT} BIGINT, {types})")
    base.execute("INSERT INTO patients FROM read_parquet(?)", [str(folder / "patients.parquet")])


def check_sample_of_sql(base: duckdb.DuckDBPyConnection, people: pl.DataFrame) -> None:
    """See that the exported SQL says of some patients what their plans say."""
    every = max(1, len(people) // SAMPLE)
    names = ", ".join(f'"{name}"' for name in DECISIONS)
    query = f'SELECT {names} FROM "sql" WHERE {PATIENT} % {every} = 0 ORDER BY {PATIENT}'  # noqa: S608 - our own names
    rows = base.execute(query).fetchall()
    check_sample(people.gather_every(every), pl.DataFrame(rows, schema=DECISIONS, orient="row"))


def run(base: duckdb.DuckDBPyConnection, name: str, query: str) -> Work:
    """Make a call that runs a query and keeps what it gives."""
    return lambda: base.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {query}')


# CQL


def cql(people: pl.DataFrame) -> float:
    """Measure the exported CQL on cql-execution, in Node: the seconds it takes a patient."""
    texts = {name.removesuffix(".cql"): text for name, text in pathway_as_cql(PATHWAY).items()}
    some = people.drop(PATIENT).gather_every(max(1, len(people) // SAMPLE_OF_CQL)).to_dicts()
    verdict = decide_outside(texts, libraries(PATHWAY)[1], some, only=["row", "action", "flags"])
    ours = decide_cohort(PATHWAY, pl.DataFrame(some, schema=people.drop(PATIENT).schema), only=DECISIONS)
    for (row, action, flags), mine in zip(verdict.values, ours.to_dicts(), strict=True):
        assert {"row": row, "action": action, **{name: name in flags for name in DECISIONS[2:]}} == mine
    return verdict.seconds / len(some)


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    patients = int(arguments[0] if arguments else os.environ.get("ISTHMUS_BENCH_PATIENTS", PATIENTS))
    people = population(patients)
    print(f"{patients:,} patients, {THREADS} threads, medians of {RUNS} runs in turn; every answer is checked")
    a_patient = {}
    try:
        a_patient["cql-execution"] = cql(people)
        print(f"{'cql-execution, in Node':46} {1 / a_patient['cql-execution']:14,.0f} patients/s")
    except (pytest.skip.Exception, pytest.fail.Exception) as reason:
        print(f"cql-execution: not measured, because {reason}")
    with tempfile.TemporaryDirectory() as folder:
        for times in (columns(people), sql(people, Path(folder))):
            by_hand = {name: spent / patients for name, spent in times.items() if "by hand" in name}
            for name, spent in times.items():
                show(name, spent, patients, beside={} if name in by_hand else by_hand | a_patient)


if __name__ == "__main__":
    main(sys.argv[1:])
