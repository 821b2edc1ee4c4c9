"""Why a plan is what it is, what could still change it, and what would."""

from dataclasses import dataclass, replace

from isthmus.pathway import Sentence, Wording
from isthmus.rules import Value
from isthmus.terms import ActionId, FeatureName

__all__ = ["Change", "Explanation", "Fact", "Question", "Turn"]


@dataclass(frozen=True)
class Question:
    """An unknown fact that can still change the action, and the other actions it could lead to.

    `why` says why it is asked; None where nobody is known who is asked.
    """

    feature: FeatureName
    ask: str
    could_lead_to: tuple[ActionId, ...]
    why: Sentence | None = None

    def in_words(self, wording: Wording) -> "Question":
        """Put it in the words of an audience, with the reason."""
        words = wording.features[self.feature]
        return replace(self, ask=words.ask, why=words.why)


@dataclass(frozen=True)
class Fact:
    """A known fact of those that force the action."""

    feature: FeatureName
    value: Value


@dataclass(frozen=True)
class Change:
    """A known fact that takes another value."""

    feature: FeatureName
    before: Value
    after: Value


@dataclass(frozen=True)
class Turn:
    """Changes that together lead to another action."""

    changes: tuple[Change, ...]
    action: ActionId


@dataclass(frozen=True)
class Explanation:
    """A plan's action explained: docs/explanation/how-a-plan-explains-itself.md defines each part.

    Attributes:
        settled: Whether nothing that is not known can change the action.
        questions: The unknown facts that can, the most useful first; none when settled.
        because: A smallest set of known facts that forces the action; none when not settled.
        would_change: The nearest changes of known facts that lead elsewhere.
    """

    settled: bool
    questions: tuple[Question, ...]
    because: tuple[Fact, ...]
    would_change: tuple[Turn, ...]
