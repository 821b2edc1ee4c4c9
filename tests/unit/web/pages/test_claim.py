import pytest
from httpx import Client

from isthmus.condition import Condition
from isthmus.terms import ClaimId

FROM_MEMORY = ("PD-045", "PD-051", "PD-052", "PD-069", "PD-109", "PD-110")


@pytest.mark.parametrize("name", [*FROM_MEMORY, *map(str.lower, FROM_MEMORY), "PD-999", "pd-014", "<script>"])
def test_what_is_known_from_memory_only_has_no_address(name: str, client: Client) -> None:
    page = client.get(f"/claims/{name}")
    assert page.status_code == 404
    assert "There is nothing at this address" in page.text
    assert name not in page.text


def test_no_page_of_the_guide_links_what_is_known_from_memory_only(client: Client) -> None:
    pages = "".join(
        client.get(path).text for path in ("/", "/guide", "/glossary", "/guide/surgery", "/guide/classification")
    )
    assert [name for name in FROM_MEMORY if name in pages] == []


def test_every_claim_has_its_record(client: Client, condition: Condition) -> None:
    for name, claim in list(condition.evidence.claims.items())[::12]:
        page = client.get(f"/claims/{name}").text
        assert all(f'id="{point.lower()}"' in page for point in claim.disagreements)
        assert "How these words are made" in page


def test_a_disagreement_is_drawn_with_its_numbers_and_why(client: Client) -> None:
    page = client.get("/claims/PD-006").text
    assert '<table class="ranges' in page
    assert 'class="plot-row"' in page
    assert "Why they differ: " in page
    assert "What we do: " in page


def test_figures_stand_in_a_table_with_who_was_counted_and_when(client: Client) -> None:
    page = client.get("/claims/PD-006").text
    assert '<th scope="row">prevalence age 6</th><td><b>4.4%</b></td>' in page
    assert "<td>500</td><td>1984</td>" in page


def test_sources_say_how_far_they_were_read_and_copies_count_once(client: Client) -> None:
    page = client.get("/claims/PD-006").text
    assert "copies and studies of the same people speak once" in page
    assert "Read: " in page


def test_each_source_of_a_record_leads_to_all_that_rests_on_it(client: Client, condition: Condition) -> None:
    page = client.get("/claims/PD-006").text
    for source in condition.evidence.claims[ClaimId("PD-006")].sources:
        assert f'href="/library/publications?source={source}#{source}"' in page


def test_the_record_says_where_a_reader_is_told_it(client: Client) -> None:
    page = client.get("/claims/PD-014").text
    assert "Where a patient is told this" in page
    assert 'href="/guide/causes"' in page
