"""What is known, one statement at a time, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from isthmus.claims.asking import Asking
from isthmus.claims.facets import Facets
from isthmus.claims.lexicon import Lexicon
from isthmus.claims.watches import Guard
from isthmus.terms import ClaimId, ConditionId, DisagreementId, SourceId, TopicId

__all__ = ["Basis", "Claim", "Disagreement", "Evidence", "Figure", "HowRead", "Position", "Source"]

HowRead = Literal["stored_page", "seed", "stored_page_secondary", "memory"]
"""How far a source was read: itself, a page that started this work, a page that reports it, or not at all.

What is known from memory only is kept in its file and never reaches `Basis` or `Evidence`.
"""


@dataclass(frozen=True)
class Source:
    """A publication, and how much of it was really read; what was not seen on it is None.

    `independence` names a group whose members are one witness: they share text, a maker, or the same patients.
    """

    id: SourceId
    title: str
    seen_as: HowRead
    extent: str
    licence: str
    authors: str | None = None
    publisher: str | None = None
    year: int | None = None
    url: str | None = None
    doi: str | None = None
    pmid: str | None = None
    independence: str | None = None

    @property
    def is_in_literature(self) -> bool:
        """Whether it has a number of the scientific literature, and is no page of the web alone."""
        return bool(self.doi or self.pmid)


@dataclass(frozen=True)
class Figure:
    """A number in a claim: one value or a range, its unit, who was counted, and when that was published.

    A range may be open at one end. `ci95` is the 95 % confidence interval of `value`, lower end first.
    """

    measure: str
    unit: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    ci95: tuple[Decimal, Decimal] | None = None
    population: str | None = None
    n: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class Claim:
    """An atomic statement with its sources."""

    id: ClaimId
    topic: TopicId
    text: str
    sources: tuple[SourceId, ...]
    seen: HowRead
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[DisagreementId, ...] = ()
    source_grade: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Position:
    """What one side of a disagreement says; the numbers are filled where it states one plain figure or range.

    A single figure is a range whose two ends are equal.
    """

    text: str
    sources: tuple[SourceId, ...]
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    n: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class Disagreement:
    """A point on which sources differ, what each says, why they differ, and what isthmus does about it."""

    id: DisagreementId
    question: str
    positions: tuple[Position, ...]
    why: str
    handling: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True)
class Basis:
    """The claims of a condition and the sources they rest on, without the words by which people ask for them."""

    claims: Mapping[ClaimId, Claim]
    sources: Mapping[SourceId, Source]


@dataclass(frozen=True)
class Evidence:
    """All that is known about one condition: claims, sources, disagreements, the words for them, and what stops a question.

    `facets` are what people ask, where that is written down.
    """

    condition: ConditionId
    claims: Mapping[ClaimId, Claim]
    sources: Mapping[SourceId, Source]
    disagreements: Mapping[DisagreementId, Disagreement]
    lexicon: Lexicon
    guard: Guard
    notice: str
    asking: Asking = field(default_factory=Asking)
    facets: Facets = field(default_factory=Facets)
