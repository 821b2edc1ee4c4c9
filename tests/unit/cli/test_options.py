from datetime import date
from pathlib import Path

import pytest

from isthmus.cli.options import load_default_condition, read_day
from isthmus.condition import built_in_knowledge
from isthmus.errors import InvalidOption, UnknownName
from isthmus.settings import Settings


def settings(condition: str | None, knowledge: Path | None = None) -> Settings:
    return Settings(knowledge or built_in_knowledge(), condition, None, "127.0.0.1", 8000)


def test_a_day_is_read_or_is_that_of_the_calendar() -> None:
    assert read_day("2026-11-21") == date(2026, 11, 21)
    assert isinstance(read_day(None), date)
    with pytest.raises(InvalidOption):
        read_day("21.11.2026")


def test_the_condition_is_the_one_that_is_set_or_the_first_there_is() -> None:
    assert load_default_condition(settings(None)).slug == load_default_condition(settings("pars-defect")).slug
    with pytest.raises(UnknownName, match="There is no condition `pars-defects`. Did you mean `pars-defect`"):
        load_default_condition(settings("pars-defects"))


def test_an_empty_knowledge_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="There is no condition"):
        load_default_condition(settings(None, tmp_path))
