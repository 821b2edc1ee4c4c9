from fastapi import FastAPI
from httpx import Client

from isthmus.condition import Condition


def test_nothing_is_served_that_loads_from_elsewhere(client: Client) -> None:
    assert [client.get(path).status_code for path in ("/docs", "/redoc")] == [404, 404]


def test_style_and_drawings_come_from_the_application_itself(client: Client) -> None:
    page = client.get("/ask").text
    links = [part.split('"')[0] for part in page.split('href="')[1:]] + [
        part.split('"')[0] for part in page.split('src="')[1:]
    ]
    files = [link for link in links if link.startswith("/static/")]
    assert len(files) > 3
    assert [client.get(file).status_code for file in files] == [200] * len(files)
    assert all(link.startswith(("/", "#", "?")) for link in links)


def test_the_description_carries_the_notice_of_the_pathway(app: FastAPI, condition: Condition) -> None:
    assert app.openapi()["info"]["description"] == condition.pathway.notice


def test_every_page_says_that_no_clinician_has_reviewed_it(client: Client) -> None:
    for path in ("/", "/plan", "/signs", "/nowhere"):
        assert "No clinician has reviewed this yet" in client.get(path).text
