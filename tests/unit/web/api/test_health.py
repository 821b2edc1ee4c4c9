from importlib.metadata import version

from httpx import Client

from isthmus.condition import Condition


def test_health_says_which_knowledge_decides(client: Client, condition: Condition) -> None:
    said = client.get("/health").json()
    assert said == {
        "status": "ok",
        "version": version("isthmus"),
        "condition": condition.slug,
        "pathway": {
            "version": condition.pathway.version,
            "sha256": condition.pathway.sha256,
            "review_status": condition.pathway.review_status,
        },
    }
