"""The one design system: every class that a sheet styles is used, and every class that is used is styled."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from isthmus.web.assets import Assets

LISTS = frozenset({"nav", "links", "figs"})
"""Lists that have a class only so that they lose their dots, as every list with a class does."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{")
CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
ATTRIBUTE = re.compile(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"')
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
LITERAL = re.compile(r"\"([\w -]*)\"|'([\w -]*)'")


@pytest.fixture(scope="module")
def web(root: Path) -> Path:
    return root / "src" / "isthmus" / "web"


@pytest.fixture(scope="module")
def styled(web: Path) -> dict[str, str]:
    """Every class that a sheet speaks of, and the first sheet that does."""
    sheets = sorted((web / "static").rglob("*.css"))
    found = {name: sheet.name for sheet in reversed(sheets) for name in classes_in(sheet.read_text("utf-8"))}
    assert len(found) > 0
    return found


@pytest.fixture(scope="module")
def markup(web: Path, root: Path) -> dict[str, str]:
    """Everything that holds markup: the templates, and the drawings of the knowledge."""
    files = [*(web / "templates").rglob("*.html"), *(root / "knowledge").rglob("*.svg")]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(files)}


def classes_in(sheet: str) -> Iterator[str]:
    for rule in RULE.finditer(COMMENT.sub("", sheet)):
        selector = rule[1].rpartition(";")[2]
        if not selector.lstrip().startswith("@"):
            yield from CLASS.findall(selector)


def tokens(text: str) -> Iterator[str]:
    """The words of all class attributes; where an expression goes on with a word, it stands as a null character."""
    for attribute in ATTRIBUTE.finditer(text):
        yield from EXPRESSION.sub("\0", attribute[1]).split()


def written(text: str) -> Iterator[str]:
    """The classes that stand in the markup as they are."""
    names = (token.split("\0")[0] for token in tokens(text))
    yield from (name for name in names if name and not name.endswith("-"))


def begun(text: str) -> tuple[str, ...]:
    """The beginnings of classes whose end is worked out, such as `depth-`."""
    names = (token.split("\0")[0] for token in tokens(text))
    return tuple(name for name in names if name.endswith("-"))


def possible(text: str) -> Iterator[str]:
    """The classes that the markup may have: those it has, and every word that an expression may put there."""
    yield from written(text)
    for expression in EXPRESSION.findall(text):
        for literal in LITERAL.finditer(expression):
            yield from (literal[1] or literal[2] or "").split()


def test_every_class_that_is_used_is_styled(styled: dict[str, str], markup: dict[str, str]) -> None:
    bare = {(path, name) for path, text in markup.items() for name in written(text) if name not in styled}
    assert sorted(found for found in bare if found[1] not in LISTS) == []


def test_every_class_that_is_styled_is_used(styled: dict[str, str], markup: dict[str, str]) -> None:
    used = {name for text in markup.values() for name in possible(text)}
    starts = tuple(start for text in markup.values() for start in begun(text))
    idle = {name: sheet for name, sheet in styled.items() if name not in used and not name.startswith(starts)}
    assert sorted(f"{sheet}: {name}" for name, sheet in idle.items()) == []


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        (".a > .b-c:hover { margin: 0.5rem } /* .d */", {"a", "b-c"}),
        ("@media (min-width: 1.5rem) { .e { color: red; } .f {} }", {"e", "f"}),
        ("@layer x { .g::before { content: '.h' } }", {"g"}),
    ],
)
def test_classes_are_read_from_selectors_alone(sheet: str, names: set[str]) -> None:
    assert set(classes_in(sheet)) == names


def test_no_selector_changes_its_meaning_where_a_sheet_is_made_small(web: Path) -> None:
    """What makes sheets small can take the space before a colon for one that means nothing."""
    apart = re.compile(r"[\w.-]+ :[a-z-]+")
    assets = Assets(web / "static")
    sent = "".join(asset.content.decode() for name in assets if name.endswith(".css") and (asset := assets.find(name)))
    sheets = [COMMENT.sub("", sheet.read_text("utf-8")) for sheet in (web / "static").rglob("*.css")]
    assert [selector for sheet in sheets for selector in apart.findall(sheet) if selector not in sent] == []
