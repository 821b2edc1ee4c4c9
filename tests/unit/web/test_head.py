import pytest
from httpx import Client


@pytest.mark.parametrize(
    "path", ["/", "/ask", "/plan", "/signs", "/health", "/openapi.json", "/static/site.css", "/nowhere"]
)
def test_head_tells_what_get_would_and_sends_nothing(path: str, client: Client) -> None:
    full, empty = client.get(path), client.head(path)
    assert empty.status_code == full.status_code
    assert dict(empty.headers) == dict(full.headers)
    assert empty.content == b""
