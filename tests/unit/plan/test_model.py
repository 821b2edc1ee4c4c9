import dataclasses

import pytest

from isthmus.plan import Said


def test_a_plan_is_made_of_values_that_cannot_change() -> None:
    said = Said("Rest.", ())
    with pytest.raises(dataclasses.FrozenInstanceError):
        said.text = "Run."  # type: ignore[misc]  # that is what is refused
