import pytest
from httpx import Client

PATHS = ["/", "/plan", "/signs", "/nowhere", "/health", "/api/documents/none", "/static/site.css", "/openapi.json"]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_forbids_loading_framing_and_telling_others(path: str, client: Client) -> None:
    headers = client.get(path).headers
    rules = headers["content-security-policy"].split("; ")
    assert "default-src 'none'" in rules
    assert "frame-ancestors 'none'" in rules
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_was_asked_is_kept_by_a_browser(path: str, client: Client) -> None:
    kept = "no-cache" if path.startswith("/static/") else "no-store"
    assert client.get(path).headers["cache-control"] == kept


@pytest.mark.parametrize(("path", "field"), [("/ask", "question"), ("/plan", "age_years")])
def test_what_was_sent_is_kept_by_no_browser_and_in_no_cookie(path: str, field: str, client: Client) -> None:
    headers = client.post(path, data={field: "5"}).headers
    assert headers["cache-control"] == "no-store"
    assert "set-cookie" not in headers


def test_pages_obey_the_policy_themselves(client: Client) -> None:
    for page in (client.get("/plan").text, client.post("/ask", data={"question": "How common is a pars defect?"}).text):
        assert " style=" not in page
        assert " onclick=" not in page
        assert page.count("<script") == page.count('<script type="module" src="/static/')
