"""What isthmus is and rests on: how it decides, what it holds in counts, and exactly which knowledge it uses."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from isthmus.claims import HowRead
from isthmus.condition import Condition, Handbook
from isthmus.pathway import Parameter
from isthmus.terms import AudienceId, ClaimId, RowId

__all__ = ["AboutPage", "Deciding", "Held", "Proved", "Row", "Threshold", "about_page"]


@dataclass(frozen=True)
class Proved:
    """A claim about the pathway that was worked out: how long that took, and who or what breaks it; nobody, and it holds."""

    claim: str
    says: str
    seconds: float
    faults: tuple[str, ...]

    @property
    def title(self) -> str:
        """The name of the claim as words."""
        return self.claim.replace("-", " ").capitalize()


@dataclass(frozen=True)
class Threshold:
    """A number that decides: the value in use, where it comes from, and what others use."""

    says: str
    value: str
    origin: str
    claims: tuple[ClaimId, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row of the decision table: when it fires, and the title of what it leads to."""

    row: RowId
    says: str
    leads_to: str


@dataclass(frozen=True)
class Deciding:
    """How the pathway decides: what it asks, its rows in their order, and the numbers they turn on."""

    questions: int
    danger_signs: int
    actions: int
    flags: int
    contradictions: tuple[str, ...]
    rows: tuple[Row, ...]
    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True)
class Held:
    """What is held, in counts; claims and sources also by how far each was read."""

    claims: Mapping[HowRead, int]
    sources: Mapping[HowRead, int]
    disagreements: int
    procedures: int
    choices: int
    terms: int
    readers: tuple[str, ...]


@dataclass(frozen=True)
class AboutPage:
    """Everything that the pages about isthmus say of the knowledge being served."""

    condition: str
    notice: str
    version: str
    sha256: str
    review_status: str
    deciding: Deciding
    held: Held


def about_page(condition: Condition, handbook: Handbook, audience: str) -> AboutPage:
    """Tell what isthmus is, from the knowledge that is served.

    Args:
        condition: The knowledge.
        handbook: What readers are told of the same condition.
        audience: Whose words to use.

    Raises:
        UnknownName: There is no such audience.
    """
    pathway = condition.pathway
    return AboutPage(
        condition=condition.title,
        notice=pathway.notice,
        version=pathway.version,
        sha256=pathway.sha256,
        review_status=pathway.review_status,
        deciding=_deciding(condition, handbook.book.audience(audience).id),
        held=_held(condition, handbook),
    )


def _deciding(condition: Condition, audience: AudienceId) -> Deciding:
    pathway = condition.pathway
    words = pathway.wordings[audience].actions
    return Deciding(
        questions=len(pathway.features),
        danger_signs=sum(feature.red_flag for feature in pathway.features.values()),
        actions=len(pathway.actions),
        flags=len(pathway.flags),
        contradictions=tuple(each.says for each in pathway.contradictions),
        rows=tuple(Row(row.row, row.says, words[row.action].title) for row in pathway.recommendations),
        thresholds=tuple(map(_threshold, pathway.parameters.values())),
    )


def _threshold(parameter: Parameter) -> Threshold:
    others = tuple(other.says for other in parameter.alternatives)
    unit = parameter.unit.removesuffix("s") if parameter.value == 1 else parameter.unit
    value = f"{parameter.value} {unit.replace('-', ' ')}".strip()
    return Threshold(parameter.says, value, parameter.origin, parameter.claims, others)


def _held(condition: Condition, handbook: Handbook) -> Held:
    evidence, book = condition.evidence, handbook.book
    return Held(
        claims=Counter(claim.seen for claim in evidence.claims.values()),
        sources=Counter(source.seen_as for source in evidence.sources.values()),
        disagreements=len(evidence.disagreements),
        procedures=len(book.procedures),
        choices=len(book.choices),
        terms=len(book.terms),
        readers=tuple(audience.title for audience in book.audiences.values()),
    )
