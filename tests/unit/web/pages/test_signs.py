from httpx import Client

from isthmus.condition import Condition


def test_every_danger_sign_is_on_the_page(client: Client, condition: Condition) -> None:
    page = client.get("/signs").text
    for feature in condition.pathway.features.values():
        assert (feature.ask in page) == feature.red_flag


def test_the_page_is_one_step_from_every_other(client: Client) -> None:
    for path in ("/", "/ask", "/plan", "/signs", "/nowhere"):
        assert 'class="cannot-wait" href="/signs"' in client.get(path).text
