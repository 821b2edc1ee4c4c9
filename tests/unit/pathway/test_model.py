from tests.unit.knowledge import PATHWAY

from isthmus.pathway import Stage, contradiction_name
from isthmus.terms import StageId


def test_a_contradiction_has_a_name_that_rules_can_write() -> None:
    assert contradiction_name("g") == "contradiction_g"


def test_a_stage_is_titled_in_plain_words_where_it_has_them() -> None:
    stage, bare = Stage(StageId("a"), "First-line care", "Care without surgery"), Stage(StageId("b"), "Surgery")
    assert [stage.in_register("plain"), stage.in_register("clinical")] == ["Care without surgery", "First-line care"]
    assert bare.in_register("plain") == "Surgery"


def test_a_row_of_the_table_is_found_by_its_id() -> None:
    assert [PATHWAY.recommendation(row.row) for row in PATHWAY.recommendations] == list(PATHWAY.recommendations)
