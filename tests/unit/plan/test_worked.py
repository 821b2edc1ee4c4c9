from dataclasses import replace
from datetime import date

from tests.unit.knowledge import CASES, PATHWAY

from isthmus.plan import run_cases
from isthmus.terms import ActionId, FlagId, RowId

TODAY = date(2026, 11, 21)


def missed(**changes: object) -> str:
    case = next(case for case in CASES if case.id == "exactly-30")
    (miss,) = run_cases(PATHWAY, [replace(case, **changes)], today=TODAY)  # type: ignore[arg-type]  # by name
    return miss.what


def test_every_worked_patient_gets_the_plan_they_must() -> None:
    assert run_cases(PATHWAY, CASES, today=TODAY) == ()


def test_a_worked_patient_who_gets_another_plan_is_reported() -> None:
    assert missed(row=RowId("R35")) == (
        "gets R36 discuss-surgery-individually [], not R35 discuss-surgery-individually []"
    )
    assert missed(flags_at_least=(FlagId("quit-smoking"),)) == "lacks the flag quit-smoking"
    assert missed(flags=(FlagId("quit-smoking"),)) == ("raises the flags [second-line-not-tried], not [quit-smoking]")
    forbidden = ActionId("discuss-surgery-individually")
    assert missed(forbidden_actions=(forbidden,)) == f"gets {forbidden}, which is forbidden for them"
    assert missed(facts={"age_years": -1}) == "cannot be read (`age_years` is out of range.)"
