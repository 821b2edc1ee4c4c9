from dataclasses import fields

from tests.unit.knowledge import PATHWAY

from isthmus.errors import Fault
from isthmus.located import Located
from isthmus.pathway.load_rules import RuleReader, scope_of
from isthmus.pathway.load_table import Table
from isthmus.rules import Kind, Type

SCOPE = {"smoker": Type(Kind.BOOLEAN)}


def reader(faults: list[Fault]) -> RuleReader:
    return RuleReader(Located("options.yaml", {}, {(): 1, ("when",): 7}), faults, SCOPE)


def test_a_rule_is_read_with_the_names_in_scope() -> None:
    faults: list[Fault] = []
    assert reader(faults).rule("not smoker", ("when",)).text == "not smoker"
    assert faults == []


def test_a_rule_with_a_fault_is_noted_where_it_stands() -> None:
    faults: list[Fault] = []
    reader(faults).rule("smokes", ("when",))
    (fault,) = faults
    assert fault.where == "options.yaml:7"
    assert "smoker" in fault.remedy


def test_a_name_that_is_not_known_is_noted_with_the_nearest() -> None:
    faults: list[Fault] = []
    reader(faults).known("brace", ["brace", "fusion"], (), "Procedure")
    assert faults == []
    reader(faults).known("brase", ["brace", "fusion"], (), "Procedure")
    assert [str(fault) for fault in faults] == [
        "options.yaml:1: Procedure `brase` does not exist. Did you mean `brace`?"
    ]


def test_the_scope_holds_features_thresholds_definitions_and_contradictions() -> None:
    table = Table(**{part.name: getattr(PATHWAY, part.name) for part in fields(Table)})
    scope = scope_of(table, PATHWAY.features)
    assert {"age_years", "t_surgery", "instability", "contradiction_a"} <= scope.keys()
    assert "row" not in scope
