import pytest

from isthmus.rules import Cql, fold
from isthmus.rules.backends import BACKENDS, backend
from isthmus.rules.syntax import And, Literal, Name, Not


def test_fold_reads_from_the_leaves_up_and_from_left_to_right() -> None:
    assert fold(And(Not(Name("a")), Literal(1)), Cql()) == "((not a) and 1)"


@pytest.mark.parametrize("name", BACKENDS)
def test_every_backend_is_loaded_by_its_name(name: str) -> None:
    assert backend(name).__module__ == f"isthmus.rules.backends.{name}"
