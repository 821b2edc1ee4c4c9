"""The shape of the evidence files, entry by entry, and how an entry becomes what the rest of isthmus reads."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from isthmus.claims.model import Claim, Disagreement, Figure, HowRead, Position, Source
from isthmus.terms import ClaimId, DisagreementId, SourceId, TopicId

__all__ = ["ClaimShape", "ClaimsFile", "DisagreementShape", "DisagreementsFile", "SourceShape", "SourcesFile"]


def _number(value: object) -> object:
    if isinstance(value, Decimal) or type(value) is int or value is None:
        return value
    message = "this should be a plain number"
    raise ValueError(message)


Words = Annotated[str, Field(min_length=1)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, Strict()]


class Shape(BaseModel):
    """Any part of an evidence file: a key that is not known is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceShape(Shape):
    """A publication as it is written down."""

    id: SourceId
    title: Words
    seen_as: HowRead
    extent: Words
    licence: Words
    authors: Words | None = None
    publisher: Words | None = None
    year: Whole | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    doi: Words | None = None
    pmid: Words | None = None
    independence: Words | None = None

    def build(self) -> Source:
        """Take it in."""
        return Source(**dict(self))


class FigureShape(Shape):
    """A number of a claim as it is written down."""

    measure: Words
    unit: Words
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    ci95: tuple[Number, Number] | None = None
    population: Words | None = None
    n: Whole | None = None
    year: Whole | None = None


class ClaimShape(Shape):
    """A claim as it is written down."""

    id: ClaimId
    topic: TopicId
    text: Words
    sources: tuple[SourceId, ...]
    seen: HowRead
    figures: tuple[FigureShape, ...] = ()
    disagreements: tuple[DisagreementId, ...] = ()
    source_grade: Words | None = None
    note: Words | None = None

    def build(self) -> Claim:
        """Take it in."""
        figures = tuple(Figure(**dict(figure)) for figure in self.figures)
        return Claim(**{**dict(self), "figures": figures})


class PositionShape(Shape):
    """One side of a disagreement as it is written down."""

    text: Words
    sources: tuple[SourceId, ...]
    low: Number | None = None
    high: Number | None = None
    unit: Words | None = None
    n: Whole | None = None
    year: Whole | None = None


class DisagreementShape(Shape):
    """A disagreement as it is written down."""

    id: DisagreementId
    question: Words
    positions: tuple[PositionShape, ...]
    why: Words
    handling: Words
    claims: tuple[ClaimId, ...]

    def build(self) -> Disagreement:
        """Take it in."""
        positions = tuple(Position(**dict(position)) for position in self.positions)
        return Disagreement(**{**dict(self), "positions": positions})


class SourcesFile(Shape):
    """`sources.yaml`; its entries are held against their shape one at a time, so that each fault is found."""

    sources: list[Any]


class ClaimsFile(Shape):
    """`claims.yaml`: the notice that stands under every answer, and the claims."""

    notice: Words
    claims: list[Any]


class DisagreementsFile(Shape):
    """`disagreements.yaml`."""

    disagreements: list[Any]
