import shutil
from pathlib import Path

import pytest
from tests.unit.claims.test_load_lexicon import sets_of

from isthmus.claims.load_listener import load_listener
from isthmus.condition import built_in_knowledge, load_condition
from isthmus.errors import KnowledgeError

SMALL = """\
danger: 0.6
request: 0.5
part: 0.7
brief: 0.65
dangers: [emergency]
step: 0.5
brief_request: 0.55
surely_answerable: 0.9
scales:
  emergency:
    start: -2
    levels:
      6: numb groin
      -4: >-
        no_numb
  answerable: {start: 0, levels: {2: numb}}
"""


def test_what_a_listener_was_taught_is_read_in_steps(tmp_path: Path) -> None:
    (tmp_path / "listener.yaml").write_text(SMALL, encoding="utf-8")
    listener = load_listener(tmp_path / "listener.yaml", sets_of(leg=["leg", "foot"]))
    assert listener is not None
    assert list(listener.sets) == ["leg"]
    danger, other = listener.scales["emergency"], listener.scales["answerable"]
    assert (listener.danger, listener.request, listener.part, listener.brief) == (0.6, 0.5, 0.7, 0.65)
    assert (listener.brief_request, listener.surely_answerable) == (0.55, 0.9)
    assert (danger.start, other.start) == (-1.0, 0.0)
    assert (listener.dangers, listener.alone) == (("emergency",), {})
    assert danger.weights == {"numb": 3.0, "groin": 3.0, "no_numb": -2.0}
    assert other.weights == {"numb": 1.0}


def test_a_condition_without_the_file_has_no_listener(tmp_path: Path) -> None:
    assert load_listener(tmp_path / "listener.yaml", sets_of()) is None


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("danger: 0.6", "danger: 1.5", "1"),
        ("request: 0.5", "request: 0", "2"),
        ("part: 0.7", "part: 7", "3"),
        ("brief: 0.65", "brief: 1", "4"),
        ("brief_request: 0.55", "brief_request: 2", "7"),
        ("surely_answerable: 0.9", "surely_answerable: 9", "8"),
        ("6: numb", "six: numb", "13"),
        ("start: -2", "start: low", "11"),
        ("answerable: {", "answered: {", "9: `answerable` is not among them"),
        ("dangers: [emergency]", "alone: {alarm: 0.4}\ndangers: [emergency]", "5: `alarm` is not among the scales"),
        ("[emergency]", "[emergancy]", "5: `emergancy` is not among the scales"),
        ("scales:", "signs:", "9"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, place: str) -> None:
    path = tmp_path / "listener.yaml"
    path.write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_listener(path, sets_of(), name="listener.yaml")
    assert any(str(fault).startswith(f"listener.yaml:{place}") for fault in caught.value.faults), caught.value.faults


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(built_in_knowledge(), tmp_path / "knowledge"))


def test_a_listener_is_of_no_use_where_nothing_says_what_is_done(copied: Path) -> None:
    watches = copied / "conditions" / "pars-defect" / "watches.yaml"
    before, _, after = watches.read_text(encoding="utf-8").partition("\nheard:\n")
    watches.write_text(f"{before}\nno_answer:{after.partition('no_answer:')[2]}", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="watches.yaml: It does not say what is done when `emergency` is heard"):
        load_condition("pars-defect", knowledge=copied)


def test_what_is_heard_as_a_request_is_refused_by_a_watch_of_its_name(copied: Path) -> None:
    taught = copied / "conditions" / "pars-defect" / "listener.yaml"
    taught.write_text(taught.read_text(encoding="utf-8").replace("\n  money:\n", "\n  bills:\n"), encoding="utf-8")
    remedy = "Add `heard`, or a watch of this name that sends to care or abstains"
    with pytest.raises(KnowledgeError, match=f"when `bills` is heard. {remedy}"):
        load_condition("pars-defect", knowledge=copied)
