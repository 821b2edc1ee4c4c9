from fastapi import FastAPI
from httpx import Client

from isthmus.web.api.problem import PROBLEMS


def test_every_endpoint_describes_its_errors_as_problem_details(app: FastAPI) -> None:
    operations = [operation for path in app.openapi()["paths"].values() for operation in path.values()]
    assert len(operations) > 3
    for operation in operations:
        for status in PROBLEMS:
            assert operation["responses"][status]["content"] == {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}
            }


def test_a_problem_has_the_shape_that_is_described(client: Client) -> None:
    described = client.get("/openapi.json").json()["components"]["schemas"]["ProblemDetails"]
    problem = client.post("/api/plan", json={"inputs": {"age_years": "old"}})
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json().keys() == described["properties"].keys()
