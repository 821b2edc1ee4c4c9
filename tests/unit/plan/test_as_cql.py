import re
from dataclasses import replace
from types import MappingProxyType
from typing import get_args

import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.pathway import FeatureType
from isthmus.plan.as_cql import CQL_TYPES, definition_names, libraries, pathway_as_cql
from isthmus.rules.text.parse import parse

TEXTS = pathway_as_cql(PATHWAY)
ELEMENTS, LOGIC = TEXTS.values()
NAMES = definition_names(PATHWAY)


def defined(name: str, text: str = LOGIC) -> str:
    """Find what a name is defined as, on one line."""
    written = name if re.fullmatch(r"\w+", name) else f'"{name}"'
    found = re.search(rf"^define {re.escape(written)}:(.+?)(?:\n\n|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert found, name
    return " ".join(found[1].split())


def test_the_elements_and_the_logic_are_two_libraries() -> None:
    assert libraries(PATHWAY) == ("ParsDefectElements", "ParsDefectLogic")
    assert list(TEXTS) == ["ParsDefectElements.cql", "ParsDefectLogic.cql"]
    assert "library ParsDefectElements version '0.1'\n" in ELEMENTS
    assert "include ParsDefectElements version '0.1' called Elements\n" in LOGIC


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_library_says_what_it_is_and_is_not(text: str) -> None:
    head = " ".join(text.partition("\nlibrary ")[0].replace("//", "").split())
    assert PATHWAY.notice in head
    assert f"version 0.1, {PATHWAY.review_status}" in head
    assert PATHWAY.sha256 in head


def test_a_case_feature_is_a_parameter_of_its_type() -> None:
    types = dict(re.findall(r"^parameter (\w+) (.+)$", ELEMENTS, flags=re.MULTILINE))
    assert types == {name: CQL_TYPES[feature.type] for name, feature in PATHWAY.features.items()}


def test_every_type_of_case_feature_has_a_type_in_cql() -> None:
    assert set(CQL_TYPES) == set(get_args(FeatureType))


def test_every_rule_reads_back_as_the_tree_it_was_written_from() -> None:
    rules = {NAMES[name]: item.rule for name, item in PATHWAY.definitions.items()}
    rules |= {f"row {item.row}": item.when for item in PATHWAY.recommendations}
    rules |= {f"phase {item.id}": item.when for item in PATHWAY.phases}
    rules |= {f"flag {item.id}": item.when for item in PATHWAY.flags}
    for name, rule in rules.items():
        text = re.sub(r'Elements\.|"definition (\w+)"', r"\1", defined(name))
        assert parse(text) == rule.tree, name


def test_a_threshold_keeps_its_number_and_says_what_it_is() -> None:
    assert defined("wait_image_adult") == "1.5"
    assert "// Under this age a person is treated as young. (years)\ndefine youth_age: 18\n" in LOGIC


def test_the_first_row_that_is_true_decides() -> None:
    whens = re.findall(r"when \"row (\w+)\" is true then '(\w+)'", defined("row"))
    assert whens == [(row.row, row.row) for row in PATHWAY.recommendations]
    assert defined("row").endswith("else null end")


def test_a_row_leads_to_its_action_and_its_detail() -> None:
    assert "when 'R30' then 'consider-injection'" in defined("action")
    assert "when 'R11' then \"detail R11\"" in defined("detail")
    assert "if Elements.age_years is null then 'age_years' else null" in defined("detail R11")
    assert "if (Elements.weeks_after_surgery < 2) is true then 'PO1' else null" in defined("detail R12")


def test_what_an_action_requires_is_defined() -> None:
    assert defined("requirement consider-injection").startswith("second_line_window and Elements.conservative_adequate")


def test_a_name_that_is_also_said_in_quotes_is_told_apart() -> None:
    assert {name: told for name, told in NAMES.items() if name != told} == {
        "suspected": "definition suspected",
        "instability": "definition instability",
    }
    assert defined("row R19f") == '"definition suspected"'


def test_a_name_of_the_logic_itself_is_told_apart() -> None:
    taken = replace(PATHWAY.definitions["young"], name="flags")
    pathway = replace(PATHWAY, definitions=MappingProxyType({**PATHWAY.definitions, "flags": taken}))
    assert definition_names(pathway)["flags"] == "definition flags"
    _, logic = pathway_as_cql(pathway).values()
    assert defined("definition flags", logic) == "Elements.age_years < youth_age"


def test_a_pathway_without_details_or_flags_still_has_both() -> None:
    rows = tuple(replace(row, details=()) for row in PATHWAY.recommendations)
    _, logic = pathway_as_cql(replace(PATHWAY, recommendations=rows, flags=())).values()
    assert defined("detail", logic) == "List<String>{}"
    assert defined("flags", logic) == "named(List<String>{ })"


def test_lines_are_short_and_never_end_within_quotes() -> None:
    lines = [line for line in LOGIC.splitlines() if not line.startswith("//")]
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line.count("'") % 2] == []
