from isthmus.condition import Handbook
from isthmus.web.sessions import Sessions
from isthmus.web.visit import Visit


def visit(handbook: Handbook, sessions: Sessions) -> Visit:
    return Visit(handbook.book.audience("coach"), "auto", None, sessions)


def test_nothing_is_kept_before_something_is_answered(handbook: Handbook) -> None:
    sessions = Sessions()
    assert visit(handbook, sessions).cookie() == "coach.auto."
    assert len(sessions) == 0


def test_a_session_is_begun_once(handbook: Handbook) -> None:
    sessions = Sessions()
    one = visit(handbook, sessions)
    assert one.begin() is one.begin()
    assert len(sessions) == 1
    assert one.cookie() == f"coach.auto.{one.begin().id}"


def test_what_is_forgotten_is_gone_everywhere(handbook: Handbook) -> None:
    sessions = Sessions()
    one = visit(handbook, sessions)
    one.begin()
    one.forget()
    assert (one.session, len(sessions), one.cookie()) == (None, 0, "coach.auto.")
    one.forget()  # twice does no harm
