from isthmus.claims import Context, Guard
from isthmus.claims.wording import Part


def test_contexts_count_for_the_behaviours_they_name() -> None:
    denied, general = (Context(name, "ahead", Part((("no",),))) for name in ("denied", "general"))
    guard = Guard((), ((denied, frozenset({"emergency", "abstain"})), (general, frozenset({"emergency"}))), "", "")
    assert list(guard.contexts_for("emergency")) == [denied, general]
    assert list(guard.contexts_for("abstain")) == [denied]
    assert list(guard.contexts_for("clarify")) == []
