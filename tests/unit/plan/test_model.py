import dataclasses

import pytest

from isthmus.plan import Part, PathwayVersion


def test_a_plan_is_made_of_values_that_cannot_change() -> None:
    version = PathwayVersion("0.1", "0" * 64)
    with pytest.raises(dataclasses.FrozenInstanceError):
        version.version = "0.2"  # type: ignore[misc]  # that is what is refused


def test_the_parts_of_a_rule_are_walked_in_reading_order_with_their_depth() -> None:
    rule = Part("a and not b", "false", (Part("a", "true"), Part("not b", "false", (Part("b", "true"),))))
    assert [(depth, part.text) for depth, part in rule.walk()] == [(0, "a and not b"), (1, "a"), (1, "not b"), (2, "b")]
