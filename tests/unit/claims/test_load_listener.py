import shutil
from pathlib import Path

import pytest
from tests.unit.claims.test_load_lexicon import sets_of

from isthmus.claims.load_listener import load_listener
from isthmus.condition import built_in_knowledge, load_condition
from isthmus.errors import KnowledgeError

SMALL = """\
bar: 0.6
step: 0.5
danger:
  start: -2
  levels:
    6: numb groin
    -4: >-
      no_numb
haste: {start: 0, levels: {2: numb}}
"""


def test_what_a_listener_was_taught_is_read_in_steps(tmp_path: Path) -> None:
    (tmp_path / "alarms.yaml").write_text(SMALL, encoding="utf-8")
    listener = load_listener(tmp_path / "alarms.yaml", sets_of(leg=["leg", "foot"]))
    assert listener is not None
    assert list(listener.sets) == ["leg"]
    assert (listener.bar, listener.danger.start, listener.haste.start) == (0.6, -1.0, 0.0)
    assert listener.danger.weights == {"numb": 3.0, "groin": 3.0, "no_numb": -2.0}
    assert listener.haste.weights == {"numb": 1.0}


def test_a_condition_without_the_file_has_no_listener(tmp_path: Path) -> None:
    assert load_listener(tmp_path / "alarms.yaml", sets_of()) is None


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("bar: 0.6", "bar: 1.5", "1"),
        ("6: numb", "six: numb", "6"),
        ("start: -2", "start: low", "4"),
        ("haste", "hurry", "9"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, place: str) -> None:
    path = tmp_path / "alarms.yaml"
    path.write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_listener(path, sets_of(), name="alarms.yaml")
    assert any(str(fault).startswith(f"alarms.yaml:{place}") for fault in caught.value.faults), caught.value.faults


def test_a_listener_is_of_no_use_where_nothing_says_what_is_done(tmp_path: Path) -> None:
    copied = shutil.copytree(built_in_knowledge(), tmp_path / "knowledge")
    watches = copied / "conditions" / "pars-defect" / "watches.yaml"
    before, _, after = watches.read_text(encoding="utf-8").partition("\nheard:\n")
    watches.write_text(f"{before}\nno_answer:{after.partition('no_answer:')[2]}", encoding="utf-8")
    with pytest.raises(
        KnowledgeError, match="watches.yaml: It does not say what is done when danger is heard. Add `heard`"
    ):
        load_condition("pars-defect", knowledge=copied)
