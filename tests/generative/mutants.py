"""Does anything catch a defect in the pathway? Each mutant is the built-in pathway with one defect seeded in it.

A mutant is caught when its file no longer loads (types, lint, links), when a proof fails, or when a worked patient gets
another plan. One that nothing catches must be shown by the solver to give every patient the same action, detail and flags.
`make mutants` tries every one, or as many of each kind as it is told to, and closes with a table.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.unit.knowledge import CLAIMS, KNOWLEDGE, PATHWAY

from isthmus.errors import KnowledgeError
from isthmus.pathway import Pathway, WorkedCase
from isthmus.pathway.load import load_cases, load_pathway
from isthmus.pathway.proofs.encode import differ, encode, in_range, patients
from isthmus.pathway.proofs.prove import prove
from isthmus.plan import run_cases
from isthmus.rules import Cql, Expr, fold, syntax
from isthmus.rules.proof.solver import Solver
from isthmus.rules.proof.symbol import Case
from isthmus.rules.text.parse import parse

Data = Any
Steps = tuple[str | int, ...]
Variant = tuple[str, Expr]

FILE = Path("conditions", "pars-defect", "pathway.yaml")


@dataclass(frozen=True)
class Mutant:
    """One defect: its kind, where it stands, and the file with it."""

    kind: str
    where: str
    data: Data


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: what caught it or, when nothing did, a patient whose plan changed unseen."""

    mutant: Mutant
    refused: bool = False
    proof: str | None = None
    case: bool = False
    patient: Case | None = None

    @property
    def column(self) -> str:
        """Where the table counts it."""
        match (self.refused, self.proof, self.case, self.patient):
            case (True, _, _, _):
                return "refused"
            case (_, None, False, None):
                return "equivalent"
            case (_, None, False, _):
                return "survived"
            case (_, None, True, _):
                return "case"
        return "both" if self.case else "proof"


# defects of one rule

_SWAPS: dict[type[Expr], tuple[tuple[str, type[Expr]], ...]] = {
    syntax.Less: (("moved boundary", syntax.LessOrEqual), ("flipped comparison", syntax.Greater)),
    syntax.LessOrEqual: (("moved boundary", syntax.Less), ("flipped comparison", syntax.GreaterOrEqual)),
    syntax.Greater: (("moved boundary", syntax.GreaterOrEqual), ("flipped comparison", syntax.Less)),
    syntax.GreaterOrEqual: (("moved boundary", syntax.Greater), ("flipped comparison", syntax.LessOrEqual)),
    syntax.Equal: (("flipped comparison", syntax.NotEqual),),
    syntax.NotEqual: (("flipped comparison", syntax.Equal),),
    syntax.And: (("or for and", syntax.Or),),
    syntax.Or: (("and for or", syntax.And),),
}


def variants(tree: Expr) -> Iterator[Variant]:
    """List a rule's defective forms: each has one operator, name or value changed somewhere."""
    yield from _changed_here(tree)
    for part, operand in _operands(tree):
        for kind, changed in variants(operand):
            yield kind, _with_part(tree, part, changed)


def _with_part(tree: Expr, part: str, changed: Expr) -> Expr:
    parts: dict[str, Any] = {part: changed}
    return replace(tree, **parts)


def _operands(tree: Expr) -> Iterator[tuple[str, Expr]]:
    for part in ("operand", "left", "right", "condition", "then", "otherwise"):
        if hasattr(tree, part):
            yield part, getattr(tree, part)


def _changed_here(tree: Expr) -> Iterator[Variant]:
    for kind, operator in _SWAPS.get(type(tree), ()):
        yield kind, operator(*tree.operands())
    match tree:
        case syntax.And(left, right) | syntax.Or(left, right):
            yield from (("dropped part", part) for part in (left, right))
        case syntax.Not(operand):
            yield "dropped not", operand
            yield "unknown taken for no", syntax.Not(syntax.IsTrue(operand))
        case syntax.IsNull():
            yield "lost null", syntax.Literal(value=False)
            yield "turned null", syntax.Not(tree)
        case syntax.IsTrue(operand) | syntax.IsFalse(operand):
            yield "lost certainty", operand
        case syntax.Coalesce(choices):
            yield from (("dropped choice", choice) for choice in choices)
        case syntax.If(condition, then, otherwise):
            yield "swapped branches", syntax.If(condition, otherwise, then)
        case _:
            yield from _another(tree)


def _another(leaf: Expr) -> Iterator[Variant]:
    """List what a leaf could be instead: a list without a word, another name, another value."""
    match leaf:
        case syntax.ListOf(items) if len(items) > 1:
            yield from (("dropped word", syntax.ListOf(tuple(i for i in items if i != item))) for item in items)
        case syntax.Name(name):
            yield from (("swapped name", syntax.Name(other)) for other in _like(name))
        case syntax.Literal(value):
            yield from (("another value", syntax.Literal(other)) for other in _near(value))


