from collections.abc import Callable
from pathlib import Path

import pytest

from isthmus.claims import Lexicon
from isthmus.claims.load_lexicon import load_lexicon
from isthmus.claims.read_wording import WordingReader
from isthmus.errors import KnowledgeError, MalformedText, UnreadableFile

SMALL = """\
condition: [pars defect, crack]
synonyms:
  - [brace, corset]
  - [teenager, teen]
filler: [what is the, of]
elsewhere: [knee]
people: [teenager]
leaning: [this]
topics:
  - {id: definition, title: What it is, asked: [what is], ask: What is it?, then: [bracing], as_stored: true}
  - {id: bracing, title: Braces, asked: [brace*], ask: Does a brace help?, whole: true}
stages:
  - {id: first-line, title: First, topics: [bracing], terms: [brace], marks: [brace*]}
staged:
  - treatment
  - brace* + <leg>
"""
Load = Callable[..., Lexicon]


def sets_of(**sets: list[str]) -> WordingReader:
    reader = WordingReader()
    for name, entries in sets.items():
        reader.define(name, entries)
    return reader


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(text: str = SMALL) -> Lexicon:
        path = tmp_path / "lexicon.yaml"
        path.write_text(text, encoding="utf-8")
        return load_lexicon(path, sets_of(leg=["leg", "foot"]))

    return write_and_load


def faults_of(load: Load, text: str) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load(text)
    return [str(fault).partition("lexicon.yaml:")[2] for fault in caught.value.faults]


def test_every_part_of_a_lexicon_is_read(load: Load) -> None:
    lexicon = load()
    assert lexicon.condition.words == ("pars defect", "crack")
    assert [row.words for row in lexicon.synonyms] == [("brace", "corset"), ("teenager", "teen")]
    assert lexicon.filler == {"what", "is", "the", "of"}
    assert (lexicon.elsewhere, lexicon.people) == (("knee",), ("teenager",))
    assert lexicon.leaning == {"this"}
    assert [(topic.id, topic.ask, topic.then) for topic in lexicon.topics] == [
        ("definition", "What is it?", ("bracing",)),
        ("bracing", "Does a brace help?", ()),
    ]
    assert [topic.whole for topic in lexicon.topics] == [False, True]
    assert (lexicon.stages[0].topics, lexicon.stages[0].terms) == (("bracing",), ("brace",))
    assert [wording.text for wording in lexicon.staged] == ["treatment", "brace* + <leg>"]


def test_other_illnesses_and_parts_of_the_body_lie_elsewhere(load: Load) -> None:
    more = "illnesses: [gout]\nbody_parts: [hip]\nothers: [disc & bulg*]\nown: [pars defect]\nremedies: [laser]\n"
    lexicon = load(SMALL + more)
    assert lexicon.elsewhere == ("knee", "gout", "hip", "laser")
    assert (lexicon.illnesses, lexicon.body_parts, lexicon.own) == (("gout",), ("hip",), ("pars defect",))
    assert [wording.text for wording in lexicon.others] == ["disc & bulg*"]


@pytest.mark.parametrize(
    ("was", "becomes", "faults"),
    [
        (
            "staged:\n  - treatment\n  - brace* + <leg>\n",
            "staged: []\n",
            ["`staged`: list should have at least 1 item after validation, not 0"],
        ),
        ("people: [teenager]\n", "", ["`people` is missing. Add it."]),
        ("people: [teenager]", "people: [teenagers]", ["7: `teenagers` does not exist. Did you mean `teenager`?"]),
        ("then: [bracing]", "then: [braces]", ["10: `braces` does not exist. Did you mean `bracing`?"]),
        ("topics: [bracing]", "topics: [nothing]", ["13: `nothing` does not exist. Remove it."]),
        ("id: bracing,", "id: definition,", ["11: `definition` is given twice. Rename one.", "13: ", "10: "]),
        ("<leg>", "<arm>", ["16: the wording `brace* + <arm>` cannot be used: there is no set `arm` before it."]),
        ("[teenager, teen]", "[teenager, corset]", ["4: `corset` stands in another row of synonyms. Keep one."]),
        ("[teenager, teen]", "[teenager, '?']", ["4: `?` holds no word. Remove it."]),
        ("elsewhere: [knee]", "elsewhere: [crack]", ["6: `crack` stands in another row of synonyms. Keep one."]),
    ],
)
def test_a_fault_is_told_with_its_line(load: Load, was: str, becomes: str, faults: list[str]) -> None:
    assert was in SMALL
    told = faults_of(load, SMALL.replace(was, becomes, 1))
    assert all(any(fault in one for one in told) for fault in faults), told


def test_every_fault_is_told_at_once(load: Load) -> None:
    text = (
        SMALL.replace("<leg>", "<arm>")
        .replace("then: [bracing]", "then: [x]")
        .replace("people: [teenager]", "people: [x]")
    )
    assert len(faults_of(load, text)) == 3


@pytest.mark.parametrize(("text", "error"), [("a: [", MalformedText), ("a: 1", KnowledgeError)])
def test_what_is_no_lexicon_is_refused(load: Load, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        load(text)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        load_lexicon(tmp_path / "lexicon.yaml", WordingReader())
