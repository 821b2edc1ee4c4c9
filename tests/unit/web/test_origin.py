import pytest
from httpx import Client
from starlette.datastructures import Headers

from isthmus.web.origin import sender


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({}, "unsaid"),
        ({"sec-fetch-site": "same-origin"}, "ours"),
        ({"sec-fetch-site": "none"}, "ours"),
        ({"sec-fetch-site": "same-site"}, "foreign"),
        ({"sec-fetch-site": "cross-site"}, "foreign"),
        ({"sec-fetch-site": "cross-site", "origin": "https://isthmus"}, "foreign"),
        ({"origin": "https://isthmus"}, "ours"),
        ({"origin": "https://isthmus:8443"}, "foreign"),
        ({"origin": "https://isthmus.example"}, "foreign"),
        ({"origin": "null"}, "foreign"),
        ({"origin": "https://["}, "foreign"),
    ],
)
def test_a_browser_tells_who_sent_a_request(headers: dict[str, str], says: str) -> None:
    assert sender(Headers({"host": "isthmus", **headers})) == says


FOREIGN = [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/ask", "/plan", "/api/ask", "/api/plan", "/nowhere"])
def test_what_another_site_sends_is_refused(path: str, headers: dict[str, str], client: Client) -> None:
    answer = client.post(path, headers=headers, data={"question": "How common is a pars defect?"})
    assert answer.status_code == 403
    assert "came from another site" in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("headers", FOREIGN)
def test_reading_is_open_to_a_link_from_anywhere(headers: dict[str, str], client: Client) -> None:
    assert client.get("/signs", headers=headers).status_code == 200


def test_a_program_that_is_no_browser_may_send(client: Client) -> None:
    answer = client.post("/api/ask", json={"question": "How common is a pars defect?"})
    assert answer.status_code == 200
