"""`isthmus check`: whether the knowledge holds together and its worked patients get the plans they must."""

from datetime import date

import click

from isthmus.cli.errors import CHECK_FAILED
from isthmus.cli.options import json_option, load_default_condition, print_json
from isthmus.condition import load_worked_cases
from isthmus.errors import KnowledgeError
from isthmus.plan import Miss, run_cases
from isthmus.settings import read_settings

__all__ = ["check_command"]


@click.command("check")
@json_option("Print the result as JSON.")
def check_command(*, as_json: bool) -> int:
    """Check the knowledge: its files, and its worked patients."""
    try:
        settings = read_settings()
        condition = load_default_condition(settings)
        cases = load_worked_cases(condition, knowledge=settings.knowledge)
    except KnowledgeError as error:
        return _tell([str(fault) for fault in error.faults], 0, as_json=as_json)
    misses = run_cases(condition.pathway, cases, today=date.min)
    return _tell([_said(miss) for miss in misses], len(cases), as_json=as_json)


def _said(miss: Miss) -> str:
    case = miss.case
    return f"{case.where}: Worked patient `{case.id}` {miss.what}. Mend the rule or the case."


def _tell(faults: list[str], cases: int, *, as_json: bool) -> int:
    if as_json:
        print_json({"holds": not faults, "worked_cases": cases, "faults": faults})
    elif faults:
        click.echo("\n".join(faults), err=True)
    else:
        click.echo(f"The knowledge holds: no fault in its files, {cases} worked patients as they must be.")
    return CHECK_FAILED if faults else 0
