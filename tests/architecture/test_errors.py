"""Errors are one small tree, drawn where it grows, and both doors know every branch."""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping

import pytest

from isthmus import errors
from isthmus.errors import IsthmusError


def below(error: type[IsthmusError]) -> Iterator[type[IsthmusError]]:
    for child in error.__subclasses__():
        yield child
        yield from below(child)


def drawn() -> list[tuple[str, int]]:
    """Read the names in the drawing, with their depth."""
    lines = re.findall(r"^ {4}([│├└─ ]*)(\w+)  ", str(errors.__doc__), flags=re.MULTILINE)
    return [(name, len(branch) // 4) for branch, name in lines]


def grown(error: type[IsthmusError] = IsthmusError, depth: int = 0) -> Iterator[tuple[str, int]]:
    yield error.__name__, depth
    for child in error.__subclasses__():
        yield from grown(child, depth + 1)


def named_in_patterns(tree: ast.Module) -> set[str]:
    patterns = [node for node in ast.walk(tree) if isinstance(node, ast.MatchClass)]
    return {ast.unparse(pattern.cls).rpartition(".")[2] for pattern in patterns}


def test_every_error_is_defined_in_the_one_module_and_exported() -> None:
    for error in below(IsthmusError):
        assert error.__module__ == "isthmus.errors"
        assert error.__name__ in errors.__all__


def test_the_drawing_shows_every_error_where_it_stands() -> None:
    assert drawn() == list(grown())


@pytest.mark.parametrize("door", ["web", "cli"])
def test_a_door_has_an_entry_for_every_error(door: str, trees: Mapping[str, ast.Module]) -> None:
    entries = named_in_patterns(trees[f"{door}/errors.py"])

    def known(error: type[IsthmusError]) -> bool:
        """A door knows an error by itself, by what it is a kind of, or by all its kinds."""
        kinds = error.__subclasses__()
        itself = {ancestor.__name__ for ancestor in inspect.getmro(error)} - {"IsthmusError"}
        return bool(entries & itself) or (bool(kinds) and all(map(known, kinds)))

    assert [error.__name__ for error in below(IsthmusError) if not known(error)] == []
