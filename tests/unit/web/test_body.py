import pytest
from httpx import Client

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("path", ["/ask", "/plan", "/api/ask", "/api/plan"])
def test_more_than_a_megabyte_is_refused_wherever_it_is_sent(path: str, client: Client) -> None:
    assert client.post(path, content="x" * 1_000_001, headers=FORM).status_code == 413


@pytest.mark.parametrize("path", ["/ask", "/api/plan"])
@pytest.mark.parametrize("content", [b"\xff\xfe", b"question=\xc3\x28"])
def test_what_is_not_utf_8_is_refused(path: str, content: bytes, client: Client) -> None:
    reply = client.post(path, content=content, headers=FORM)
    assert reply.status_code == 400
    assert "UTF-8" in reply.text


@pytest.mark.parametrize("content", ["question=%ff", "&".join(f"a{n}=1" for n in range(1001))])
def test_a_form_that_cannot_be_read_is_refused(content: str, client: Client) -> None:
    reply = client.post("/ask", content=content, headers=FORM)
    assert reply.status_code == 400
    assert "This form cannot be read." in reply.text


def test_an_upload_is_not_taken_for_a_form(client: Client) -> None:
    reply = client.post("/ask", files={"question": ("a.txt", b"What is a pars defect?")})
    assert reply.status_code == 422


def test_fields_left_empty_are_kept_apart_from_fields_not_sent(client: Client) -> None:
    page = client.post("/plan", content="age_years=&rf_saddle_numb=&change=1", headers=FORM).text
    assert page.count('value="" checked') == 1
