"""Proofs about a pathway, with all that may be unknown: a claim holds for every patient, or is shown one who breaks it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from isthmus.pathway.model import Pathway
from isthmus.pathway.proofs.rows import always_decides, every_option, every_parameter, every_row, one_phase
from isthmus.pathway.proofs.safety import red_flags_first, unknown_is_mild
from isthmus.pathway.proofs.trial import Breach, Run, Trial
from isthmus.rules.proof import Undecided

__all__ = ["Breach", "Proof", "Run", "prove"]


@dataclass(frozen=True)
class Proof:
    """A claim about a pathway and every breach of it; a claim without one is proved."""

    claim: str
    says: str
    breaches: tuple[Breach, ...]

    @property
    def holds(self) -> bool:
        """Whether the claim is proved."""
        return not self.breaches


_CLAIMS: dict[str, tuple[str, Callable[[Trial], Iterator[Breach]]]] = {
    "reachable": ("every row, word of detail and flag can come up", every_row),
    "always-decides": ("some row always decides", always_decides),
    "red-flags-first": ("a red flag outranks everything", red_flags_first),
    "one-phase": ("never two phases at once, and never none", one_phase),
    "unknown-is-mild": ("no unknown leads to a more invasive action than some value of it would", unknown_is_mild),
    "parameters-matter": ("every parameter matters", every_parameter),
    "options-fit": ("every option meets its stated criteria", every_option),
}


def prove(pathway: Pathway) -> Iterator[Proof]:
    """Prove a pathway, one claim after another; each is worked out only when it is asked for."""
    trial = Trial(pathway)
    for claim, (says, breaches) in _CLAIMS.items():
        yield Proof(claim, says, _settled(trial, breaches))


def _settled(trial: Trial, breaches: Callable[[Trial], Iterator[Breach]]) -> tuple[Breach, ...]:
    """List the breaches; what cannot be settled is a breach, because unproved is not proved."""
    try:
        return tuple(breaches(trial))
    except Undecided:
        what = "A rule multiplies or divides case features, so this cannot be settled"
        return (Breach(trial.where("rules"), what, "Write the rule with sums, differences and comparisons"),)
