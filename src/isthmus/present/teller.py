"""What is written in both registers, said in the one of a reader: sentences, and facts with their figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from isthmus.claims import Basis
from isthmus.guide import Fact, FigureOf, Manner, Register, Spoken
from isthmus.present.sources import Bibliography
from isthmus.present.told import Told, tell

__all__ = ["Drawn", "FactTold", "Teller"]


@dataclass(frozen=True)
class Drawn:
    """A figure of a claim, ready to be drawn: one value or a range, its unit, and who was counted.

    `draw` says how it is drawn, None where it is only said; `rest` that the sentence speaks of the rest of a hundred.
    """

    measure: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    ci95: tuple[float, float] | None
    n: int | None
    year: int | None
    population: str | None = None
    draw: Manner | None = None
    rest: bool = False


@dataclass(frozen=True)
class FactTold:
    """A benefit or a harm, and its figure where there is one."""

    says: Told
    figure: Drawn | None


@dataclass(frozen=True)
class Teller:
    """Says what is written in both registers in the one of a reader."""

    basis: Basis
    shelf: Bibliography
    register: Register

    def one(self, spoken: Spoken) -> Told:
        """Say one sentence."""
        return tell(spoken.in_register(self.register), self.shelf, self.basis)

    def all(self, spoken: Iterable[Spoken]) -> tuple[Told, ...]:
        """Say sentences."""
        return tuple(map(self.one, spoken))

    def facts(self, facts: Iterable[Fact]) -> tuple[FactTold, ...]:
        """Say benefits or harms, each with its figure."""
        return tuple(FactTold(self.one(fact.says), _drawn(fact.figure, self.basis)) for fact in facts)


def _drawn(figure: FigureOf | None, basis: Basis) -> Drawn | None:
    """Find the figure that a fact names."""
    claim = basis.claims.get(figure.claim) if figure else None
    found = next((item for item in claim.figures if figure and item.measure == figure.measure), None) if claim else None
    if figure is None or found is None:
        return None
    return Drawn(
        measure=found.measure,
        unit=found.unit,
        value=_number(found.value),
        low=_number(found.low),
        high=_number(found.high),
        ci95=None if found.ci95 is None else (float(found.ci95[0]), float(found.ci95[1])),
        n=found.n,
        year=found.year,
        population=found.population,
        draw=figure.draw,
        rest=figure.rest,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