def _like(name: str) -> list[str]:
    """Name the next parameter of the same unit, or the next case feature that could be taken for it."""
    units = [other.name for other in PATHWAY.parameters.values() if _unit(other.name) == _unit(name)]
    types = {str(key): (feature.type, feature.unit, feature.choices) for key, feature in PATHWAY.features.items()}
    kin = units if name in PATHWAY.parameters else [key for key in types if types[key] == types.get(name)]
    return [kin[(kin.index(name) + 1) % len(kin)]] if len(kin) > 1 else []


def _unit(name: str) -> str | None:
    return PATHWAY.parameters[name].unit if name in PATHWAY.parameters else None


def _near(value: object) -> list[Any]:
    match value:
        case bool():
            return [not value]
        case int():
            return [value + 1]
        case str():
            lists = [[choice.value for choice in feature.choices] for feature in PATHWAY.features.values()]
            own = next((words for words in lists if value in words), [value])
            return [own[(own.index(value) + 1) % len(own)]]
    return []


def _defective_rules(data: Data) -> Iterator[Mutant]:
    for steps, text in _rules(data):
        for kind, tree in variants(parse(text)):
            changed = fold(tree, Cql())
            yield _with(data, _kind(kind, str(steps[0]), text, changed), steps, changed)


def _kind(kind: str, section: str, before: str, after: str) -> str:
    """Name the defects that a pathway must fear most."""
    if kind == "dropped part" and before.count("rf_") > after.count("rf_"):
        return "dropped red flag"
    if section == "phases" and kind in ("moved boundary", "flipped comparison", "another value", "swapped name"):
        return "gap or overlap of phases"
    return kind


def _rules(data: Data) -> Iterator[tuple[Steps, str]]:
    """List every rule that can change an action, a detail or a flag, and where it stands."""
    for section, key in (("definitions", "means"), ("contradictions", "when"), ("phases", "when"), ("flags", "when")):
        yield from (((section, at, key), item[key]) for at, item in enumerate(data[section]))
    for at, row in enumerate(data["recommendations"]):
        if row.get("when"):
            yield ("recommendations", at, "when"), row["when"]
        for key in ("asks", "names"):
            for number, entry in enumerate(row.get(key, [])):
                if isinstance(entry, dict):
                    yield from ((("recommendations", at, key, number, name), text) for name, text in entry.items())


# defects of the table


def _defective_tables(data: Data) -> Iterator[Mutant]:
    rows = data["recommendations"]
    actions = [action["id"] for action in data["actions"]]
    for at, row in enumerate(rows):
        here: Steps = ("recommendations",)
        other = actions[(actions.index(row["then"]) + 1) % len(actions)]
        yield _with(data, "wrong action", (*here, at, "then"), other)
        yield _with(data, "dropped row" if at + 1 < len(rows) else "gap", here, rows[:at] + rows[at + 1 :], row["row"])
        if at:
            yield _with(data, "swapped rows", here, [*rows[: at - 1], row, rows[at - 1], *rows[at + 1 :]], row["row"])
            yield _with(data, "row moved to the top", here, [row, *rows[:at], *rows[at + 1 :]], row["row"])
        if at + 1 < len(rows):  # the last row is true of everybody
            yield _with(data, "unreachable row", here, [*rows[:at], *rows[at + 1 :], row], row["row"])
        for key in ("asks", "clashes", "names"):
            for number, entry in enumerate(row.get(key, [])):
                rest = [item for item in row[key] if item != entry]
                yield _with(data, f"dropped from {key}", (*here, at, key), rest, f"{number}")
        if row.get("phases"):
            yield _with(data, "dropped phases", (*here, at, "phases"), value=False)
    for section in ("contradictions", "flags", "phases"):
        for at, item in enumerate(data[section]):
            rest = [other for other in data[section] if other is not item]
            yield _with(data, f"dropped of {section}", (section,), rest, f"{at}")


def _defective_parameters(data: Data) -> Iterator[Mutant]:
    for at, parameter in enumerate(data["parameters"]):
        step = 1 if isinstance(parameter["value"], int) else 0.5
        for by in (step, -step):
            yield _with(data, "moved threshold", ("parameters", at, "value"), parameter["value"] + by)
        for other in data["parameters"][at + 1 :]:
            if other["unit"] == parameter["unit"]:
                swapped = {parameter["name"]: other["value"], other["name"]: parameter["value"]}
                parameters = [
                    {**item, "value": swapped.get(item["name"], item["value"])} for item in data["parameters"]
                ]
                yield _with(data, "swapped thresholds", ("parameters",), parameters, "/".join(swapped))


def _with(data: Data, kind: str, steps: Steps, value: Data, note: str = "") -> Mutant:
    changed = deepcopy(data)
    inner = changed
    for step in steps[:-1]:
        inner = inner[step]
    inner[steps[-1]] = value
    named = [_named(data, steps), *steps[2:], note] if len(steps) > 1 else [*steps, note]
    says = f" = {value}" if isinstance(value, str | int | float) else ""
    return Mutant(kind, " ".join(str(part) for part in named if part != "") + says, changed)


def _named(data: Data, steps: Steps) -> str:
    item = data[steps[0]][steps[1]]
    return str(item.get("row") or item.get("id") or item.get("name"))


