"""On the null grid of the pathway every backend says what the reference says: definitions whole, the rest in part."""

from decimal import Decimal

import pytest
from tests.generative.agree import disagreements
from tests.generative.grid import MOST, Grid, grids
from tests.generative.runners import RUNNERS, run_evaluate
from tests.unit.knowledge import PATHWAY

from isthmus.pathway import contradiction_name

GRIDS = {grid.name: grid for grid in grids()}
NAMED = [*PATHWAY.definitions, *(contradiction_name(item.id) for item in PATHWAY.contradictions)]
PART = 17
"""Of rows and flags one cell in so many is tried here, and every one by `make agree`."""


@pytest.mark.parametrize("backend", list(RUNNERS)[1:])
@pytest.mark.parametrize(
    ("names", "every"), [(NAMED, 1), ([name for name in GRIDS if name not in NAMED], PART)], ids=["definitions", "rest"]
)
def test_a_backend_agrees_with_the_reference_on_every_cell(names: list[str], every: int, backend: str) -> None:
    two = {"evaluate": run_evaluate, backend: RUNNERS[backend]}
    for name in names:
        found = next(disagreements(two, [GRIDS[name].rule], GRIDS[name].cells(every), GRIDS[name].scope), None)
        assert found is None, f"{name}: {found}"


@pytest.mark.parametrize("name", NAMED)
def test_the_grid_of_a_definition_meets_everything_it_can_come_to(name: str) -> None:
    grid = GRIDS[name]
    met = {answer for (answer,) in run_evaluate([grid.rule], grid.scope, grid.cells())}
    assert met == ({None, *range(6)} if name == "meyerding_grade" else {None, True, False})


def test_the_grid_has_the_threshold_its_neighbours_the_ends_of_the_range_and_null() -> None:
    finest = Decimal("0.00000001")
    low, threshold, high = 0, 18, 110
    edges = {low, low + finest, threshold - finest, threshold, threshold + finest, high - finest, high}
    ages = GRIDS["young"].regions["age_years"]
    assert ages[0] is None
    assert edges < set(ages)
    assert [sum(low < age < high for age in ages[1:]) for low, high in ((0, 18), (18, 110))] == [3, 3]


def test_a_rule_with_too_many_cells_is_asked_of_definitions_that_have_grids_of_their_own() -> None:
    assert set(GRIDS["R10"].regions) < set(NAMED)
    assert all(grid.size <= MOST for grid in GRIDS.values())


def test_every_rule_that_depends_on_anything_has_a_grid() -> None:
    rules = [*NAMED, *(row.row for row in PATHWAY.recommendations), *(flag.id for flag in PATHWAY.flags)]
    assert [name for name in rules if name not in GRIDS] == [PATHWAY.recommendations[-1].row]


def test_part_of_a_grid_is_spread_over_it() -> None:
    grid: Grid = GRIDS["instability"]
    assert grid.cells(every=100) == grid.cells()[::100]
