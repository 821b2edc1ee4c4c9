from fastapi import FastAPI

from isthmus.web.described import Endpoint, describe


def of(app: FastAPI) -> dict[str, Endpoint]:
    return {f"{one.method} {one.path}": one for one in describe(app.openapi()).endpoints}


def test_every_endpoint_is_described(app: FastAPI) -> None:
    described = app.openapi()["paths"]
    addresses = {f"{method.upper()} {path}" for path, methods in described.items() for method in methods}
    assert set(of(app)) == addresses
    assert all(one.title for one in of(app).values())
    assert len({one.id for one in of(app).values()}) == len(addresses)


def test_fields_tell_their_type_and_whether_they_must_be_there(app: FastAPI) -> None:
    taken = of(app)["POST /api/ask"].takes
    assert taken is not None
    fields = {member.name: member for member in taken.members}
    assert (fields["question"].type, fields["question"].required) == ("string", True)
    assert (fields["thread"].type, fields["thread"].required) == ("list of string", False)
    assert fields["today"].type == "date or null"
    assert fields["audience"].says.startswith("For whom")


def test_an_object_described_where_it_stands_tells_its_fields(app: FastAPI) -> None:
    taken = of(app)["POST /api/plan"].takes
    assert taken is not None
    inputs = next(member for member in taken.members if member.name == "inputs")
    held = {member.name: member for member in inputs.holds}
    assert held["age_years"].type == "number or object or string or null"  # also with its unit, or `unknown`
    assert held["rf_night_pain"].type == "boolean or null"


def test_what_is_given_is_a_shape_or_a_kind_of_text(app: FastAPI) -> None:
    described = describe(app.openapi())
    shapes = {shape.name: shape for shape in described.shapes}
    assert of(app)["POST /api/plan"].gives in shapes
    assert of(app)["GET /api/documents/{name}"].gives == "text/plain"
    (name,) = of(app)["GET /api/documents/{name}"].parameters
    assert (name.name, name.type, name.required) == ("name", "string", True)


def test_every_shape_that_is_named_is_there(app: FastAPI) -> None:
    described = describe(app.openapi())
    shapes = {shape.name for shape in described.shapes}
    named = {name for shape in described.shapes for member in shape.members for name in member.shapes}
    assert named <= shapes
    assert len(named) > 0
