from pathlib import Path

import pytest

import isthmus
from isthmus.present.pages.parts import contrast, parts_page

TOKENS = Path(isthmus.__file__).parent / "web" / "static" / "site" / "tokens.css"


@pytest.fixture(scope="module")
def tokens() -> str:
    return TOKENS.read_text("utf-8")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "ffffff", 21.0), ("ffffff", "000000", 21.0), ("777777", "777777", 1.0), ("767676", "ffffff", 4.54)],
)
def test_contrast_is_measured_as_the_guidelines_say(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == ratio


def test_every_colour_has_the_contrast_it_needs_in_both_themes(tokens: str) -> None:
    colours = parts_page(tokens).colours
    assert len(colours) > 0
    assert [(colour.name, colour.on, colour.light, colour.dark) for colour in colours if not colour.holds] == []


def test_a_colour_that_is_too_faint_is_told(tokens: str) -> None:
    faint = parts_page(tokens.replace("--ink-3: #566870", "--ink-3: #b0b8bb")).colours
    assert {colour.name for colour in faint if not colour.holds} == {"ink-3"}


def test_the_dark_of_the_device_is_the_dark_that_is_chosen(tokens: str) -> None:
    chosen = tokens.split(':root[data-theme="dark"] {')[1].partition("}")[0].replace("color-scheme: dark;", "")
    device = tokens.split(':root:not([data-theme="light"]) {')[1].partition("}")[0]
    assert chosen.split() == device.split()
