"""The built-in condition, loaded once for all tests of what readers are shown."""

from datetime import date

import pytest

from isthmus.condition import Condition, load_condition, load_worked_cases
from isthmus.pathway import WorkedCase

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def condition() -> Condition:
    return load_condition("pars-defect")


@pytest.fixture(scope="session")
def cases(condition: Condition) -> tuple[WorkedCase, ...]:
    return load_worked_cases(condition)


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def safe(condition: Condition) -> dict[str, object]:
    """Every danger sign answered with no."""
    return {name: False for name, feature in condition.pathway.features.items() if feature.red_flag}
