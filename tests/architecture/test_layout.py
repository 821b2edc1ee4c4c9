"""Where things stand, what they are called, and how large they may grow."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "new", "v2"}
MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_FUNCTION = 40
MOST_SUPPRESSIONS_PER_1000_LINES = 3
LONGER: Mapping[str, str] = {
    "src/isthmus/corpus/pdf_pages.py": "a program of its own that imports nothing of isthmus, so that no wall can be put through it",
}
"""Files (`plan/apply.py`) and functions (`plan/apply.py:apply`) that may be longer, each with its reason."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
SUPPRESSION = re.compile(r"# (?:noqa|type: ignore|pragma: no cover)")
REASONED = re.compile(r"# (?:noqa: [A-Z0-9, ]+ - |type: ignore\[[a-z, -]+\] {1,2}# |pragma: no cover - )\w")


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Count the lines of a function, less its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None:
        return lines
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def python_files(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in texts.items() if path.endswith(".py")}


def test_unit_tests_mirror_the_source(trees: Mapping[str, ast.Module], root: Path) -> None:
    def tested_by(path: str) -> str:
        return PurePosixPath(path).with_name(f"test_{PurePosixPath(path).name}").as_posix()

    modules = {path: tree for path, tree in trees.items() if not path.endswith("__init__.py")}
    acting = {tested_by(path) for path, tree in modules.items() if any(functions(tree))}
    unit = root / "tests" / "unit"
    tests = {path.relative_to(unit).as_posix() for path in unit.rglob("test_*.py")}
    untested, orphaned = acting - tests, tests - {tested_by(path) for path in modules}
    assert (sorted(untested), sorted(orphaned)) == ([], [])


def test_names_say_a_purpose(trees: Mapping[str, ast.Module]) -> None:
    named = [(path, word) for path in trees for word in re.split(r"[/_.]", path)]
    named += [
        (path, word.lower())
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for word in re.findall(r"[A-Z][a-z0-9]*", node.name)
    ]
    assert [(path, word) for path, word in named if word in FORBIDDEN_NAMES] == []


def test_files_stay_short(texts: Mapping[str, str]) -> None:
    lengths = {path: text.count("\n") for path, text in python_files(texts).items()}
    long = {path: lines for path, lines in lengths.items() if lines > MOST_LINES_IN_A_FILE and path not in LONGER}
    assert long == {}


def test_functions_stay_short(texts: Mapping[str, str]) -> None:
    long = {}
    for path, text in python_files(texts).items():
        for function in functions(ast.parse(text)):
            if length(function) > MOST_LINES_IN_A_FUNCTION and f"{path}:{function.name}" not in LONGER:
                long[f"{path}:{function.name}"] = length(function)
    assert long == {}


def test_what_is_allowed_to_be_longer_exists_and_has_a_reason(texts: Mapping[str, str]) -> None:
    gone = [place for place, reason in LONGER.items() if place.partition(":")[0] not in texts or not reason]
    assert gone == []


def test_every_suppression_is_reasoned_and_they_are_rare(texts: Mapping[str, str]) -> None:
    lines, found = 0, 0
    bare: list[str] = []
    for path, text in python_files(texts).items():
        if path == "tests/architecture/test_layout.py":
            continue
        lines += text.count("\n")
        for number, line in enumerate(text.splitlines(), start=1):
            if SUPPRESSION.search(line):
                found += 1
                bare += [] if REASONED.search(line) else [f"{path}:{number}"]
    assert bare == []
    assert found * 1000 <= lines * MOST_SUPPRESSIONS_PER_1000_LINES
