"""Below the doors nothing looks at a clock, a die, the environment or the screen, and no condition is special."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

DOORS = ("web/", "cli/", "settings.py")
IMPURE_MODULES = {"random", "secrets", "time", "uuid", "logging"}
IMPURE_CALLS = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "input",
    "os.environ",
    "os.getenv",
    "print",
}
HEAVY = {"click", "fastapi", "jinja2", "lark", "pydantic", "rich", "starlette", "uvicorn", "yaml"}
ASK = "import sys, isthmus; print(*{name.partition('.')[0] for name in sys.modules})"


def below_the_doors(trees: Mapping[str, ast.Module]) -> Iterator[tuple[str, ast.Module]]:
    return ((path, tree) for path, tree in trees.items() if not path.startswith(DOORS))


def impurities(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name in IMPURE_MODULES)
            case ast.ImportFrom(module=str(module)) if module in IMPURE_MODULES:
                yield module
            case ast.Attribute() | ast.Name():
                written = ast.unparse(node)
                yield from (call for call in IMPURE_CALLS if written == call or written.endswith(f".{call}"))


def test_below_the_doors_time_chance_and_settings_are_arguments(trees: Mapping[str, ast.Module]) -> None:
    found = [f"{path}: {name}" for path, tree in below_the_doors(trees) for name in impurities(tree)]
    assert found == []


def test_only_web_waits(trees: Mapping[str, ast.Module]) -> None:
    waiting = {
        path
        for path, tree in trees.items()
        if not path.startswith("web/") and any(isinstance(n, ast.AsyncFunctionDef | ast.Await) for n in ast.walk(tree))
    }
    assert waiting == set()


def test_no_condition_is_special_in_python(trees: Mapping[str, ast.Module], root: Path) -> None:
    slugs = {folder.name for folder in (root / "knowledge" / "conditions").iterdir() if folder.is_dir()}
    named = [
        f"{path}:{node.lineno}"
        for path, tree in below_the_doors(trees)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in slugs
    ]
    assert len(slugs) > 0
    assert named == []


def test_importing_isthmus_brings_no_heavy_library_with_it() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()
