from pathlib import Path

import pytest

from isthmus.claims.load_shorthand import load_shorthand
from isthmus.condition import built_in_knowledge
from isthmus.errors import KnowledgeError


def test_what_is_short_is_written_out_and_courtesies_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "shorthand.yaml"
    file.write_text("short_for:\n  N/52: N weeks\ncourtesies: [hello, many thanks]\n", encoding="utf-8")
    assert load_shorthand(file).written_out("Hello 6/52 many thanks").split() == ["6", "weeks"]


def test_nothing_is_short_where_it_was_not_written(tmp_path: Path) -> None:
    assert load_shorthand(tmp_path / "shorthand.yaml").written_out("6/52") == "6/52"


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "shorthand.yaml"
    file.write_text("short_for:\n  hx: history\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_shorthand(file, name="shorthand.yaml")
    assert [str(fault) for fault in caught.value.faults] == ["shorthand.yaml:1: `courtesies` is missing. Add it."]


def test_what_is_short_for_nothing_is_never_so_before_a_word(tmp_path: Path) -> None:
    file = tmp_path / "shorthand.yaml"
    file.write_text("short_for: {NM: N men}\nnot_before: {NM: [tall], NF: [tall]}\ncourtesies: []\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_shorthand(file, name="shorthand.yaml")
    assert [str(fault) for fault in caught.value.faults] == [
        "shorthand.yaml:2: `NF` is short for nothing. Add it to `short_for`, or take it out."
    ]


@pytest.mark.parametrize("said", ["neuro nad, slr neg", "the bone juts out", "i am a cna"])
def test_what_is_a_word_or_shorthand_of_its_own_is_no_slip_of_another(said: str) -> None:
    written = load_shorthand(built_in_knowledge() / "shorthand.yaml").written_out(said).split()
    assert {"and", "just", "can"}.isdisjoint(written)
