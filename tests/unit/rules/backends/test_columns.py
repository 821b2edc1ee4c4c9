import pytest
from tests.generative.runners import run_columns, run_evaluate, same
from tests.unit.rules.readings import TEXTS, named, patients

from isthmus.rules.text.parse import parse


@pytest.mark.parametrize("text", TEXTS)
def test_a_rule_comes_to_what_the_reference_says(text: str) -> None:
    trees, scope, rows = [parse(text)], named(text), patients(text)
    for (expected,), (found,), row in zip(
        run_evaluate(trees, scope, rows), run_columns(trees, scope, rows), rows, strict=True
    ):
        assert same(found, expected), row
