import html
import inspect
import json
import re
import shlex

import pytest
from fastapi import FastAPI
from httpx import Client

from isthmus.condition import Condition
from isthmus.web.sessions import Sessions
from isthmus.web.visits import COOKIE

WAIT = 60.0
CHAPTERS = ["", "/how-it-decides", "/proofs", "/data", "/privacy", "/accessibility", "/api", "/parts"]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_has_one_title_and_is_reached_from_the_first(client: Client, chapter: str) -> None:
    page = client.get(f"/about{chapter}")
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert f'href="/about{chapter}"' in client.get("/about").text


@pytest.mark.parametrize("chapter", [chapter for chapter in CHAPTERS if chapter != "/parts"])
def test_the_contents_mark_where_we_are(client: Client, chapter: str) -> None:
    page = client.get(f"/about{chapter}").text
    contents = page[page.index('<nav class="contents"') : page.index("</nav>", page.index('<nav class="contents"'))]
    assert re.findall(r'<a href="([\w/-]+)" aria-current="page">', contents) == [f"/about{chapter}"]


def test_how_it_decides_is_told_row_by_row(client: Client, condition: Condition) -> None:
    page = html.unescape(client.get("/about/how-it-decides").text)
    for row in condition.pathway.recommendations:
        assert row.says in page
    for parameter in condition.pathway.parameters.values():
        assert parameter.says in page
    assert condition.pathway.sha256 in page


def test_no_proof_is_claimed_that_was_not_worked_out_here(client: Client) -> None:
    page = client.get("/about/proofs").text
    assert "Not worked out on this server yet" in page
    assert "proved</span>" not in page


def test_proofs_that_are_under_way_or_cut_short_are_told_as_that(client: Client, app: FastAPI) -> None:
    app.state.prover.start()
    assert "Being worked out now" in client.get("/about/proofs").text
    app.state.prover.stop()
    app.state.prover.look(at_most_seconds=WAIT)
    page = client.get("/about/proofs").text
    assert "What is not listed below is not proved" in page
    assert "Work out the proofs</button>" in page


def test_proofs_are_worked_out_when_asked_for_and_told_with_the_pathway_they_hold_for(
    client: Client, app: FastAPI, condition: Condition
) -> None:
    answer = client.post("/about/proofs")
    assert (answer.status_code, answer.headers["location"]) == (303, "/about/proofs")
    app.state.prover.start(wait_seconds=WAIT)
    page = client.get("/about/proofs").text
    assert "All 7 claims are proved" in page
    assert "A red flag outranks everything." in page
    assert condition.pathway.sha256 in page
    assert "Work out the proofs</button>" not in page


def test_another_site_cannot_have_anything_proved(client: Client) -> None:
    assert client.post("/about/proofs", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_data_tells_the_library_where_there_is_one(client: Client, client_with_library: Client) -> None:
    assert "none given" in client.get("/about/data").text
    held = client_with_library.get("/about/data").text
    assert "<dt>Documents in the library of this server</dt><dd>1</dd>" in held
    assert "Apache-2.0" in held


def test_privacy_says_what_is_so(client: Client) -> None:
    page = client.get("/about/privacy").text
    bounds = inspect.signature(Sessions).parameters
    assert f"after {bounds['idle_seconds'].default // 3600} hours without a request" in page
    assert f"when {bounds['most'].default:,} later visits" in page
    assert COOKIE in page
    assert "No language model is set up" in page


def test_who_only_reads_gets_no_cookie(client: Client) -> None:
    assert "set-cookie" not in client.get("/about/privacy").headers


def test_every_example_of_the_api_does_what_it_says(client: Client) -> None:
    page = client.get("/about/api").text
    examples = [
        html.unescape(one) for one in re.findall(r'<pre class="code".*?><code>(.*?)</code></pre>', page, re.DOTALL)
    ]
    assert len(examples) == len(client.get("/openapi.json").json()["paths"])
    for example in examples:
        _, address, *options = shlex.split(example)
        path = address.removeprefix("http://127.0.0.1:8000")
        if "NAME" in path:
            continue
        sent = json.loads(options[-1]) if options else None
        answer = client.post(path, json=sent) if sent else client.get(path)
        assert answer.status_code == 200, example
