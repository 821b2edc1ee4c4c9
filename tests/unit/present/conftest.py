"""The built-in condition, loaded once for all tests of what readers are shown."""

from datetime import date

import pytest
from tests.built_in import built_in_condition, built_in_handbook
from tests.unit.guide.small import BASIS, write

from isthmus.condition import Condition, Handbook, load_worked_cases
from isthmus.guide import GuideBook
from isthmus.guide.load import load_guide_book
from isthmus.pathway import WorkedCase

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def condition() -> Condition:
    return built_in_condition()


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


@pytest.fixture(scope="session")
def small_book(tmp_path_factory: pytest.TempPathFactory) -> GuideBook:
    return load_guide_book(write(tmp_path_factory.mktemp("knowledge")))


@pytest.fixture(scope="session")
def handbook(small_book: GuideBook) -> Handbook:
    """A small handbook with two readers and one procedure."""
    return Handbook("A condition", "Not reviewed.", small_book, BASIS)


@pytest.fixture(scope="session")
def whole() -> Handbook:
    """All that readers are told of the built-in condition."""
    return built_in_handbook()
