"""Does the JSON API do what its own description says? Schemathesis asks, with the application in this process.

More of the same: ISTHMUS_API_EXAMPLES=500, or `make api`.
"""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from httpx import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.built_in import built_in_condition, built_in_handbook
from tests.unit.web.conftest import InProcess

from isthmus.corpus import read_library
from isthmus.search import PassageIndex
from isthmus.web import build_app

EXAMPLES = int(os.environ.get("ISTHMUS_API_EXAMPLES", "20"))
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW")
BEYOND_A_SCHEMA: Any = positive_data_acceptance
"""No schema can say that a question must hold words, or that a number has at most eight decimal places."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    folder: Path = tmp_path_factory.mktemp("library")
    (folder / "letter.txt").write_text("The first treatment is rest from sport.\n", encoding="utf-8")
    library, _ = read_library(folder)
    condition, handbook = built_in_condition(), built_in_handbook()
    return build_app(condition, handbook, PassageIndex.over(library), lambda: date(2026, 11, 21))


@pytest.fixture(scope="module")
def description(app: FastAPI) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.mark.parametrize(
    ("operation", "mode"),
    [
        ("POST /api/plan", GenerationMode.POSITIVE),
        ("POST /api/plan", GenerationMode.NEGATIVE),
        ("POST /api/ask", GenerationMode.POSITIVE),
        ("POST /api/ask", GenerationMode.NEGATIVE),
        ("GET /api/documents/{name}", GenerationMode.POSITIVE),  # any text may be the name of one
    ],
)
def test_whatever_is_sent_the_answer_is_one_that_is_described_and_no_fault(
    description: schemathesis.BaseSchema, operation: str, mode: GenerationMode
) -> None:
    method, path = operation.split()

    @given(description[path][method].as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def is_answered(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=[BEYOND_A_SCHEMA])

    is_answered()


def test_every_operation_is_tried(description: schemathesis.BaseSchema) -> None:
    found = {f"{method.upper()} {path}" for path in description for method in description[path]}
    assert found == {
        "POST /api/plan",
        "POST /api/ask",
        "GET /api/documents/{name}",
        "GET /health",  # there is nothing to send
    }


def test_every_method_at_every_address_is_answered_and_a_wrong_one_is_told_which_are_right(app: FastAPI) -> None:
    with Client(transport=InProcess(app), base_url="https://isthmus") as client:
        for path in (*app.openapi()["paths"], "/openapi.json", "/api", "/api/nothing"):
            for method in METHODS:
                answer = client.request(method, path)
                assert answer.status_code < 500, (method, path)
                assert answer.status_code != 405 or answer.headers["allow"], (method, path)
                assert method != "HEAD" or answer.content == b""


def test_a_document_is_given_as_it_is_stored_and_head_gives_its_length_alone(app: FastAPI) -> None:
    library = app.state.desk.index.library
    name = next(library.abouts()).id
    with Client(transport=InProcess(app), base_url="https://isthmus") as client:
        whole, alone = (client.request(method, f"/api/documents/{name}") for method in ("GET", "HEAD"))
    assert whole.text == library.document(name).text
    assert (alone.content, alone.headers["content-length"]) == (b"", str(len(whole.content)))
