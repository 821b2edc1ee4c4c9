"""Backends are parallel texts: the same operators, in the order of the page that gives them their meaning."""

from typing import Any

import pytest

from isthmus.rules import BACKENDS, OPERATORS, Backend

IN_ORDER = [f"on_{operator.operator()}" for operator in OPERATORS]


@pytest.mark.parametrize("backend", [Backend, *BACKENDS], ids=lambda backend: backend.__name__)
def test_backend_reads_every_operator_in_order(backend: type[Backend[Any]]) -> None:
    assert [name for name in vars(backend) if name.startswith("on_")] == IN_ORDER


def test_every_file_of_backends_is_registered(trees: dict[str, object]) -> None:
    files = {path.split("/")[-1] for path in trees if path.startswith("rules/backends/")} - {"__init__.py"}
    assert files == {f"{backend.__module__.rpartition('.')[2]}.py" for backend in BACKENDS}
