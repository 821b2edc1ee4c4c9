"""The pages of the interview: danger signs first and alone, then one question a page, then all answers to check."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from isthmus.claims import Evidence
from isthmus.condition import Condition
from isthmus.errors import Fault
from isthmus.pathway import Pathway, Wording
from isthmus.pathway import Sentence as Worded
from isthmus.plan import Question as Asked
from isthmus.present.explained import Open
from isthmus.present.form import Question, Typed, ask_one
from isthmus.present.sources import cite, list_sources
from isthmus.present.values import Value, fact_of
from isthmus.terms import AudienceId, ClaimId, FeatureName

__all__ = [
    "CheckPage",
    "FirstPage",
    "InterviewPage",
    "Kept",
    "Place",
    "Reason",
    "Reply",
    "Sign",
    "check_page",
    "first_page",
    "interview_page",
]

Replies = Mapping[str, object]
"""What was asked so far, in that order: a case feature and its value, None where it is not known."""


@dataclass(frozen=True)
class Kept:
    """What was typed as the answer to a question, and what is wrong with it."""

    typed: Typed
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a question stands: its number, how many have an answer, at most how many are left (None: not known)."""

    number: int
    answered: int
    most_left: int | None


@dataclass(frozen=True)
class Sign:
    """A danger sign as it is asked, and whether it was ticked."""

    name: FeatureName
    ask: str
    hint: str | None
    ticked: bool


@dataclass(frozen=True)
class FirstPage:
    """All danger signs on one page; `others_absent` is whether all that are not ticked were said to be absent."""

    signs: tuple[Sign, ...]
    others_absent: bool | None


@dataclass(frozen=True)
class Reason:
    """Why something is asked: the words, and for each claim behind them who says so."""

    text: str
    claims: tuple[tuple[ClaimId, str], ...]


@dataclass(frozen=True)
class InterviewPage:
    """One question.

    Attributes:
        place: Where it stands; `most_left` counts this one among those that can still change the plan.
        leads: The plans that the answer can lead to, by their titles, as far as they are known.
    """

    place: Place
    question: Question
    reason: Reason
    leads: tuple[str, ...]
    is_danger: bool


@dataclass(frozen=True)
class Reply:
    """An answer, and the number of its question."""

    number: int
    ask: str
    value: Value


@dataclass(frozen=True)
class CheckPage:
    """All answers to check and correct.

    `absent_signs` counts the danger signs that were answered with no, which are told in one line and not among
    `replies`; `open` holds what could still change the plan, the most useful first.
    """

    absent_signs: int
    replies: tuple[Reply, ...]
    open: tuple[Open, ...]
    skipped: int


def first_page(condition: Condition, audience: AudienceId, replies: Replies) -> FirstPage:
    """Ask for all danger signs at once; nothing is ticked or said that was not before."""
    words = condition.pathway.wordings[audience].features
    signs = {name: feature for name, feature in condition.pathway.features.items() if feature.red_flag}
    others = [replies.get(name) for name in signs if replies.get(name) is not True]
    said = any(name in replies for name in signs)
    return FirstPage(
        signs=tuple(
            Sign(name, words[name].ask, feature.hint, ticked=replies.get(name) is True)
            for name, feature in signs.items()
        ),
        others_absent=all(value is False for value in others) if said else None,
    )


def interview_page(condition: Condition, audience: AudienceId, asked: Asked, place: Place, kept: Kept) -> InterviewPage:
    """Ask one question.

    Args:
        condition: What it is about.
        audience: Whose words to use.
        asked: The question, and where it can lead.
        place: Where it stands among the others.
        kept: What was typed, and what is wrong with it.
    """
    pathway = condition.pathway
    feature, words = pathway.features[asked.feature], pathway.wordings[audience]
    titles = dict.fromkeys(words.actions[action].title for action in asked.could_lead_to)
    return InterviewPage(
        place=place,
        question=replace(ask_one(feature, kept.typed, kept.faults), ask=words.features[feature.name].ask),
        reason=_reason(words.features[feature.name].why, condition.evidence),
        leads=tuple(titles),
        is_danger=feature.red_flag,
    )


def _reason(why: Worded, evidence: Evidence) -> Reason:
    cited = cite(why.claims, evidence)
    labels = list_sources(cited, evidence).labels
    said: dict[ClaimId, list[str]] = {}
    for claim, citation in cited:
        if claim:
            said.setdefault(claim, []).append(labels[citation.source].label)
    return Reason(why.text, tuple((claim, "; ".join(who)) for claim, who in said.items()))


def check_page(pathway: Pathway, audience: AudienceId, replies: Replies, still_open: Sequence[Asked]) -> CheckPage:
    """Show all answers, and what is left open.

    Args:
        pathway: What was asked about.
        audience: Whose words to use.
        replies: What was asked so far.
        still_open: What could still change the plan.
    """
    words = pathway.wordings[audience]
    signs = [name for name, feature in pathway.features.items() if feature.red_flag]
    absent = {name for name in signs if replies.get(name) is False}
    return CheckPage(
        absent_signs=len(absent),
        replies=tuple(_replies(pathway, words, replies, absent)),
        open=tuple(_open(pathway, words, still_open)),
        skipped=len(pathway.features) - len(replies) - len(still_open),
    )


def _replies(pathway: Pathway, words: Wording, replies: Replies, left_out: Collection[str]) -> Iterator[Reply]:
    for number, (name, value) in enumerate(replies.items(), start=1):
        if name not in left_out:
            feature = pathway.features[FeatureName(name)]
            yield Reply(number, words.features[feature.name].ask, fact_of(feature, value).value)


def _open(pathway: Pathway, words: Wording, questions: Iterable[Asked]) -> Iterator[Open]:
    for asked in questions:
        feature, said = pathway.features[asked.feature], words.features[asked.feature]
        leads = tuple(words.actions[action].title for action in asked.could_lead_to)
        yield Open(asked.feature, said.ask, said.why.text, feature.left_out_when, leads)
