import re

import pytest
from httpx import Client

from isthmus.condition import Handbook

ROWS = ["What it is", "Good sides", "Bad sides", "What it is like"]


def test_the_list_has_every_choice(client: Client, handbook: Handbook) -> None:
    page = client.get("/choices").text
    assert set(re.findall(r'href="/choices/([\w-]+)"', page)) == set(handbook.book.choices)


def test_options_stand_side_by_side_in_the_same_rows(client: Client, handbook: Handbook) -> None:
    for name, choice in handbook.book.choices.items():
        page = client.get(f"/choices/{name}").text
        assert re.findall(r'<th scope="row" role="rowheader">(.*?)</th>', page) == ROWS, name
        heads = [option.title.plain for option in choice.options]
        assert re.findall(r'<th scope="col" role="columnheader">(.*?)</th>', page) == heads, name
        labels = re.findall(r'<td role="cell" data-label="(.*?)">', page)
        assert labels == heads * len(ROWS), name


@pytest.mark.parametrize("reader", ["patient", "surgeon"])
def test_what_is_to_be_drawn_is_drawn_small_with_its_words_and_nothing_else_is(
    client: Client, handbook: Handbook, reader: str
) -> None:
    for name, choice in handbook.book.choices.items():
        page = client.get(f"/choices/{name}?reader={reader}").text
        facts = [fact for option in choice.options for fact in (*option.benefits, *option.harms)]
        drawn = [fact.figure.draw for fact in facts if fact.figure and fact.figure.draw]
        assert page.count('<figure class="small icon-array">') == drawn.count("people"), name
        assert page.count('<figure class="small">') == drawn.count("range"), name
        small = re.findall(r'<figure class="small.*?</figure>', page, re.DOTALL)
        assert all(re.search(r"<figcaption><b>[\d.]+.*?</b> \w+", figure) for figure in small), name
        assert all(svg.count('aria-hidden="true"') == svg.count("<svg ") - svg.count("<svg x=") for svg in small), name


def test_a_decision_aid_says_what_a_decision_aid_must(client: Client) -> None:
    page = client.get("/choices/surgery-or-longer-care").text
    parts = ["Who this is for", "The options side by side", "What matters to you", "What is not known"]
    parts += ["How this is kept up to date", "Who pays for this", "Sources"]
    places = [page.index(f">{part}</h2>") for part in parts]
    assert places == sorted(places)
    assert "Changed <time" in page


@pytest.mark.parametrize("reader", ["patient", "surgeon"])
def test_all_that_a_mark_opens_is_there_once(client: Client, handbook: Handbook, reader: str) -> None:
    for name in handbook.book.choices:
        page = client.get(f"/choices/{name}?reader={reader}").text
        there = re.findall(r'popover id="(\w+)"', page)
        assert sorted(set(there)) == sorted(there), name
        assert set(re.findall(r'popovertarget="(\w+)"', page)) == set(there), name


def test_a_choice_that_is_not_there_is_a_page_in_plain_words(client: Client) -> None:
    answer = client.get("/choices/heads-or-tails")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.text
