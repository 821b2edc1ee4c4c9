from pathlib import Path

import pytest
from pydantic import BaseModel

from isthmus.errors import KnowledgeError
from isthmus.pathway.load_files import Files


class Name(BaseModel):
    name: str


def test_a_file_is_read_into_its_shape_and_keeps_its_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("name: x\n", encoding="utf-8")
    files = Files(tmp_path)
    made, document = files.read(tmp_path / "a.yaml", Name)
    files.refuse_faults()
    assert (made, document.where(("name",))) == (Name(name="x"), "a.yaml:1")


def test_the_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("nome: x\n", encoding="utf-8")
    files = Files(tmp_path)
    files.read(tmp_path / "a.yaml", Name)
    files.read(tmp_path / "b.yaml", Name)
    with pytest.raises(KnowledgeError) as caught:
        files.refuse_faults()
    assert {fault.where.partition(":")[0] for fault in caught.value.faults} == {"a.yaml", "b.yaml"}
