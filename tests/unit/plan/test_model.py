import dataclasses

import pytest

from isthmus.plan import PathwayVersion


def test_a_plan_is_made_of_values_that_cannot_change() -> None:
    version = PathwayVersion("0.1", "0" * 64)
    with pytest.raises(dataclasses.FrozenInstanceError):
        version.version = "0.2"  # type: ignore[misc]  # that is what is refused
