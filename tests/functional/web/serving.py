"""The real application behind a real port, and the browser that visits it."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright
from tests.built_in import built_in_handbook

from isthmus.condition import Condition
from isthmus.corpus import read_library
from isthmus.search import PassageIndex
from isthmus.web import build_app

CHROMIUM = shutil.which("chromium")
TODAY = date(2026, 11, 21)
LETTER = "Care for a pars defect starts with rest \N{EN DASH} and therapy.\nThe first treatment is rest from sport.\n"
"""A document as a clinic might keep it; it holds a word more than ASCII."""

_ALONE = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Look:
    """How a page is looked at: the size of the window in pixels, and the colours of the device."""

    name: str
    width: int
    height: int
    colours: Literal["light", "dark"]

    def __str__(self) -> str:
        return self.name


PHONE_LIGHT, PHONE_DARK = Look("phone-light", 390, 844, "light"), Look("phone-dark", 390, 844, "dark")
DESK_LIGHT, DESK_DARK = Look("desk-light", 1280, 900, "light"), Look("desk-dark", 1280, 900, "dark")
LOOKS = (PHONE_DARK, DESK_LIGHT, PHONE_LIGHT, DESK_DARK)


def application(condition: Condition, folder: Path | None = None) -> FastAPI:
    """Build the application over the built-in condition, and over one document where there is a folder to write it to."""
    index = None
    if folder:
        (folder / "letters").mkdir(parents=True)
        (folder / "letters" / "clinic one.txt").write_text(LETTER, encoding="utf-8")
        index = PassageIndex.over(read_library(folder)[0])
    return build_app(condition, built_in_handbook(), index, lambda: TODAY)


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application on a port of its own, and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", ws="none"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start one Chromium that asks nothing of anybody but us."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_ALONE))
        yield browser
        browser.close()


@contextmanager
def visiting(
    browser: Browser, address: str, look: Look, *, script: bool = True, remembered: Path | None = None
) -> Iterator[Page]:
    """Open a page as a new visitor has it: nothing loaded before, and nothing known but what is `remembered`."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": look.width, "height": look.height},
        color_scheme=look.colours,
        java_script_enabled=script,
        storage_state=remembered,
        has_touch=look.width < DESK_LIGHT.width,
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
