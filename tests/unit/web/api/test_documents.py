import pytest
from httpx import Client

from isthmus.corpus import Library


def test_a_document_is_given_as_it_is_stored(client_with_library: Client, library: Library) -> None:
    (about,) = library.abouts()
    document = library.document(about.id)
    assert document is not None
    reply = client_with_library.get(f"/api/documents/{document.id}")
    assert reply.content == document.text.encode()
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "name", ["nothing.txt", "letters", "..%2F..%2Fetc%2Fpasswd", "letters/../letters/clinic one.txt"]
)
def test_nothing_outside_the_library_can_be_named(name: str, client_with_library: Client) -> None:
    assert client_with_library.get(f"/api/documents/{name}").status_code in (200, 404)
    assert "root:" not in client_with_library.get(f"/api/documents/{name}").text


def test_without_a_library_there_is_no_document(client: Client) -> None:
    reply = client.get("/api/documents/letters/clinic one.txt")
    assert reply.status_code == 404
    assert "No document bears this name." in reply.json()["detail"]
