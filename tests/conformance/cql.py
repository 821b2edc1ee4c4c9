"""Run the public CQL cases on a backend: `python -m tests.conformance.cql --cases FILE [--backend NAME]`.

A case passes when it comes to what the suite says, or is refused where the suite says that it must fail; it is
unsupported when the language refuses it in words; anything else is wrong. The exit code is 0 when nothing is wrong.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from tests.conformance.cases import Outcome, Verdict, judge, load_cases
from tests.conformance.reading import READINGS

from isthmus.errors import InputError

__all__ = ["main", "table_of", "total"]

_WRONG = 3


@click.command()
@click.option("--cases", "path", required=True, type=click.Path(path_type=Path), help="A file of cases.")
@click.option("--backend", type=click.Choice(list(READINGS)), default="evaluate", show_default=True)
@click.option("--list", "listed", type=click.Choice([verdict.value for verdict in Verdict]), help="Show these cases.")
def main(path: Path, backend: str, listed: str | None) -> None:
    """Run the public CQL cases on a backend."""
    try:
        cases = load_cases(path)
    except InputError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    outcomes = [judge(case, READINGS[backend]) for case in cases]
    for verdict in [verdict for verdict in Verdict if verdict.value == listed or verdict is Verdict.WRONG]:
        click.echo("\n".join(_shown(outcome) for outcome in outcomes if outcome.verdict is verdict))
    click.echo(table_of(outcomes))
    click.echo(total(outcomes))
    sys.exit(_WRONG if any(outcome.verdict is Verdict.WRONG for outcome in outcomes) else 0)


def _shown(outcome: Outcome) -> str:
    words = " ".join(outcome.case.text.split())
    return f"{outcome.verdict.value}  {outcome.case.id}  {words}  {outcome.reason}".rstrip()


def table_of(outcomes: Iterable[Outcome]) -> str:
    """Count the outcomes by family."""
    counts = Counter((outcome.case.bucket, outcome.verdict) for outcome in outcomes)
    buckets = sorted({bucket for bucket, _ in counts}, key=_in_order)
    width = max(map(len, buckets), default=0)
    heading = f"{'':{width}}" + "".join(f"{verdict.value:>13}" for verdict in Verdict)
    rows = [f"{bucket:{width}}" + "".join(f"{counts[bucket, verdict]:13}" for verdict in Verdict) for bucket in buckets]
    return "\n".join([heading, *rows])


def _in_order(bucket: str) -> tuple[int, str]:
    """Sort `10 literals` after `9 aggregates`."""
    number = bucket.split(maxsplit=1)[0].rstrip("abcdefgh")
    return int(number) if number.isdigit() else sys.maxsize, bucket


def total(outcomes: Sequence[Outcome]) -> str:
    """Count the outcomes on one line."""
    counts = Counter(outcome.verdict for outcome in outcomes)
    return ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict)


if __name__ == "__main__":
    main()
