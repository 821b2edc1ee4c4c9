from pathlib import Path

import pytest

from isthmus.claims import Words
from isthmus.claims.load_sets import load_sets
from isthmus.errors import KnowledgeError, MalformedText, UnreadableFile

SMALL = """\
sets:
  leg: [leg, foot]
  limb: [<leg>, arm]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sets.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_sets_are_read_in_their_order_and_may_use_those_before_them(tmp_path: Path) -> None:
    wording = load_sets(written(tmp_path, SMALL)).read("numb <limb>")
    assert wording.found_in(Words.of("a numb foot"))
    assert wording.found_in(Words.of("a numb arm"))


def test_a_set_that_only_joins_may_be_used_and_is_not_listed(tmp_path: Path) -> None:
    reader = load_sets(written(tmp_path, SMALL + "joining:\n  ours: [my, our]\n  own: [<ours>, <limb>]\n"))
    assert list(reader.sets) == ["leg", "limb"]
    assert reader.read("numb & <own>").found_in(Words.of("our foot is numb"))


def test_every_set_that_cannot_be_used_is_told_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL.replace("[leg, foot]", "[leg, (]").replace("arm]", "<hand>]"))
    with pytest.raises(KnowledgeError) as caught:
        load_sets(path, name="sets.yaml")
    assert list(map(str, caught.value.faults)) == [
        "sets.yaml:2: the set `leg` cannot be used: a bracket is not closed. Correct it.",
        "sets.yaml:3: the set `limb` cannot be used: there is no set `leg` before it. Correct it.",
    ]


@pytest.mark.parametrize(("text", "error"), [("a: [", MalformedText), ("a: 1", KnowledgeError), (None, UnreadableFile)])
def test_what_is_no_file_of_sets_is_refused(tmp_path: Path, text: str | None, error: type[Exception]) -> None:
    path = tmp_path / "sets.yaml" if text is None else written(tmp_path, text)
    with pytest.raises(error):
        load_sets(path)
