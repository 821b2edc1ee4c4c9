"""What a visitor answered and asked: in the memory of this process, for this visit, and nowhere else."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

__all__ = ["Session", "Sessions"]


@dataclass
class Session:
    """One visit. What it holds is replaced whole and never changed in place, so that no request sees half of it.

    `id` is a secret between us and one browser. `replies` are case features and their values in the order in which they
    were asked, None where it is not known; `thread` holds the questions asked so far. `made` is what was worked out from
    the replies, so that it need not be twice (see made.py).
    """

    id: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    replies: Mapping[str, object] = field(default_factory=dict, repr=False)
    thread: tuple[str, ...] = field(default=(), repr=False)
    made: object = field(default=None, repr=False)


class Sessions:
    """The visits that are under way.

    Args:
        most: How many are kept; beyond that, the one unused for longest is forgotten.
        idle_seconds: After how long without a request a visit is over; more than 20 hours, so that nobody who is slow
            loses an answer to the clock (WCAG 2.2, criterion 2.2.1).
        recent: Of how many, used last, it is kept what was worked out from their replies; for others that is done again.
        clock: Tells the seconds, from any beginning.
    """

    def __init__(
        self,
        *,
        most: int = 10_000,
        idle_seconds: float = 75_600,
        recent: int = 200,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.most, self.idle_seconds, self.recent, self._clock = most, idle_seconds, recent, clock
        self._recent: OrderedDict[str, Session] = OrderedDict()
        # In both, the longest unused comes first.
        self._kept: OrderedDict[str, tuple[float, Session]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def begin(self) -> Session:
        """Begin a visit."""
        session = Session()
        with self._lock:
            self._use(session)
            self._tidy()
        return session

    def find(self, name: str) -> Session | None:
        """Find a visit by its id, and note that it goes on; None where it is over or never was."""
        with self._lock:
            self._tidy()
            if name not in self._kept:
                return None
            _, session = self._kept[name]
            self._use(session)
            return session

    def forget(self, session: Session) -> None:
        """Forget a visit and all it holds."""
        with self._lock:
            self._kept.pop(session.id, None)
            self._recent.pop(session.id, None)

    def _use(self, session: Session) -> None:
        """Note that a visit goes on; what was worked out for another that did not go on for long is dropped."""
        self._kept[session.id] = self._clock(), session
        self._recent[session.id] = session
        self._kept.move_to_end(session.id)
        self._recent.move_to_end(session.id)
        if len(self._recent) > self.recent:
            _, other = self._recent.popitem(last=False)
            other.made = None

    def _tidy(self) -> None:
        oldest = self._clock() - self.idle_seconds
        while self._kept and (len(self._kept) > self.most or next(iter(self._kept.values()))[0] < oldest):
            name, _ = self._kept.popitem(last=False)
            self._recent.pop(name, None)
