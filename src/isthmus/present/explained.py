"""Why a plan is what it is, in words: whether it is settled, what decides it, and what would change it."""

from dataclasses import dataclass, replace

from isthmus.pathway import CaseFeature, Pathway, Urgency
from isthmus.plan import Change, Explanation, plain
from isthmus.present.values import Fact, Value, fact_of
from isthmus.terms import ActionId, AudienceId, FeatureName

__all__ = ["Elsewhere", "Explained", "Open", "Shift", "explain"]


@dataclass(frozen=True)
class Open:
    """A question whose answer could change the plan, why it is asked, when it rightly has no answer, and what follows.

    `leads` are the plans it could lead to, by their titles.
    """

    feature: FeatureName
    ask: str
    why: str
    left_out_when: str | None
    leads: tuple[str, ...]


@dataclass(frozen=True)
class Shift:
    """A known fact that takes another value; `before` is the number that it is instead of."""

    label: str
    value: Value
    before: Value


@dataclass(frozen=True)
class Elsewhere:
    """Another plan, by its title and how loud it is, and each of the nearest ways to it: facts that change together."""

    title: str
    tone: Urgency
    ways: tuple[tuple[Shift, ...], ...]


@dataclass(frozen=True)
class Explained:
    """An explanation as a page shows it.

    `cleared` counts the danger signs answered with no among the facts that decide; `because` holds the other facts.
    """

    settled: bool
    questions: tuple[Open, ...]
    cleared: int
    because: tuple[Fact, ...]
    elsewhere: tuple[Elsewhere, ...]


def explain(explanation: Explanation, pathway: Pathway, audience: AudienceId) -> Explained:
    """Put an explanation in the words of an audience."""
    words = pathway.wordings[audience]
    titles = {action: said.title for action, said in words.actions.items()}
    features = pathway.features
    cleared = [fact for fact in explanation.because if features[fact.feature].red_flag and plain(fact.value) is False]
    return Explained(
        settled=explanation.settled,
        questions=tuple(
            Open(
                feature=each.feature,
                ask=words.features[each.feature].ask,
                why=words.features[each.feature].why.text,
                left_out_when=features[each.feature].left_out_when,
                leads=tuple(titles[action] for action in each.could_lead_to),
            )
            for each in explanation.questions
        ),
        cleared=len(cleared),
        because=tuple(
            replace(fact_of(features[fact.feature], plain(fact.value)), ask=words.features[fact.feature].ask)
            for fact in explanation.because
            if fact not in cleared
        ),
        elsewhere=tuple(
            Elsewhere(titles[action], pathway.actions[action].urgency, _ways(explanation, action, pathway))
            for action in dict.fromkeys(turn.action for turn in explanation.would_change)
        ),
    )


def _ways(explanation: Explanation, action: ActionId, pathway: Pathway) -> tuple[tuple[Shift, ...], ...]:
    turns = (turn.changes for turn in explanation.would_change if turn.action == action)
    return tuple(tuple(_shift(change, pathway.features[change.feature]) for change in changes) for changes in turns)


def _shift(change: Change, feature: CaseFeature) -> Shift:
    after, before = (fact_of(feature, plain(value)).value for value in (change.after, change.before))
    return Shift(feature.label, after, before if feature.unit else None)
