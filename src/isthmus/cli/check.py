"""`isthmus check`: whether the knowledge holds together, is proved, and gives its worked patients the plans it must."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

import click

from isthmus.cli import show_words
from isthmus.cli.errors import CHECK_FAILED
from isthmus.cli.options import json_option, load_default_condition, print_json
from isthmus.cli.show_proof import Shown, write_patients
from isthmus.condition import check_words, load_worked_cases, prove
from isthmus.errors import InvalidOption, KnowledgeError
from isthmus.pathway import Pathway, WorkedCase
from isthmus.plan import Miss, run_cases
from isthmus.settings import read_settings
from isthmus.terms import Json

__all__ = ["check_command"]


@click.command("check")
@json_option("Print the result as JSON.")
@click.option(
    "--counterexamples",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write each patient who breaks a claim there, as a case that `isthmus plan` reads.",
)
def check_command(*, as_json: bool, folder: Path | None) -> int:
    """Check the knowledge: its files, what is proved of its pathway, and its worked patients."""
    if folder is not None:
        _make(folder)
    try:
        settings = read_settings()
        condition = load_default_condition(settings)
        cases = load_worked_cases(condition, knowledge=settings.knowledge)
        words = check_words(condition, knowledge=settings.knowledge)
    except KnowledgeError as error:
        return _tell([str(fault) for fault in error.faults], {"worked_cases": 0, "proofs": []}, as_json=as_json)
    proofs = []
    for shown in _shown(condition.pathway, cases):
        proofs.append(shown)
        if not as_json:
            click.echo(shown.line)
    if not as_json:
        click.echo("\n".join(show_words.lines(words)))
    files = write_patients(proofs, folder) if folder is not None else []
    faults = [*(line for shown in proofs for line in shown.faults), *map(str, words.faults)]
    told = {"worked_cases": len(cases), "proofs": [shown.as_json() for shown in proofs]}
    code = _tell(faults, {**told, "words": show_words.words_as_json(words)}, as_json=as_json)
    if files and not as_json:
        click.echo("\n".join(["Written, each a case for `isthmus plan`:", *map(str, files)]), err=True)
    return code


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"This folder cannot be made ({(error.strerror or 'unknown reason').lower()})."
        raise InvalidOption(what, where=str(folder), remedy="Name a folder you may write in.") from error


def _shown(pathway: Pathway, cases: tuple[WorkedCase, ...]) -> Iterator[Shown]:
    """Work out one claim after another, each with the time it took."""
    start = perf_counter()
    for proof in prove(pathway):
        yield Shown.of_proof(proof, pathway, perf_counter() - start)
        start = perf_counter()
    misses = [_said(miss) for miss in run_cases(pathway, cases, today=date.min)]
    says = f"the pathway agrees with its {len(cases)} worked patients"
    yield Shown("worked-patients", says, perf_counter() - start, tuple(misses), ())


def _said(miss: Miss) -> str:
    case = miss.case
    return f"{case.where}: Worked patient `{case.id}` {miss.what}. Mend the rule or the case."


def _tell(faults: list[str], told: Json, *, as_json: bool) -> int:
    if as_json:
        print_json({"holds": not faults, "faults": faults, **told})
    elif faults:
        click.echo("\n".join(faults), err=True)
    else:
        click.echo(
            f"The knowledge holds: no fault in its files, {told['worked_cases']} worked patients as they must be."
        )
    return CHECK_FAILED if faults else 0
