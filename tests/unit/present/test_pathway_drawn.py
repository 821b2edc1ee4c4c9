from dataclasses import replace
from types import MappingProxyType

import pytest

from isthmus.condition import Condition
from isthmus.pathway import Pathway, Stage
from isthmus.present.pathway_drawn import PathwayDrawn, draw_pathway
from isthmus.terms import AudienceId, StageId

PATIENT, SURGEON = AudienceId("patient"), AudienceId("surgeon")


def drawn(pathway: Pathway, stage: str, audience: AudienceId = PATIENT) -> PathwayDrawn:
    made = draw_pathway(pathway, StageId(stage), audience)
    assert made is not None
    return made


def of_stages(pathway: Pathway, *stages: Stage) -> Pathway:
    return replace(pathway, stages=MappingProxyType({stage.id: stage for stage in stages}))


def test_every_stage_is_a_station_the_way_out_or_a_pause(condition: Condition) -> None:
    made = drawn(condition.pathway, "first-line")
    assert len(made.stations) == 7
    assert made.way_out is not None
    assert len({(station.x, station.y) for station in (*made.stations, made.way_out)}) == 8


def test_a_station_is_titled_in_the_words_of_the_reader(condition: Condition) -> None:
    titles = [drawn(condition.pathway, "first-line", reader).stations[2].title for reader in (PATIENT, SURGEON)]
    assert titles == ["Care without surgery", "First-line care"]


@pytest.mark.parametrize(
    ("stage", "past"),
    [
        ("safety", []),
        ("finding-out", ["safety"]),
        ("first-line", ["safety", "finding-out"]),
        ("third-line", ["safety", "finding-out"]),
        ("surgery", ["safety", "finding-out", "third-line"]),
        ("return", ["safety", "finding-out"]),
        ("outside", ["safety", "finding-out"]),
        ("questions", []),
    ],
)
def test_only_what_everybody_passed_on_the_way_is_past(stage: str, past: list[str], condition: Condition) -> None:
    made = drawn(condition.pathway, stage)
    stations = [*made.stations, made.way_out]
    assert [each.id for each in stations if each and each.state == "past"] == past
    assert [each.id for each in stations if each and each.state == "here"] == ([] if stage == "questions" else [stage])
    assert [line.past for line in made.lines].count(True) <= len(past)


def test_a_thick_line_leads_to_the_place_where_there_is_no_other_way(condition: Condition) -> None:
    first, second = (line.d for line in drawn(condition.pathway, "first-line").lines if line.past)
    assert (first, second) == ("M90 92H280", "M280 92H470")


def test_a_pause_says_that_no_place_is_known_yet(condition: Condition) -> None:
    assert drawn(condition.pathway, "questions").pause == "More to know first"
    assert drawn(condition.pathway, "safety").pause is None


def test_every_plan_of_the_pathway_has_a_place_or_a_pause(condition: Condition) -> None:
    for action in condition.pathway.actions.values():
        made = drawn(condition.pathway, action.stage)
        stations = [*made.stations, made.way_out]
        assert (made.pause is not None) != any(each and each.state == "here" for each in stations)


def test_a_line_without_shortcuts_or_way_out_can_be_drawn(condition: Condition) -> None:
    a, b = Stage(StageId("a"), "A"), Stage(StageId("b"), "A longer title that is broken", after=(StageId("a"),))
    made = drawn(of_stages(condition.pathway, a, b), "b")
    assert (made.way_out, made.way_out_line, made.stations[1].lines) == (None, "", ("A longer title that is", "broken"))
    assert all(line.d for line in made.lines)


def test_without_two_stations_there_is_no_line(condition: Condition) -> None:
    alone = of_stages(condition.pathway, Stage(StageId("a"), "A"))
    assert draw_pathway(alone, StageId("a"), PATIENT) is None
