from httpx import Client

from isthmus.condition import Condition


def test_the_description_names_every_case_feature_with_its_type_and_limits(
    client: Client, condition: Condition
) -> None:
    described = client.get("/openapi.json").json()["paths"]["/api/plan"]["post"]["requestBody"]
    inputs = described["content"]["application/json"]["schema"]["properties"]["inputs"]
    assert inputs["properties"].keys() == set(condition.pathway.features)
    assert inputs["properties"]["age_years"]["maximum"] == 110
    assert inputs["properties"]["pregnant"]["type"] == ["boolean", "null"]
    assert None in inputs["properties"]["course"]["enum"]
    assert inputs["properties"]["imaging_done"]["items"]["enum"][0] == "xray"


def test_the_description_gives_every_reply_a_shape(client: Client) -> None:
    described = client.get("/openapi.json").json()
    for path in ("/api/ask", "/api/plan"):
        reply = described["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
        name = reply["$ref"].rpartition("/")[2]
        assert len(described["components"]["schemas"][name]["properties"]) > 5


def test_pages_are_no_part_of_the_description(client: Client) -> None:
    assert all(path.startswith(("/api/", "/health")) for path in client.get("/openapi.json").json()["paths"])
