"""What must stop a question before anything is looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from isthmus.claims.context import Context, Reach
from isthmus.claims.listener import Listener
from isthmus.claims.wording import NOWHERE, Part, Wording
from isthmus.claims.words import Words
from isthmus.terms import ClaimId

__all__ = ["URGENT", "Guard", "Stop", "Watch"]

Stop = Literal["emergency", "send_to_care", "abstain", "clarify"]
"""What is done with a question that a watch stops."""
URGENT: tuple[Stop, ...] = ("emergency", "send_to_care")
"""What is done where somebody may be in danger, the most urgent first."""

_NEAR: tuple[Reach, ...] = ("ahead", "behind")


@dataclass(frozen=True)
class Watch:
    """Wordings of a question that decide what is done with it before anything is looked up.

    It does not hold where one of `unless` occurs. `claims` may be shown beside the reason. What is `told` asks for nothing
    by itself: a question beside it may be answered, and the reason is said with the answer.
    """

    id: str
    behaviour: Stop
    asked: tuple[Wording, ...]
    reason: str
    unless: tuple[Wording, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    follow_up: tuple[str, ...] = ()
    told: tuple[Wording, ...] = ()


@dataclass(frozen=True)
class Guard:
    """The watches of a condition, in the order in which they outrank each other.

    `contexts` say, by the behaviour of a watch, what takes back a word that it looks for. `no_evidence` and
    `out_of_scope` say why there is no answer. Where no watch holds, or none that is urgent, the `listener` may yet hear
    danger, or a request where none holds, if one was taught; `heard` says by its name what is done then. A refusal by one of the
    watches that may be `overruled` does not hold where the listener surely hears a question, and one of those `unheard` is not heard
    either where its own `unless` holds. Danger that was only heard is over when a later question says one of `taken_back`, such as `none of these`. After a warning sign that was
    told only a question that is one of `in_general` is answered, and never with what holds only `without_danger`. What one of the
    watches `in_passing` refuses may be told by the way, where nothing in it is `seeking` anything.
    """

    watches: tuple[Watch, ...]
    contexts: tuple[tuple[Context, frozenset[Stop]], ...]
    no_evidence: str
    out_of_scope: str
    listener: Listener | None = None
    heard: Mapping[str, Watch] = field(default_factory=dict)
    overruled: frozenset[str] = frozenset()
    unheard: frozenset[str] = frozenset()
    in_passing: frozenset[str] = frozenset()
    seeking: Part = NOWHERE
    taken_back: Part = NOWHERE
    in_general: tuple[Wording, ...] = ()
    without_danger: Part = NOWHERE

    def contexts_for(self, behaviour: Stop) -> Iterator[Context]:
        """List the contexts that count for the watches of a behaviour."""
        return (context for context, behaviours in self.contexts if behaviour in behaviours)

    def denied_in(self, words: Words) -> frozenset[int]:
        """Find the positions of what is denied or said to be well, as a danger sign would be."""
        return frozenset(at for context in self._near() for at in context.void_in(words))

    def is_denied_throughout(self, words: Words) -> bool:
        """Whether danger signs are denied or said to be well, and nothing else is told, as in `no fever, legs fine`."""
        near = list(self._near())
        taken_back = [context.taken_back_in(words) for context in near]
        beside = {at for context in near for at in context.over_in(words)}
        return any(taken_back) and beside.union(*taken_back) >= set(range(len(words.words)))

    def _near(self) -> Iterator[Context]:
        """List the contexts that take back what stands near them, or the danger signs that they list."""
        urgent = self.contexts_for(URGENT[0])
        return (one for one in urgent if one.reach in _NEAR or one.listed.rows)
