import re

import pytest

from isthmus.guide.forms import any_form


@pytest.mark.parametrize(
    ("text", "found"),
    [("A Slip.", "Slip"), ("A slip grade.", "slip grade"), ("Is it?", None), ("It IS.", "IS"), ("a.b", None)],
)
def test_the_longest_form_is_found_and_an_abbreviation_only_in_capitals(text: str, found: str | None) -> None:
    match = re.search(any_form(["slip", "IS", "slip grade", "a+b"]), text)
    assert (match and match[0]) == found
