"""What stands around every response: nothing from elsewhere is loaded, nothing personal is kept, nobody is told."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from httpx import Client, Response
from tests.functional.web.places import PLACES

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
POWERS = ("camera", "geolocation", "microphone", "payment", "usb")
TOO_LONG = b"question=" + b"a" * 1_100_000
REQUESTS = (
    # A form that was refused stands at an address that by itself is well, unless what is wrong stands in the address.
    *(
        (200 if place.status == 422 and "?" not in place.path else place.status, "GET", place.path, b"")
        for place in PLACES
    ),
    (200, "GET", "/health", b""),
    (200, "GET", "/openapi.json", b""),
    (200, "GET", "/static/site.css", b""),
    (200, "GET", "/static/enhance.js", b""),
    (404, "GET", "/nowhere", b""),
    (404, "GET", "/static/nothing.css", b""),
    (404, "GET", "/api/documents/nothing", b""),
    (405, "DELETE", "/ask", b""),
    (405, "GET", "/api/plan", b""),
    (413, "POST", "/ask", TOO_LONG),
    (413, "POST", "/api/ask", TOO_LONG),
    (422, "POST", "/ask", b"question="),
    (422, "GET", "/?reader=nobody", b""),
    (500, "GET", "/broken", b""),
)
EACH = pytest.mark.parametrize(
    ("status", "method", "path", "body"),
    dict.fromkeys(REQUESTS),
    ids=[f"{status}-{method}-{path}" for status, method, path, _ in dict.fromkeys(REQUESTS)],
)


@pytest.fixture(scope="module")
def client(app: FastAPI, address: str) -> Iterator[Client]:
    def broken() -> None:
        raise RuntimeError("the patient said what nobody else may read")

    app.add_api_route("/broken", broken)
    with Client(base_url=address) as client:
        yield client


def ask(client: Client, method: str, path: str, body: bytes) -> Response:
    client.cookies.clear()
    return client.request(
        method, path, content=body, headers={"content-type": "application/x-www-form-urlencoded"} if body else {}
    )


@EACH
def test_every_response_says_what_it_lets_happen(
    status: int, method: str, path: str, body: bytes, client: Client
) -> None:
    answer = ask(client, method, path, body)
    assert answer.status_code == status
    allowed = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert allowed == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] in {"same-origin", "no-referrer"}
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert all(f"{power}=()" in answer.headers["permissions-policy"] for power in POWERS)
    assert "server" not in answer.headers or "/" not in answer.headers["server"]  # no version for an attacker
    kept = "no-cache" if path.startswith("/static/") and status == 200 else "no-store"
    assert answer.headers["cache-control"] == kept


@EACH
def test_who_only_reads_gets_no_cookie(status: int, method: str, path: str, body: bytes, client: Client) -> None:
    chooses = "reader=" in path and status == 200  # who the reader is has to be remembered
    assert ("set-cookie" in ask(client, method, path, body).headers) == chooses


def test_a_file_that_is_named_by_its_content_may_be_kept_for_ever(client: Client) -> None:
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/").text)
    assert len(addresses) >= 3
    for address in addresses:
        assert client.get(address).headers["cache-control"] == "public, max-age=31536000, immutable", address


def test_pages_and_sheets_come_compressed(client: Client) -> None:
    for path in ("/", "/ask", "/static/site.css"):
        assert client.get(path).headers["content-encoding"] == "gzip", path


def test_the_one_cookie_stays_here_is_read_by_no_script_and_ends_with_the_visit(client: Client) -> None:
    answer = client.get("/", params={"reader": "surgeon"})
    name, *attributes = (part.strip() for part in answer.headers["set-cookie"].split(";"))
    assert name.startswith("__Host-isthmus=")
    assert set(attributes) == {"Path=/", "Secure", "HttpOnly", "SameSite=Lax"}


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
    ],
    ids=lambda headers: "-".join(headers.values()),
)
def test_what_another_site_sends_in_a_visitors_name_is_refused(headers: dict[str, str], client: Client) -> None:
    assert client.post("/ask", data={"question": "What is a pars defect?"}, headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["/<script>alert(1)</script>", "/?reader=<script>alert(1)</script>", "/guide/<b>bold"])
def test_nothing_of_an_address_comes_back_in_an_error_page(path: str, client: Client) -> None:
    answer = client.get(path)
    assert answer.status_code in {404, 422}
    assert "alert(1)" not in answer.text
    assert "bold" not in answer.text


def test_a_fault_of_ours_tells_nothing_of_what_was_typed(client: Client) -> None:
    assert "the patient said" not in client.get("/broken").text
