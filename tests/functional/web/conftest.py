"""One application for all the tests of a worker, and one browser for each of its files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, ConsoleMessage, Page
from tests.built_in import built_in_condition
from tests.functional.web.places import SIGNS
from tests.functional.web.serving import (
    CHROMIUM,
    DESK_LIGHT,
    PHONE_DARK,
    Look,
    application,
    chromium,
    serving,
    visiting,
)
from tests.functional.web.steps import SETTLED, out_of_danger, replying

from isthmus.condition import Condition


@pytest.fixture(scope="session")
def condition() -> Condition:
    return built_in_condition()


@pytest.fixture(scope="session")
def app(condition: Condition, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    return application(condition, tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    """The address of the running application."""
    with serving(app) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of tests; without it they are skipped, unless everything has to run.

    It is closed with the file: while it is open a loop runs in this thread, and other tests run loops of their own.
    """
    if CHROMIUM is None:
        lacking = "Chromium is not installed: apt install chromium"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(lacking)
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def answered(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the browser remembers of a visitor who went through the whole interview."""
    remembered = tmp_path_factory.mktemp("visit") / "answered.json"
    with visiting(browser, address, DESK_LIGHT) as page:
        page.goto(SIGNS)
        out_of_danger(page)
        replying(SETTLED)(page)
        page.context.storage_state(path=remembered)
    return remembered


@pytest.fixture(params=[(PHONE_DARK, True), (DESK_LIGHT, False)], ids=["phone-script", "desk-no-script"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that must have nothing to complain about: no error of a script, nothing refused by the policy."""
    complaints: list[str] = []
    pages: set[str] = set()

    def note(message: ConsoleMessage) -> None:
        # The browser logs a page that is answered with an error, such as a form to mend; that is no complaint.
        if message.type == "error" and message.location["url"] not in pages:
            complaints.append(message.text)

    look: Look
    look, script = request.param
    with visiting(browser, address, look, script=script) as page:
        page.on("request", lambda request: pages.add(request.url) if request.is_navigation_request() else None)
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
    assert complaints == []
