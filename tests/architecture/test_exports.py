"""A room is used through its front door: the names in its `__all__`."""

import ast
import importlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

BY_NAME = {
    "isthmus.corpus.fetch": "brings what speaks to the web, which only an address waits for",
    "isthmus.exchange.calendar": "brings the library of calendars, which only who takes one along waits for",
    "isthmus.guide.check": "brings the loader of words, which only a check of them waits for",
    "isthmus.pathway.proofs": "brings Z3, which only a check waits for",
    "isthmus.rules.backends.columns": "brings Polars, an extra which only a population waits for",
    "isthmus.rules.backends.cql": "only an export writes CQL, and no plan waits for it",
    "isthmus.rules.backends.prose": "only an export writes prose, and no plan waits for it",
    "isthmus.rules.backends.sql": "brings sqlglot, which only an export waits for",
    "isthmus.rules.compiled": "brings the writer of Python source, which one plan does not need",
    "isthmus.rules.meanings.column": "as the backend of columns: its columns",
    "isthmus.rules.meanings.iso": "the digits of a date in a rule, for those who write one",
    "isthmus.rules.meanings.phrase": "as the backend of prose: its words",
    "isthmus.rules.meanings.query": "as the backend of SQL: a query in steps",
    "isthmus.rules.meanings.term": "as the backend of SQL: its terms",
    "isthmus.rules.proof": "brings Z3, which only a check waits for",
    "isthmus.rules.text.parse": "brings the grammar's library, which `import isthmus` must not pay for",
}
"""Modules that other rooms import by name, with the reason; every room's `load` modules are of this kind."""


def module_name(path: str) -> str:
    parts = PurePosixPath("isthmus", path).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def exported(tree: ast.Module) -> list[str] | None:
    for statement in tree.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id="__all__")], value=names)
                | ast.AnnAssign(target=ast.Name(id="__all__"), value=ast.expr() as names)
            ):
                return list(ast.literal_eval(names))
    return None


def in_sorted_order(name: str) -> tuple[bool, bool, str]:
    """Constants first, then classes, then functions, each by the alphabet."""
    return (not name.isupper(), not name[0].isupper(), name)


def foreign_imports(path: str, tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    room = room_of(module_name(path))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("isthmus."):
            if room_of(node.module) != room:
                yield node.module, [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names if alias.name.startswith("isthmus."))


def test_every_room_says_its_purpose_in_one_sentence_and_lists_its_names(trees: Mapping[str, ast.Module]) -> None:
    rooms = {path: tree for path, tree in trees.items() if path.endswith("__init__.py")}
    silent = [path for path, tree in rooms.items() if not ast.get_docstring(tree)]
    unlisted = [path for path, tree in rooms.items() if len(tree.body) > 1 and exported(tree) is None]
    assert (silent, unlisted) == ([], [])


def test_the_names_a_module_exports_exist_are_sorted_and_stand_once(trees: Mapping[str, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        names = exported(tree) or []
        module = importlib.import_module(module_name(path))
        wrong += [f"{path}: {name} does not exist" for name in names if not hasattr(module, name)]
        if names != sorted(set(names), key=in_sorted_order):
            wrong.append(f"{path}: __all__ is not sorted, or names something twice")
    assert wrong == []


def test_other_rooms_use_only_the_names_a_room_exports(trees: Mapping[str, ast.Module]) -> None:
    public = {module_name(path): exported(tree) or [] for path, tree in trees.items()}
    wrong = []
    for path, tree in trees.items():
        for module, names in foreign_imports(path, tree):
            if module.rpartition(".")[2].startswith("load"):
                continue
            if module not in {room_of(module), *BY_NAME}:
                wrong.append(f"{path} reaches into {module}")
            wrong += [f"{path} uses {module}.{name}" for name in names if name not in public.get(module, [])]
    assert wrong == []


def test_every_module_imported_by_name_exists_and_is_imported_so(trees: Mapping[str, ast.Module]) -> None:
    imported = {module for path, tree in trees.items() for module, _ in foreign_imports(path, tree)}
    assert sorted(set(BY_NAME) - imported) == []
