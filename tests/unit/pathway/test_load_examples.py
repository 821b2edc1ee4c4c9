from pathlib import Path

import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.errors import KnowledgeError
from isthmus.pathway.load_examples import load_examples


def folder_with(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "knowledge" / "conditions" / "small"
    folder.mkdir(parents=True)
    (folder / "examples.yaml").write_text(text, encoding="utf-8")
    return folder


def test_an_example_has_a_title_for_each_register_and_facts(tmp_path: Path) -> None:
    text = "examples:\n  - {id: a, title: {plain: Ann., clinical: A.}, facts: {age_years: 16, course: null}}\n"
    (example,) = load_examples(folder_with(tmp_path, text), PATHWAY)
    assert (example.id, dict(example.title)) == ("a", {"plain": "Ann.", "clinical": "A."})
    assert dict(example.facts) == {"age_years": 16, "course": None}


def test_a_fact_that_is_none_is_told_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    text = "examples:\n  - id: a\n    title: {plain: Ann., clinical: A.}\n    facts:\n      age_yars: 16\n"
    with pytest.raises(KnowledgeError, match=r"examples\.yaml:5.*Did you mean `age_years`"):
        load_examples(folder_with(tmp_path, text), PATHWAY)


def test_a_condition_need_not_have_examples(tmp_path: Path) -> None:
    assert load_examples(tmp_path, PATHWAY) == ()
