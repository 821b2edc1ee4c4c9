import html
import re

import pytest
from httpx import Client

from isthmus.condition import Handbook
from isthmus.web.day import MOST_YEARS_AWAY


def text_of(page: str) -> str:
    """What a page says, without its markup."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def test_the_list_has_every_procedure_and_choice_in_its_group(client: Client, handbook: Handbook) -> None:
    page = client.get("/procedures").text
    groups = [page.index(f'<h2 id="{group}">') for group in ("imaging", "care", "injection", "surgery", "choices")]
    assert groups == sorted(groups)
    for name in handbook.book.procedures:
        assert f'href="/procedures/{name}"' in page
    for name in handbook.book.choices:
        assert f'href="/choices/{name}"' in page


def test_a_page_speaks_the_words_of_the_reader(client: Client) -> None:
    plain, clinical = (client.get(f"/procedures/direct-repair?reader={who}").text for who in ("patient", "surgeon"))
    assert "<h1>Repair of the crack</h1>" in plain
    assert "<h1>Direct pars repair</h1>" in clinical


def test_every_procedure_says_all_its_sentences_and_opens_what_stands_behind_each(
    client: Client, handbook: Handbook
) -> None:
    for name, procedure in handbook.book.procedures.items():
        page = client.get(f"/procedures/{name}").text
        said = text_of(re.sub(r'<button type="button" class="mark".*?</button>', "", page))
        missing = [spoken.plain.text for spoken in procedure.spoken() if spoken.plain.text not in said]
        assert missing == [], name
        opened, there = set(re.findall(r'popovertarget="(\w+)"', page)), set(re.findall(r'popover id="(\w+)"', page))
        assert opened == there, name


def test_what_nobody_counted_has_its_own_box(client: Client) -> None:
    box = re.search(r'<div class="abstain text">.*?</div>', client.get("/procedures/direct-repair").text, re.DOTALL)
    assert box is not None
    assert "What nobody counted" in box[0]
    assert "infection" in box[0]


def test_days_are_counted_from_the_day_that_is_given(client: Client) -> None:
    page = client.get("/procedures/direct-repair?on=2027-01-15").text
    assert 'value="2027-01-15"' in page
    assert '<time datetime="2027-01-14">14\N{NO-BREAK SPACE}January 2027</time>, the day before' in page
    assert 'from <time datetime="2027-07-16">' in page
    assert 'href="/procedures/direct-repair.ics?on=2027-01-15"' in page


@pytest.mark.parametrize(("typed", "led_to"), [("2027-01-15", "?on=2027-01-15#ready"), ("", "#ready")])
def test_the_form_leads_to_the_list_of_what_to_do(client: Client, typed: str, led_to: str) -> None:
    page = client.get("/procedures/ct").text
    assert '<form class="field" action="/procedures/ct" method="get">' in page
    answer = client.get("/procedures/ct", params={"on": typed, "count": "1"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/procedures/ct{led_to}")


def test_without_a_day_weeks_stand_instead_of_dates(client: Client) -> None:
    page = client.get("/procedures/direct-repair").text
    assert "weeks 2 to 6" in page
    assert ".ics" not in page


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("2027-02-30", "Write it as 2027-01-15."),
        ("soon", "Write it as"),
        ("9999-01-01", f"within {MOST_YEARS_AWAY} years"),
    ],
)
def test_a_day_that_cannot_be_used_is_kept_and_told_first(client: Client, typed: str, remedy: str) -> None:
    answer = client.get("/procedures/direct-repair", params={"on": typed, "count": "1"})
    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    main = answer.text[answer.text.index("<main") :]
    assert main.index('href="#on"') < main.index("<nav") < main.index("<h1>")
    assert remedy in answer.text
    assert f'value="{typed}" type="text"' in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_what_was_typed_is_shown_as_text(client: Client) -> None:
    page = client.get("/procedures/ct", params={"on": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


@pytest.mark.parametrize("address", ["/procedures/fusion-of-everything", "/procedures/%3Cb%3E"])
def test_a_procedure_that_is_not_there_is_a_page_in_plain_words(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.text


@pytest.mark.parametrize(("name", "figures"), [("direct-repair", 1), ("mri", 1), ("brace", 0)])
def test_a_procedure_shows_the_drawings_that_go_with_it(client: Client, name: str, figures: int) -> None:
    page = client.get(f"/procedures/{name}").text
    assert page.count('<figure class="figure"') == figures
    assert len(re.findall(r'<svg class="drawing"[^>]* role="img" aria-labelledby="figure-', page)) >= figures
