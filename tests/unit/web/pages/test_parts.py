import re

from httpx import Client


def test_every_part_stands_on_the_page_with_its_rule(client: Client) -> None:
    page = client.get("/about/parts").text
    parts = re.findall(
        r'<section class="flow" aria-labelledby="([\w-]+)"><h2 id="\1">[^<]+</h2><p class="text">([^<]+)</p>', page
    )
    assert len(parts) > 10
    assert all(rule.strip().endswith(".") for _, rule in parts)


def test_ids_are_given_once(client: Client) -> None:
    ids = re.findall(r' id="([^"]+)"', client.get("/about/parts").text)
    assert sorted(ids) == sorted(set(ids))


def test_a_sample_does_not_take_the_focus(client: Client) -> None:
    page = client.get("/about/parts").text
    assert "autofocus" not in page
    assert 'role="alert"' not in page