def mutants() -> list[Mutant]:
    """List every mutant of the built-in pathway, in the order of its file."""
    data = yaml.safe_load((KNOWLEDGE / FILE).read_text(encoding="utf-8"))
    makers: tuple[Callable[[Data], Iterator[Mutant]], ...] = (
        _defective_parameters,
        _defective_rules,
        _defective_tables,
    )
    return [mutant for make in makers for mutant in make(data)]


def sample(each: int, start: int) -> list[Mutant]:
    """Draw so many mutants of each kind, or all it has; the same ones for the same start."""
    draw = random.Random(start)  # noqa: S311 - defects, not secrets
    kinds: dict[str, list[Mutant]] = {}
    for mutant in mutants():
        kinds.setdefault(mutant.kind, []).append(mutant)
    return [mutant for kind in kinds.values() for mutant in draw.sample(kind, min(each, len(kind)))]


# what becomes of them


class Court:
    """Tries mutants in a copy of the knowledge."""

    def __init__(self, copy: Path) -> None:
        self.folder = (copy / FILE).parent
        shutil.copytree(KNOWLEDGE, copy, dirs_exist_ok=True)
        self.symbols = patients(PATHWAY)
        self.outcome = encode(PATHWAY, self.symbols).outcome()
        self.solver = Solver(self.symbols, in_range(PATHWAY, self.symbols).values())

    def tried(self, mutant: Mutant, *, by_both: bool = False) -> Verdict:
        """Find what catches a mutant: loading it, else a worked patient, else a proof; or a proof in any case."""
        (self.folder / FILE.name).write_text(yaml.safe_dump(mutant.data, sort_keys=False), encoding="utf-8")
        try:
            pathway = load_pathway(self.folder, claims=CLAIMS)
            cases = load_cases(self.folder, pathway)
        except KnowledgeError:
            return Verdict(mutant, refused=True)
        case = _by_case(pathway, cases)
        proof = None if case and not by_both else _by_proof(pathway)
        caught = case or proof is not None
        return Verdict(mutant, proof=proof, case=case, patient=None if caught else self._patient(pathway))

    def _patient(self, pathway: Pathway) -> Case | None:
        """Find a patient whose action, detail or flags are others than before; the solver shows that there is none."""
        outcome = encode(pathway, self.symbols).outcome()
        words = {**self.outcome, **outcome}
        return self.solver.case(
            differ(*([said.get(word, False) for word in words] for said in (self.outcome, outcome)))
        )


def _by_proof(pathway: Pathway) -> str | None:
    return next((proof.claim for proof in prove(pathway) if not proof.holds), None)


def _by_case(pathway: Pathway, cases: Sequence[WorkedCase]) -> bool:
    try:
        return bool(run_cases(pathway, cases, today=date.min))
    except LookupError:  # no row decides for a worked patient
        return True


COLUMNS = ("refused", "proof", "both", "case", "equivalent", "survived")


def table(verdicts: Sequence[Verdict]) -> str:
    """Count what caught what, by the kind of defect: on loading, by proof alone, by both, by a worked patient alone."""
    counts = Counter((verdict.mutant.kind, verdict.column) for verdict in verdicts)
    counts += Counter(("all", verdict.column) for verdict in verdicts)
    lines = [f"{'defect':26}{'seeded':>8}" + "".join(f"{column:>12}" for column in COLUMNS)]
    for kind in sorted({verdict.mutant.kind for verdict in verdicts}) + ["all"]:
        row = [counts[kind, column] for column in COLUMNS]
        lines.append(f"{kind:26}{sum(row):8}" + "".join(f"{count or '':>12}" for count in row))
    claims = Counter(verdict.proof for verdict in verdicts if verdict.proof)
    return "\n".join([*lines, "", "the first claim to fail: " + ", ".join(f"{c} {n}" for c, n in claims.most_common())])


def _known(patient: Mapping[str, object] | None) -> dict[str, object]:
    return {name: value for name, value in (patient or {}).items() if value is not None}


def main() -> int:
    """Try mutants and print what became of them."""
    parser = argparse.ArgumentParser(description="Seed defects in the pathway and see what catches them.")
    parser.add_argument("--each", type=int, default=sys.maxsize, help="how many of each kind; all, unless given")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        court = Court(Path(folder))
        sound = court.tried(Mutant("none", "", yaml.safe_load((KNOWLEDGE / FILE).read_text("utf-8"))), by_both=True)
        verdicts = [court.tried(mutant, by_both=True) for mutant in sample(options.each, options.seed)]
    survivors = [verdict for verdict in verdicts if verdict.column == "survived"]
    for verdict in survivors:
        print(f"{verdict.mutant.kind}: {verdict.mutant.where}\n  {_known(verdict.patient)}")
    print(table(verdicts))
    print(f"{len(verdicts)} mutants, {len(survivors)} survived; the true pathway: {sound.column}")
    return 1 if survivors or sound.column != "equivalent" else 0


if __name__ == "__main__":
    sys.exit(main())
