"""Proofs in the terminal: a line for each claim and, where one does not hold, who shows it, in words and as a case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from isthmus.pathway import CaseFeature, Pathway
from isthmus.pathway.proofs import Breach, Proof, Run
from isthmus.terms import FeatureName, Json

__all__ = ["Shown", "write_patients"]


@dataclass(frozen=True)
class Shown:
    """A claim as it is shown: whether it holds, how long that took, what is wrong, and the patients who show it."""

    claim: str
    says: str
    seconds: float
    faults: tuple[str, ...]
    patients: tuple[Mapping[str, object], ...]

    @classmethod
    def of_proof(cls, proof: Proof, pathway: Pathway, seconds: float) -> "Shown":
        """Put a proof in words."""
        faults = tuple(_fault(breach, pathway) for breach in proof.breaches)
        patients = tuple(breach.runs[0].facts for breach in proof.breaches if breach.runs)
        return cls(proof.claim, proof.says, seconds, faults, patients)

    @property
    def line(self) -> str:
        """The claim with a tick or a cross, and its time."""
        return f"{'✗' if self.faults else '✓'} {self.says} ({self.seconds:.2f} s)"

    def as_json(self) -> Json:
        """The claim as plain values."""
        return {
            "claim": self.claim,
            "says": self.says,
            "holds": not self.faults,
            "seconds": round(self.seconds, 3),
            "faults": list(self.faults),
            "patients": [{name: _plain(value) for name, value in facts.items()} for facts in self.patients],
        }


def _fault(breach: Breach, pathway: Pathway) -> str:
    told = f"{breach.where}: {breach.what}. {breach.remedy}."
    if not breach.runs:
        return told
    first, *others = breach.runs
    case = ", ".join(f"{name}: {_quoted(value)}" for name, value in first.facts.items())
    lines = [f"  The patient: {_in_words(first.facts, pathway)}.", f"  They get {_led(first, pathway)}."]
    led = dict.fromkeys(_led(run, pathway) for run in others)
    otherwise = [f"  Otherwise: {'; '.join(led)}."] if led else []
    return "\n".join([told, *lines, *otherwise, f"  As a case: {{{case}}}"])


def _led(run: Run, pathway: Pathway) -> str:
    if run.row is None:
        return "no plan"
    words = f" ({', '.join(run.detail)})" if run.detail else ""
    return f"{pathway.recommendation(run.row).action}{words} by row {run.row}"


def _in_words(facts: Mapping[str, object], pathway: Pathway) -> str:
    known = [_said(pathway.features[FeatureName(name)], value) for name, value in facts.items()]
    return "; ".join([*known, "nothing else is known"]) if known else "nothing is known"


def _said(feature: CaseFeature, value: object) -> str:
    """Say one fact in the words that the knowledge has for it."""
    words = {choice.value: choice.label for choice in feature.choices}
    match value:
        case bool():
            return f"{feature.label}: {'yes' if value else 'no'}"
        case str():
            return f"{feature.label}: {words[value]}"
        case list():
            return f"{feature.label}: {', '.join(words[item] for item in value) or 'none'}"
    return f"{feature.label}: {_written(value)} {feature.unit_label or ''}".rstrip()


def _written(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case list():
            return f"[{', '.join(map(_quoted, value))}]"
    return str(value)


def _quoted(value: object) -> str:
    """Write a value for YAML; a word such as `no` would be read as a truth by some without its quotes."""
    return f'"{value}"' if isinstance(value, str) else _written(value)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def write_patients(proofs: Iterable[Shown], folder: Path) -> list[Path]:
    """Write each patient who breaks a claim as a case, named after the claim.

    Returns:
        The files.
    """
    files = []
    for shown in proofs:
        for number, facts in enumerate(shown.patients, start=1):
            lines = [f"# Synthetic. This patient shows that it does not hold: {shown.says}.", "inputs:"]
            lines += [f"  {name}: {_quoted(value)}" for name, value in facts.items()]
            text = "\n".join(lines) if facts else f"{lines[0]}\n{{}}"
            files.append(folder / f"{shown.claim}-{number}.yaml")
            files[-1].write_text(f"{text}\n", encoding="utf-8")
    return files
