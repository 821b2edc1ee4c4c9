import gc
import weakref

from isthmus.web.sessions import Sessions


class Clock:
    """Tells the seconds that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_visit_is_found_by_its_id_and_by_nothing_else() -> None:
    sessions = Sessions()
    session = sessions.begin()
    assert sessions.find(session.id) is session
    assert sessions.find("another") is None


def test_no_two_visits_have_one_id() -> None:
    sessions = Sessions()
    ids = {sessions.begin().id for _ in range(100)}
    assert len(ids) == 100
    assert all(len(name) >= 43 for name in ids)


def test_a_visit_is_forgotten_whole() -> None:
    sessions = Sessions()
    session = sessions.begin()
    sessions.forget(session)
    assert sessions.find(session.id) is None
    assert len(sessions) == 0
    sessions.forget(session)  # twice does no harm


def test_a_visit_ends_when_nothing_is_asked_for_long_and_only_then() -> None:
    clock = Clock()
    sessions = Sessions(idle_seconds=60, clock=clock)
    session = sessions.begin()
    for clock.now in (50, 100, 150):
        assert sessions.find(session.id) is session
    clock.now = 211
    assert sessions.find(session.id) is None
    assert len(sessions) == 0


def test_of_too_many_visits_the_longest_unused_gives_way() -> None:
    sessions = Sessions(most=2)
    first, second = sessions.begin(), sessions.begin()
    sessions.find(first.id)
    third = sessions.begin()
    assert [sessions.find(one.id) is one for one in (first, second, third)] == [True, False, True]


def test_what_a_visit_holds_shows_nowhere_by_accident() -> None:
    session = Sessions().begin()
    session.replies, session.thread = {"age_years": 47}, ("I am 47",)
    assert repr(session) == "Session()"


def test_what_was_worked_out_is_kept_for_the_visits_used_last_and_their_replies_for_all() -> None:
    sessions = Sessions(recent=2)
    first, second = sessions.begin(), sessions.begin()
    for session in (first, second):
        session.replies, session.made = {"age_years": 15}, "a plan"
    sessions.find(first.id)
    third = sessions.begin()
    assert (first.made, second.made, third.made) == ("a plan", None, None)
    assert second.replies == {"age_years": 15}


def test_nothing_of_a_visit_that_is_over_stays_in_memory() -> None:
    clock = Clock()
    sessions = Sessions(idle_seconds=60, clock=clock)
    over = weakref.ref(sessions.begin())
    clock.now = 61
    sessions.begin()
    gc.collect()
    assert over() is None
