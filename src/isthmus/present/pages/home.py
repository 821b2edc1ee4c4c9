"""The first page: what this is about in the reader's words, what can be done here, and how far to trust it."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from isthmus.claims import Evidence, HowRead
from isthmus.condition import Condition, Handbook
from isthmus.guide import ChapterTitle
from isthmus.pathway import Pathway
from isthmus.present.pages.guide import Opening, contents_page
from isthmus.present.pathway_drawn import PathwayDrawn, draw_pathway
from isthmus.present.told import Standing
from isthmus.terms import AudienceId

__all__ = ["HomePage", "Link", "Resting", "home_page"]

_MOST_QUESTIONS = 6


@dataclass(frozen=True)
class Link:
    """Something to go to, by its name in an address and its title."""

    name: str
    title: str


@dataclass(frozen=True)
class Resting:
    """How many claims there are that came from sources read in this way."""

    how: HowRead
    claims: int


@dataclass(frozen=True)
class HomePage:
    """Everything the first page says; `path` has nobody's place on it."""

    condition: str
    opening: Opening
    contents: tuple[ChapterTitle, ...]
    questions: tuple[str, ...]
    path: PathwayDrawn | None
    procedures: tuple[Link, ...]
    resting: tuple[Resting, ...]
    sources: int
    disagreements: int
    review: Standing


def home_page(condition: Condition, handbook: Handbook, audience: str, *, today: date) -> HomePage:
    """Open the door to a reader.

    Raises:
        UnknownName: There is no such audience.
    """
    evidence, book = condition.evidence, handbook.book
    guide = contents_page(handbook, evidence, audience, today=today)
    register = book.audience(audience).register
    read = Counter(claim.seen for claim in evidence.claims.values())
    return HomePage(
        condition=condition.title,
        opening=guide.opening,
        contents=guide.contents,
        questions=_questions(evidence),
        path=_path(condition.pathway, book.audience(audience).id),
        procedures=tuple(Link(each.name, each.title.in_register(register)) for each in book.procedures.values()),
        resting=tuple(Resting(how, count) for how, count in read.most_common()),
        sources=len(evidence.sources),
        disagreements=len(evidence.disagreements),
        review=guide.review,
    )


def _questions(evidence: Evidence) -> tuple[str, ...]:
    """Choose the questions to which most others lead, in the order of the topics."""
    topics = evidence.lexicon.topics
    led_to = Counter(following for topic in topics for following in topic.then)
    chosen = {topic for topic, _ in led_to.most_common(_MOST_QUESTIONS)}
    return tuple(topic.ask for topic in topics if topic.id in chosen)


def _path(pathway: Pathway, audience: AudienceId) -> PathwayDrawn | None:
    """Draw the stages of care as for somebody of whom nothing is known yet, without saying that."""
    unknown = next((stage.id for stage in pathway.stages.values() if stage.drawn == "pause"), None)
    drawn = draw_pathway(pathway, unknown, audience) if unknown else None
    return replace(drawn, pause=None) if drawn else None
