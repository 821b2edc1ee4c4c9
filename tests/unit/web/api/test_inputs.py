from httpx import Client

from isthmus.condition import Condition


def test_the_description_names_every_case_feature_with_its_type_and_limits(
    client: Client, condition: Condition
) -> None:
    described = client.get("/openapi.json").json()["paths"]["/api/plan"]["post"]["requestBody"]
    inputs = described["content"]["application/json"]["schema"]["properties"]["inputs"]
    assert inputs["properties"].keys() == set(condition.pathway.features)
    age, *_, nothing = inputs["properties"]["age_years"]["anyOf"]
    assert (age["type"], age["maximum"], nothing) == ("number", 110, {"type": "null"})
    assert inputs["properties"]["pregnant"]["anyOf"][:2] == [
        {"type": "boolean"},
        {"type": "string", "const": "unknown"},
    ]
    assert "improving" in inputs["properties"]["course"]["anyOf"][0]["enum"]
    assert inputs["properties"]["imaging_done"]["anyOf"][0]["items"]["enum"][0] == "xray"


def test_a_number_may_come_with_its_unit_and_no_other(client: Client) -> None:
    described = client.get("/openapi.json").json()["paths"]["/api/ask"]["post"]["requestBody"]
    facts = described["content"]["application/json"]["schema"]["properties"]["case"]
    quantity = facts["properties"]["symptom_months"]["anyOf"][1]
    assert quantity["properties"]["unit"] == {"type": "string", "const": "months"}
    assert quantity["required"] == ["value", "unit"]


def test_the_description_names_the_audiences(client: Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in ("/api/ask", "/api/plan"):
        body = paths[path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert {"patient", "surgeon"} <= set(body["properties"]["audience"]["enum"])


def test_the_description_gives_every_reply_a_shape(client: Client) -> None:
    described = client.get("/openapi.json").json()
    for path in ("/api/ask", "/api/plan"):
        reply = described["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
        name = reply["$ref"].rpartition("/")[2]
        assert len(described["components"]["schemas"][name]["properties"]) > 5


def test_pages_are_no_part_of_the_description(client: Client) -> None:
    assert all(path.startswith(("/api/", "/health")) for path in client.get("/openapi.json").json()["paths"])
