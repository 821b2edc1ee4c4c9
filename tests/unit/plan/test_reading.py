from decimal import Decimal

import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.plan import read_patient
from isthmus.plan.reading import Reading
from isthmus.rules import Kind, Rule, Type
from isthmus.rules.text.parse import parse
from isthmus.terms import Truth

READING = Reading(PATHWAY, read_patient(PATHWAY, {"rf_saddle_numb": True, "age_years": 17}))


def test_every_name_of_the_pathway_has_come_to_something() -> None:
    names = {*PATHWAY.features, *PATHWAY.parameters, *PATHWAY.definitions}
    assert names <= READING.values.keys()
    assert len(READING.values) == len(names) + len(PATHWAY.contradictions)
    assert READING.values["age_years"].value == Decimal(17)


def test_a_name_can_be_added() -> None:
    reading = Reading(PATHWAY, read_patient(PATHWAY, {}))
    reading.name("row", "R01")
    assert reading.read(parse("row = 'R01'")).truth is Truth.TRUE


@pytest.mark.parametrize(
    ("text", "holds"), [("rf_saddle_numb", True), ("rf_fever_infection", False), ("not rf_fever_infection", False)]
)
def test_a_rule_holds_only_when_it_is_certainly_true(text: str, holds: bool) -> None:
    assert READING.holds(Rule(text, parse(text), Type(Kind.BOOLEAN))) == holds
