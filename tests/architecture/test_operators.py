"""Backends are parallel texts: the same operators, in the order of the page that gives them their meaning."""

from typing import Any

import pytest

from isthmus.rules import BACKENDS, OPERATORS, Backend, backend

IN_ORDER = [f"on_{operator.operator()}" for operator in OPERATORS]


def readings(reading: type[Any]) -> list[str]:
    return [name for name in vars(reading) if name.startswith("on_")]


def test_what_a_backend_must_read_is_every_operator_in_order() -> None:
    assert readings(Backend) == IN_ORDER


@pytest.mark.parametrize("name", BACKENDS)
def test_backend_reads_every_operator_in_order(name: str) -> None:
    assert readings(backend(name)) == IN_ORDER


def test_every_file_of_backends_is_registered(trees: dict[str, object]) -> None:
    files = {path.split("/")[-1] for path in trees if path.startswith("rules/backends/")} - {"__init__.py"}
    assert files == {f"{name}.py" for name in BACKENDS}
