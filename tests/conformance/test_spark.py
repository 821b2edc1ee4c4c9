"""Spark says what the reference says: of the cases of every operator, of drawn rules, and of the whole pathway.

It takes a minute and needs Java, so it runs where it is asked for: `make spark`.
"""

import os
import random
from functools import partial

import pytest
from tests.generative.agree import disagreements, draw_patients, draw_rules
from tests.generative.engines import run_rules, spark_started
from tests.generative.grid import Grid, grids
from tests.generative.runners import Runner, run_evaluate
from tests.spec.test_operators import SPECS, Spec, expected, told
from tests.unit.knowledge import FACTS, PATHWAY
from tests.unit.plan.test_as_sql import QUERIES, planned, run

from isthmus.pathway import CaseFeature

if not os.environ.get("ISTHMUS_SPARK"):
    pytest.skip("Spark runs where it is asked for: make spark", allow_module_level=True)

RULES, PATIENTS, AT_ONCE = draw_rules(200, start=3), draw_patients(50, start=3), 10


@pytest.fixture(scope="module", params=["true", "false"], ids=["strict", "lenient"])
def spark(request: pytest.FixtureRequest) -> Runner:
    """Give Spark as it is from version 4, which fails where a number is too large, and as it was, which gives null."""
    spark_started().conf.set("spark.sql.ansi.enabled", request.param)
    return partial(run_rules, "spark")


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS.keys())
def test_an_operator_means_what_its_cases_say(spark: Runner, spec: Spec) -> None:
    assert told(spec, spark) == expected(spec)


@pytest.mark.parametrize("start", range(0, len(RULES), AT_ONCE))
def test_drawn_rules_come_to_what_the_reference_says(spark: Runner, start: int) -> None:
    runners = {"evaluate": run_evaluate, "spark": spark}
    found = next(disagreements(runners, RULES[start : start + AT_ONCE], PATIENTS), None)
    assert found is None, str(found)


@pytest.mark.parametrize(
    "grid", [grid for grid in grids() if grid.name in PATHWAY.definitions], ids=lambda grid: grid.name
)
def test_every_cell_of_a_definition_is_what_the_reference_says(spark: Runner, grid: Grid) -> None:
    runners = {"evaluate": run_evaluate, "spark": spark}
    assert not list(disagreements(runners, [grid.rule], grid.cells(), grid.scope))


@pytest.mark.usefixtures("spark")
def test_the_pathway_decides_as_the_reference_does() -> None:
    chance = random.Random(0)  # noqa: S311 - patients, not secrets
    drawn = [{str(item.name): fact(item, chance) for item in PATHWAY.features.values()} for _ in range(300)]
    people = [*FACTS.values(), *drawn]
    assert run(QUERIES["spark"], "spark", people) == [planned(at, facts) for at, facts in enumerate(people)]


def fact(feature: CaseFeature, chance: random.Random) -> object:
    """Draw a fact; a third are not known, but danger signs are known and rare enough for every row to be met."""
    if chance.random() < (0.02 if feature.red_flag else 1 / 3):
        return None
    match feature.type:
        case "boolean":
            return chance.random() < (0.02 if feature.red_flag else 0.5)
        case "choice":
            return chance.choice(feature.choices).value
        case "choices":
            return [choice.value for choice in feature.choices if chance.random() < 1 / 2]
    return chance.randint(int(feature.low or 0), int(feature.high or 0))
