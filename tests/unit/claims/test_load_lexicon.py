from collections.abc import Callable
from pathlib import Path

import pytest

from isthmus.claims import Lexicon
from isthmus.claims.load_lexicon import load_lexicon
from isthmus.errors import KnowledgeError, MalformedText, UnreadableFile
from isthmus.terms import ClaimId, DisagreementId

SMALL = """\
sets:
  leg: [leg, foot]
condition: [pars defect, crack]
synonyms:
  - [brace, corset]
  - [teenager, teen]
filler: [what is the, of]
elsewhere: [knee]
people: [teenager]
leaning: [this]
topics:
  - {id: definition, title: What it is, asked: [what is], ask: What is it?, then: [bracing]}
  - {id: bracing, title: Braces, asked: [brace*], ask: Does a brace help?}
stages:
  - {id: first-line, title: First, topics: [bracing], terms: [brace], marks: [brace*]}
staged: [treatment]
points:
  - {disagreement: D10, asked: [brace*]}
denials: {words: [no], between: [any]}
watches:
  - {id: numb, behaviour: emergency, asked: [numb + <leg>], unless: [what is], reason: Go now., claims: [PD-145], follow_up: [Where?]}
no_answer: {no_evidence: Nothing is held., out_of_scope: Not ours.}
"""
Load = Callable[..., Lexicon]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(text: str = SMALL, **known: set[str]) -> Lexicon:
        path = tmp_path / "lexicon.yaml"
        path.write_text(text, encoding="utf-8")
        claims = {ClaimId(name) for name in known["claims"]} if "claims" in known else None
        points = {DisagreementId(name) for name in known["disagreements"]} if "disagreements" in known else None
        return load_lexicon(path, claims=claims, disagreements=points)

    return write_and_load


def faults_of(load: Load, text: str, **known: set[str]) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load(text, **known)
    return [str(fault).partition("lexicon.yaml:")[2] for fault in caught.value.faults]


def test_every_part_of_a_lexicon_is_read(load: Load) -> None:
    lexicon = load(claims={"PD-145"}, disagreements={"D10"})
    assert lexicon.condition.words == ("pars defect", "crack")
    assert [row.words for row in lexicon.synonyms] == [("brace", "corset"), ("teenager", "teen")]
    assert lexicon.filler == {"what", "is", "the", "of"}
    assert (lexicon.elsewhere, lexicon.people) == (("knee",), ("teenager",))
    assert lexicon.leaning == {"this"}
    assert [(topic.id, topic.ask, topic.then) for topic in lexicon.topics] == [
        ("definition", "What is it?", ("bracing",)),
        ("bracing", "Does a brace help?", ()),
    ]
    assert (lexicon.stages[0].topics, lexicon.stages[0].terms) == (("bracing",), ("brace",))
    assert [wording.text for wording in lexicon.staged] == ["treatment"]
    assert lexicon.points[0].disagreement == "D10"
    assert lexicon.denials.words == {"no"}
    watch = lexicon.watches[0]
    assert (watch.behaviour, watch.reason, watch.claims, watch.follow_up) == (
        "emergency",
        "Go now.",
        ("PD-145",),
        ("Where?",),
    )
    assert (lexicon.no_evidence, lexicon.out_of_scope) == ("Nothing is held.", "Not ours.")


@pytest.mark.parametrize(
    ("was", "becomes", "faults"),
    [
        ("staged: [treatment]", "staged: []", ["`staged`: list should have at least 1 item after validation, not 0"]),
        ("people: [teenager]\n", "", ["`people` is missing. Add it."]),
        ("people: [teenager]", "people: [teenagers]", ["9: `teenagers` does not exist. Did you mean `teenager`?"]),
        ("then: [bracing]", "then: [braces]", ["12: `braces` does not exist. Did you mean `bracing`?"]),
        ("topics: [bracing]", "topics: [nothing]", ["15: `nothing` does not exist. Remove it."]),
        ("id: bracing,", "id: definition,", ["13: `definition` is given twice. Rename one.", "15: ", "12: "]),
        ("<leg>", "<arm>", ["21: the wording `numb + <arm>` cannot be used: there is no set `arm` before it."]),
        ("[leg, foot]", "[leg, (]", ["2: the set `leg` cannot be used: a bracket is not closed."]),
        ("[teenager, teen]", "[teenager, corset]", ["6: `corset` stands in another row of synonyms. Keep one."]),
        ("[teenager, teen]", "[teenager, '?']", ["6: `?` holds no word. Remove it."]),
        ("elsewhere: [knee]", "elsewhere: [crack]", ["8: `crack` stands in another row of synonyms. Keep one."]),
        ("emergency,", "panic,", ["21: `watches.0.behaviour`: input should be"]),
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


def test_claims_and_disagreements_are_checked_where_they_are_known(load: Load) -> None:
    told = faults_of(load, SMALL, claims={"PD-144"}, disagreements={"D01"})
    assert told == [
        "21: `PD-145` does not exist. Did you mean `PD-144`?",
        "18: `D10` does not exist. Did you mean `D01`?",
    ]


@pytest.mark.parametrize(("text", "error"), [("a: [", MalformedText), ("a: 1", KnowledgeError)])
def test_what_is_no_lexicon_is_refused(load: Load, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        load(text)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        load_lexicon(tmp_path / "lexicon.yaml")
