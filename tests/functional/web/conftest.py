"""One application and one browser for all the tests of a worker."""

import os
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser

from isthmus.condition import Condition, load_condition
from tests.functional.web.serving import CHROMIUM, application, chromium, serving


@pytest.fixture(scope="session")
def condition() -> Condition:
    return load_condition("pars-defect")


@pytest.fixture(scope="session")
def app(condition: Condition, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    return application(condition, tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    """The address of the running application."""
    with serving(app) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium; without it the tests are skipped, unless everything has to run."""
    if CHROMIUM is None:
        lacking = "Chromium is not installed: apt install chromium"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(lacking)
    with chromium() as browser:
        yield browser
