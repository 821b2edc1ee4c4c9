from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given as drawn
from hypothesis import settings
from tests.generative.test_pathway import anybody
from tests.unit.knowledge import PATHWAY

from isthmus.pathway.proofs.encode import differ, encode, in_range, patients
from isthmus.plan import apply, read_patient
from isthmus.rules.proof.solver import Solver
from isthmus.rules.proof.symbol import given, settled
from isthmus.terms import AudienceId

SYMBOLS = patients(PATHWAY)
ENCODING = encode(PATHWAY, SYMBOLS)


@settings(max_examples=60, deadline=None)
@drawn(anybody)
def test_the_solver_plans_for_anybody_as_the_reference_does(facts: Mapping[str, Any]) -> None:
    plan = apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId("patient"), today=date(2026, 11, 21))
    case = given(SYMBOLS, {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()})
    assert [row for row, fires in ENCODING.rows.items() if settled(fires, case)] == [plan.row]
    assert [word for word, named in ENCODING.details[plan.row].items() if settled(named, case)] == list(plan.detail)
    assert [flag for flag, raised in ENCODING.flags.items() if settled(raised, case)] == list(plan.flags)


def test_numbers_stay_in_their_range() -> None:
    solver = Solver(SYMBOLS, in_range(PATHWAY, SYMBOLS).values())
    age = SYMBOLS["age_years"].term
    assert not solver.reachable(age.value < 0)


def test_a_pathway_does_not_differ_from_itself() -> None:
    outcome = ENCODING.outcome()
    assert "discuss-repair" in outcome
    assert "ask-missing imaging_done" in outcome
    assert "flag quit-smoking" in outcome
    assert differ(outcome.values(), encode(PATHWAY, SYMBOLS).outcome().values()) is False
