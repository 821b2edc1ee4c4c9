from hypothesis import given
from hypothesis import strategies as st

from isthmus.corpus.ruler import Ruler


@given(st.text(max_size=20), st.integers(0, 120), st.data())
def test_a_character_lies_behind_the_bytes_of_all_before_it(piece: str, times: int, data: st.DataObject) -> None:
    text = piece * times
    character = data.draw(st.integers(0, len(text)))
    assert Ruler(text).at(character) == len(text[:character].encode())


def test_the_end_of_a_text_is_its_length_in_bytes_even_on_a_mark() -> None:
    text = "\N{BULLET}" * 1024
    assert Ruler(text).at(1024) == 3072
