import pytest

from isthmus.web.form_token import is_token, new_token
from isthmus.web.sessions import Session


def test_a_token_holds_for_its_own_visit_only() -> None:
    ours, another = Session(), Session()
    assert is_token(ours, new_token(ours))
    assert not is_token(another, new_token(ours))


def test_no_two_pages_carry_the_same_token() -> None:
    session = Session()
    assert len({new_token(session) for _ in range(50)}) == 50


def test_a_token_does_not_tell_the_id_of_the_visit() -> None:
    session = Session()
    assert session.id not in new_token(session)


@pytest.mark.parametrize("text", ["", ".", "a.b", "0" * 80, "\N{SNOWMAN}.\N{SNOWMAN}"])
def test_anything_else_is_no_token(text: str) -> None:
    assert not is_token(Session(), text)
