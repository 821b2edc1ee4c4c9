"""The heading of a condition is read without its pathway."""

from pathlib import Path

import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.condition import built_in_knowledge
from isthmus.errors import KnowledgeError
from isthmus.pathway.load_heading import load_heading


def test_the_title_and_the_notice_are_those_of_the_pathway() -> None:
    folder = built_in_knowledge() / "conditions" / PATHWAY.condition
    assert load_heading(folder) == (PATHWAY.title, PATHWAY.notice)


def test_a_fault_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "condition.yaml").write_text("slug: small\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="condition.yaml"):
        load_heading(tmp_path)
