from collections.abc import Mapping
from datetime import date

from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.pathway import Sentence
from isthmus.plan import Plan, Weighed, apply, read_patient
from isthmus.terms import AudienceId


def planned(facts: Mapping[str, object], audience: str = "patient") -> Plan:
    return apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId(audience), today=date(2026, 11, 21))


def open_in(option: Weighed) -> tuple[Sentence, ...]:
    return (*option.could_speak_for, *option.could_speak_against)


def test_a_talk_lays_its_options_side_by_side_in_the_reader_s_register() -> None:
    talks = [plan for plan in (planned(facts) for facts in FACTS.values()) if plan.options]
    assert {plan.action for plan in talks} == set(PATHWAY.options)
    for plan in talks:
        assert [option.id for option in plan.options] == [option.id for option in PATHWAY.options[plan.action]]
        said = {
            sentence
            for option in PATHWAY.options[plan.action]
            for reason in (*option.reasons_for, *option.reasons_against)
            for sentence in [reason.says["plain"]]
        }
        shown = {sentence for option in plan.options for sentence in option.says}
        assert shown <= said


def test_what_is_not_known_speaks_neither_for_nor_against() -> None:
    facts = next(facts for facts in FACTS.values() if planned(facts).options)
    known, less = planned({**facts, "smoker": True}), planned({**facts, "smoker": None})
    smoking = {said for option in less.options for said in open_in(option)} - {
        said for option in known.options for said in open_in(option)
    }
    assert not any(said in (*option.speaks_for, *option.speaks_against) for option in less.options for said in smoking)
    assert smoking


def test_an_action_that_is_no_talk_has_no_options() -> None:
    assert planned(FACTS["foot-drop"]).options == ()
