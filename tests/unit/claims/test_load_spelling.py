from pathlib import Path

import pytest
from tests.unit.claims.test_load_lexicon import SMALL, sets_of

from isthmus.claims import Spelling
from isthmus.claims.load_lexicon import load_lexicon
from isthmus.claims.load_spelling import load_spelling
from isthmus.errors import KnowledgeError


def load(folder: Path, text: str, *more: str) -> Spelling:
    (folder / "lexicon.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "spelling.yaml").write_text(text, encoding="utf-8")
    read = sets_of(leg=["leg", "swell*", "x*"])
    lexicon = load_lexicon(folder / "lexicon.yaml", read)
    texts = ["The bone heals.", "Which fractures heal?", "Do fractures heal with a brace?", *more]
    return load_spelling(folder / "spelling.yaml", read, lexicon, texts, name="spelling.yaml")


def test_words_to_listen_for_and_words_that_are_no_slips_are_gathered(tmp_path: Path) -> None:
    spelling = load(tmp_path, "listened_for: numb groin l5\nwords: number grain\n")
    assert spelling.meant == {"numb", "groin", "teenager"}
    assert {"number", "grain", "leg", "knee", "corset", "what", "fractures"} <= spelling.known


def test_usual_words_and_those_of_wordings_are_what_people_ask_with(tmp_path: Path) -> None:
    spelling = load(tmp_path, "listened_for: numb\nwords: number\n")
    assert spelling.asked["fractures"] == 2
    assert "treatment" in spelling.asked
    assert spelling.asked.keys().isdisjoint({"heals", "which", "bone", "heal", "leg"})  # once, or too short


def test_what_a_single_text_holds_may_itself_be_a_slip(tmp_path: Path) -> None:
    spelling = load(tmp_path, "listened_for: fractures\nwords: number\n", "Do fracturse heal?")
    assert spelling.slips("my fracturse") == {"fracturse": "fractures"}


def test_what_is_short_about_this_condition_is_written_out(tmp_path: Path) -> None:
    spelling = load(tmp_path, "listened_for: numb\nwords: number\nshort_for:\n  pars inj: pars injection\n")
    assert spelling.corrected("pars inj w/o brace") == "pars injection w/o brace"


def test_a_file_of_another_shape_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path, "listened_for: numb\n")
    assert [str(fault) for fault in caught.value.faults] == ["spelling.yaml:1: `words` is missing. Add it."]
