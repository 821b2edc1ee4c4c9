from httpx import Client

from isthmus.condition import Handbook


def test_policy_statuses_roles_ties_and_funding_are_told(client: Client, handbook: Handbook) -> None:
    page, editorial = client.get("/editorial").text, handbook.book.editorial
    sentences = (*editorial.policy, *editorial.conflicts, *editorial.funding)
    assert [sentence.text for sentence in sentences if sentence.text not in page] == []
    assert [says for says in editorial.statuses.values() if says not in page] == []
    assert "No reviewer has been appointed yet." in page
