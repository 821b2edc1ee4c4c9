"""The table of WCAG 2.2 is whole, and the evidence it names is there."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest


@pytest.fixture
def page(texts: Mapping[str, str]) -> str:
    return texts["docs/explanation/accessibility.md"]


def criteria(part: str) -> list[str]:
    return re.findall(r"^\| (\d\.\d\.\d{1,2}) ", part, flags=re.MULTILINE)


def test_every_criterion_of_level_a_and_aa_has_its_row(page: str) -> None:
    _, a, aa = re.split(r"^## Level A+$", page, flags=re.MULTILINE)
    assert (len(set(criteria(a))), len(set(criteria(aa)))) == (31, 24)
    assert len(criteria(page)) == 55
    assert "4.1.1" not in criteria(page)  # WCAG 2.2 has no such criterion any more


def test_every_row_says_how_and_gives_evidence(page: str) -> None:
    rows = re.findall(r"^\| \d\.\d\.\d{1,2} .*$", page, flags=re.MULTILINE)
    assert [row for row in rows if len([cell for cell in row.strip("| ").split(" | ") if len(cell) > 2]) != 3] == []


def test_every_test_it_names_exists(page: str, texts: Mapping[str, str]) -> None:
    named = set(re.findall(r"`(test_\w+)`", page))
    written = {
        name
        for path, text in texts.items()
        if path.startswith("tests/")
        for name in re.findall(r"def (test_\w+)", text)
    }
    assert len(named) > 10
    assert named - written == set()


def test_every_picture_of_the_tour_exists_is_used_and_is_small(texts: Mapping[str, str], root: Path) -> None:
    shown = {
        name
        for path, text in texts.items()
        if path.endswith(".md")
        for name in re.findall(r"\]\(\.\./images/([\w-]+\.png)\)", text)
    }
    taken = {path.removeprefix("docs/images/") for path in texts if path.startswith("docs/images/")}
    assert len(taken) > 5
    assert shown == taken
    assert [name for name in taken if (root / "docs" / "images" / name).stat().st_size > 80_000] == []
