"""The application over the built-in condition and a small library, without a server."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncByteStream, BaseTransport, Client, Request, Response
from tests.built_in import built_in_condition, built_in_handbook

from isthmus.condition import Condition, Handbook, load_worked_cases
from isthmus.corpus import Library, read_library
from isthmus.pathway import WorkedCase
from isthmus.search import PassageIndex
from isthmus.web import build_app

DAY = date(2026, 11, 21)
LETTER = "Care for a pars defect starts with rest \N{EN DASH} and therapy.\nThe first treatment is rest from sport.\n"


class InProcess(BaseTransport):
    """Hands each request to an application in this process; no port is opened."""

    def __init__(self, app: FastAPI) -> None:
        self.application = ASGITransport(app)

    def handle_request(self, request: Request) -> Response:
        return asyncio.run(self._answer(request))

    async def _answer(self, request: Request) -> Response:
        answer = await self.application.handle_async_request(request)
        assert isinstance(answer.stream, AsyncByteStream)
        content = b"".join([part async for part in answer.stream])  # as it came: compressed, where it is
        return Response(answer.status_code, headers=answer.headers, content=content)


@pytest.fixture(scope="session")
def condition() -> Condition:
    return built_in_condition()


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    return built_in_handbook()


@pytest.fixture(scope="session")
def cases(condition: Condition) -> tuple[WorkedCase, ...]:
    return load_worked_cases(condition)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("library")
    (folder / "letters").mkdir()
    (folder / "letters" / "clinic one.txt").write_text(LETTER, encoding="utf-8")
    return read_library(folder)[0]


@pytest.fixture(scope="session")
def app(condition: Condition, handbook: Handbook) -> FastAPI:
    return build_app(condition, handbook, None, lambda: DAY)


@pytest.fixture
def client(app: FastAPI) -> Iterator[Client]:
    with Client(transport=InProcess(app), base_url="https://isthmus") as client:
        yield client


@pytest.fixture(scope="session")
def app_with_library(condition: Condition, handbook: Handbook, library: Library) -> FastAPI:
    return build_app(condition, handbook, PassageIndex.over(library), lambda: DAY)


@pytest.fixture
def client_with_library(app_with_library: FastAPI) -> Iterator[Client]:
    with Client(transport=InProcess(app_with_library), base_url="https://isthmus") as client:
        yield client


@pytest.fixture(scope="session")
def safe(condition: Condition) -> dict[str, str]:
    """Every danger sign answered with no, as a form sends it."""
    return {name: "false" for name, feature in condition.pathway.features.items() if feature.red_flag}
