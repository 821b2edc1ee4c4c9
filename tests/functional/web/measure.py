"""What is measured in a page as it stands in the browser."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

CONTROL, FLOOR = 44, 24
"""How large what one presses is, in CSS pixels: our own measure for a control, and that of WCAG 2.5.8 for all else."""

_OURS = Path(__file__).with_name("measure.js").read_text("utf-8")
_AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},  # the one rule of WCAG 2.2, which axe leaves out unless it is named
    "resultTypes": ["violations"],
}


def measure(page: Page, what: str, argument: object = None) -> Any:
    """Measure with a function of measure.js, which a page is given when it is first asked."""
    if not page.evaluate("'measure' in globalThis"):
        page.evaluate(_OURS)
    return page.evaluate(f"argument => measure.{what}(argument)", argument)


def violations(page: Page) -> list[str]:
    """Ask axe-core what is wrong, by all its rules for WCAG 2.2 A and AA and for good practice."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(_AXE)
    found = page.evaluate("rules => axe.run(document, rules)", _RULES)["violations"]
    return [
        f"{one['id']}: {node['target']}: {node['failureSummary'].splitlines()[-1].strip()}"
        for one in found
        for node in one["nodes"]
    ]


def weights(page: Page) -> dict[str, list[int]]:
    """How many bytes came over the wire for the page that stands open, file by file: page, css, script, rest."""
    sizes: dict[str, list[int]] = measure(page, "weights")
    icon = page.locator("link[rel=icon]").get_attribute("href") or ""  # a browser fetches it and does not say so
    if icon not in _ICONS:
        _ICONS[icon] = len(page.request.get(icon).body())
    sizes["rest"].append(_ICONS[icon])
    return sizes


_ICONS: dict[str, int] = {}
