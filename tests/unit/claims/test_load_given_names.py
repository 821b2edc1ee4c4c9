from pathlib import Path

import pytest

from isthmus.claims.load_given_names import load_given_names
from isthmus.condition import built_in_knowledge
from isthmus.errors import KnowledgeError


def test_the_places_of_names_are_read() -> None:
    names = load_given_names(built_in_knowledge() / "given_names.yaml")
    assert names.read("My son Milo has a slip.") == "My son has a slip."


def test_nobody_is_named_where_nothing_was_written(tmp_path: Path) -> None:
    assert load_given_names(tmp_path / "given_names.yaml").names_in("My son Milo has a slip.") == ()


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "given_names.yaml"
    file.write_text("kin: []\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"given_names\.yaml"):
        load_given_names(file, name="given_names.yaml")
