"""What is written about the house is true of it, and holds nothing that is not ours."""

import ast
import re
import runpy
from collections.abc import Mapping
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from isthmus import errors
from isthmus.cli.app import COMMANDS
from isthmus.located import parse_yaml
from isthmus.rules import OPERATORS
from isthmus.web.pages import PAGES

MOST_LINES_IN_README = 150
FROM_MEMORY = ("PD-045", "PD-051", "PD-052", "PD-069", "PD-109", "PD-110")
"""Claims nobody has read in a source: they are never shown, and so never here."""

THIS_FILE = "tests/architecture/test_papers.py"
MACHINE = re.compile(
    r"(?<![\w.~])/(?:work|root|opt|home/\w+|Users/\w+)/|(?<!==)\b(?!127\.|0\.0\.)\d{1,3}(?:\.\d{1,3}){3}\b"
)
WORDS_IN_A_COPY = 14


@pytest.fixture(scope="module")
def docs(texts: Mapping[str, str], root: Path) -> str:
    """Give all the documentation, with the parts of the reference that are written from the code."""
    written = [text for path, text in texts.items() if path.startswith("docs/") and path.endswith(".md")]
    on_page_markdown = runpy.run_path(str(root / "docs" / "reference.py"))["on_page_markdown"]
    return "\n".join(on_page_markdown(page) for page in written)


def knowledge(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in texts.items() if path.startswith("knowledge/")}


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + WORDS_IN_A_COPY]) for at in range(len(words) - WORDS_IN_A_COPY + 1)}


def test_the_readme_is_short_and_opens_with_the_two_commands(texts: Mapping[str, str]) -> None:
    lines = texts["README.md"].splitlines()
    assert len(lines) <= MOST_LINES_IN_README
    top = "\n".join(lines[:15])
    assert "make run" in top
    assert "make test" in top


def test_the_docs_name_every_operator(docs: str) -> None:
    assert [op.operator() for op in OPERATORS if f"`{op.operator()}`" not in docs] == []


def test_the_docs_name_every_error(docs: str) -> None:
    drawn = re.findall(r"^ {4}[│├└─ ]*(\w+)  ", str(errors.__doc__), flags=re.MULTILINE)
    assert len(drawn) > 0
    assert [name for name in drawn if f"`{name}`" not in docs] == []


def test_the_docs_name_every_command(docs: str) -> None:
    assert [name for name in COMMANDS if f"`isthmus {name}`" not in docs] == []


def test_the_docs_name_every_page(docs: str) -> None:
    routes = [route.path for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    addresses = [re.sub(r"{(\w+)(?::\w+)?}", lambda part: part[1].upper(), path) for path in routes]
    assert len(addresses) > 0
    assert [address for address in addresses if f"`{address}`" not in docs] == []


def test_the_docs_name_every_field_of_the_json(trees: Mapping[str, ast.Module], texts: Mapping[str, str]) -> None:
    shapes = [trees["plan/as_json.py"], trees["answer/as_json.py"]]
    objects = [node for shape in shapes for node in ast.walk(shape) if isinstance(node, ast.Dict)]
    fields = {ast.unparse(key).strip("'") for one in objects for key in one.keys if key}
    assert len(fields) > 0
    assert [field for field in sorted(fields) if f"`{field}`" not in texts["docs/reference/json.md"]] == []


def test_the_docs_name_every_setting(docs: str, texts: Mapping[str, str]) -> None:
    settings = set(re.findall(r'"(ISTHMUS_\w+)"', texts["src/isthmus/settings.py"]))
    assert len(settings) > 0
    assert [setting for setting in sorted(settings) if f"`{setting}`" not in docs] == []


def test_every_file_of_knowledge_is_tidy_yaml(texts: Mapping[str, str]) -> None:
    files = knowledge(texts)
    untidy = [path for path, text in files.items() if "\t" in text or re.search(r"[ \r]$", text, flags=re.MULTILINE)]
    assert len(files) > 0
    assert untidy == []
    for path, text in files.items():
        assert parse_yaml(text, path).value is not None  # a key given twice is an error of `parse_yaml`


def test_claims_from_memory_stand_in_the_file_of_claims_only_and_are_marked(texts: Mapping[str, str]) -> None:
    found = {path: text for path, text in knowledge(texts).items() if any(claim in text for claim in FROM_MEMORY)}
    assert [path.rpartition("/")[2] for path in found] == ["claims.yaml"]
    claims = [part for text in found.values() for part in text.split("\n  - id: ")[1:]]
    marked = {part.partition("\n")[0] for part in claims if "\n    seen: memory\n" in part}
    assert marked == set(FROM_MEMORY)


def test_requirements_are_hashed_and_name_no_address(texts: Mapping[str, str]) -> None:
    files = {path: text for path, text in texts.items() if re.fullmatch(r"requirements/\w+\.txt", path)}
    assert len(files) == 5
    for path, text in files.items():
        assert "://" not in text, path
        assert len(re.findall(r"^[\w.-]+==", text, flags=re.MULTILINE)) <= text.count("--hash=sha256:"), path


def test_nothing_names_the_machine_it_was_made_on(texts: Mapping[str, str]) -> None:
    found = [
        f"{path}: {match.group()}"
        for path, text in texts.items()
        if path != THIS_FILE
        for match in MACHINE.finditer(text)
    ]
    assert found == []


def test_no_run_of_words_is_copied_from_the_pages_that_were_read(texts: Mapping[str, str], shared: Path) -> None:
    read = {path.name: runs_of_words(path.read_text("utf-8")) for path in (shared / "pages").iterdir()}
    copied = [
        f"{path} from {name}: {' '.join(next(iter(theirs & ours)))}"
        for path, text in texts.items()
        for ours in [runs_of_words(text)]
        for name, theirs in read.items()
        if theirs & ours
    ]
    assert copied == []
