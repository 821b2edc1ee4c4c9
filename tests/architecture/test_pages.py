"""A page is four files of one name: what it says, its route, its look, its test."""

from pathlib import Path

QUARTET = {
    "what it says": ("src/isthmus/present/pages", "{}.py"),
    "its route": ("src/isthmus/web/pages", "{}.py"),
    "its look": ("src/isthmus/web/templates/pages", "{}.html"),
    "its test": ("tests/unit/web/pages", "test_{}.py"),
}


FILES = {"carry"}
"""Routes that give the pages of others as files for other programs, and so have no look of their own."""


def names_in(folder: Path, form: str) -> set[str]:
    before, after = form.split("{}")
    files = [path.name for path in folder.iterdir() if path.is_file() and path.name != "__init__.py"]
    return {name.removeprefix(before).removesuffix(after) for name in files} - FILES


def test_every_page_has_its_four_files(root: Path) -> None:
    pages = {part: names_in(root / folder, form) for part, (folder, form) in QUARTET.items()}
    assert len(pages["its route"]) > 0
    assert pages == dict.fromkeys(QUARTET, pages["its route"])
