"""A small body of evidence, so that what an answer should be can be seen at a glance."""

from decimal import Decimal
from pathlib import Path

import pytest

from isthmus.answer.documents import DocumentShelf
from isthmus.answer.question import Asked, understand
from isthmus.claims import Claim, Disagreement, Evidence, Facets, Guard, Lexicon, Position, Source
from isthmus.claims.load_facets import load_facets
from isthmus.claims.load_lexicon import load_lexicon
from isthmus.claims.load_watches import load_watches
from isthmus.claims.read_wording import WordingReader
from isthmus.corpus import Library, read_library
from isthmus.search import PassageIndex, Thesaurus
from isthmus.terms import ClaimId, ConditionId, DisagreementId, SourceId, TopicId

LEXICON = """\
condition: [pars defect, crack, fracture]
synonyms:
  - [brace, corset]
  - [teenager, teen]
  - [injection, steroid]
  - [surgery, operation]
  - [treatment, treat]
  - [rest, resting]
  - [slip, listhesis]
filler: [what is the of does a my do i how it why for and in can this should be or after to with about me tell work many before help bad there]
elsewhere: [price]
illnesses: [scoliosis]
body_parts: [knee]
others: ["disc & herniat*"]
own: [pars defect, crack]
remedies: [laser]
people: [teenager]
kindred: [a slip]
leaning: [this, it]
topics:
  - {id: definition, title: What it is, asked: ["what is (a|the|) crack|pars defect"], ask: What is it?, then: [conservative, bracing]}
  - {id: conservative, title: Care without surgery, asked: [rest*], ask: Does rest help?, then: [bracing, injection]}
  - {id: bracing, title: Braces, asked: [brace*|corset*], ask: Does a brace help?, then: [conservative]}
  - {id: injection, title: Injections, asked: [injection*], ask: Does an injection help?}
  - {id: surgery, title: Surgery, asked: ["surgery|operation"], ask: When is surgery considered?}
stages:
  - {id: first-line, title: First, topics: [conservative, bracing], terms: [rest, brace], marks: [rest*, brace*, conservative]}
  - {id: second-line, title: Second, topics: [injection], terms: [injection], marks: [injection*]}
  - {id: third-line, title: Third, topics: [surgery], terms: [surgery, six months], marks: [surgery, surgical]}
staged: ["treatment|treat|treated"]
"""
SETS = {"leg": ["leg", "foot"]}
WATCHES = """\
contexts:
  - {id: denied, reach: ahead, behaviours: [emergency, abstain, clarify], cues: [no, without], over: [any]}
  - {id: general, reach: sentence, behaviours: [emergency, clarify], cues: [how common]}
watches:
  - {id: numb, behaviour: emergency, asked: [numb + <leg>], unless: [what does numb mean], reason: Go now., claims: [PD-1]}
  - {id: dose, behaviour: abstain, asked: [dose], reason: Ask a pharmacist., follow_up: [Which medicines?]}
  - {id: price, behaviour: abstain, asked: [price], reason: Ask the clinic.}
  - {id: failed, behaviour: clarify, asked: [numb, did not work], reason: Facts are missing., claims: [PD-2]}
no_answer: {no_evidence: Nothing is held., out_of_scope: Not ours.}
"""
FACETS = """\
clarify: {reason: It depends., personal: [i, my], facts: {danger: Is a leg numb?, age: How old are you?, months: How long?}}
facets:
  - {id: what, claims: [PD-1], asks: What is a crack? What is a pars defect?}
  - {id: rest, claims: [PD-2], asks: Does rest help? How long does rest last?}
  - {id: brace, claims: [PD-3, PD-4], point: D10, asks: Does a brace help? Is a corset part of care?}
  - {id: injection, claims: [PD-5], asks: Does an injection help? Is a steroid bad?}
  - {id: when, claims: [PD-6], also: [PD-7], asks: When is surgery considered? How many months before an operation?}
  - {id: for-me, claims: [PD-6, PD-2], depends: [age, months], asks: Do I need an operation? Should I have surgery?}
  - {id: smoking, claims: [PD-7], asks: Is smoking bad? Does smoking slow healing after surgery?}
  - {id: whole, claims: [PD-2, PD-3, PD-4, PD-5, PD-6, PD-7], asks: What is the treatment? How is a crack treated?}
"""
CLAIMS = [
    ("PD-1", "definition", "A pars defect is a crack in a narrow bone.", ()),
    ("PD-2", "conservative", "Rest comes first and lasts three months.", ()),
    ("PD-3", "bracing", "A brace made no difference in pooled studies.", ("D10",)),
    ("PD-4", "bracing", "One protocol adds a trunk brace for teenagers.", ("D10",)),
    ("PD-5", "injection", "An injection eased pain in one of three.", ()),
    ("PD-6", "surgery", "Surgery is considered after six months of care.", ()),
    ("PD-7", "surgery", "Smoking slows healing after surgery.", ()),
]


def source(key: str) -> Source:
    return Source(
        id=SourceId(key),
        title=f"Title of {key}",
        seen_as="stored_page",
        extent="abstract",
        licence="not stated",
        year=2020,
    )


def claim(key: str, topic: str, text: str, points: tuple[str, ...]) -> Claim:
    sources = (SourceId("A20"), SourceId("B20"))
    return Claim(
        ClaimId(key), TopicId(topic), text, sources, "stored_page", disagreements=tuple(map(DisagreementId, points))
    )


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("lexicon") / "lexicon.yaml"
    path.write_text(LEXICON, encoding="utf-8")
    return load_lexicon(path, small_sets())


@pytest.fixture(scope="session")
def guard(tmp_path_factory: pytest.TempPathFactory) -> Guard:
    path = tmp_path_factory.mktemp("watches") / "watches.yaml"
    path.write_text(WATCHES, encoding="utf-8")
    return load_watches(path, small_sets())


def small_sets() -> WordingReader:
    reader = WordingReader()
    for name, entries in SETS.items():
        reader.define(name, entries)
    return reader


@pytest.fixture(scope="session")
def facets(tmp_path_factory: pytest.TempPathFactory) -> Facets:
    path = tmp_path_factory.mktemp("facets") / "facets.yaml"
    path.write_text(FACETS, encoding="utf-8")
    return load_facets(path, WordingReader())


@pytest.fixture(scope="session")
def evidence(lexicon: Lexicon, guard: Guard, facets: Facets) -> Evidence:
    claims = [claim(*row) for row in CLAIMS]
    sides = (Position("no difference", (SourceId("A20"),), Decimal(0)), Position("part of care", (SourceId("B20"),)))
    brace = Disagreement(
        DisagreementId("D10"),
        "Brace or not?",
        sides,
        "They ask different things.",
        "Optional.",
        (ClaimId("PD-3"), ClaimId("PD-4")),
    )
    return Evidence(
        condition=ConditionId("small"),
        claims={one.id: one for one in claims},
        sources={one.id: one for one in (source("A20"), source("B20"))},
        disagreements={brace.id: brace},
        lexicon=lexicon,
        guard=guard,
        notice="Not reviewed.",
        facets=facets,
    )


@pytest.fixture(scope="session")
def thesaurus(lexicon: Lexicon) -> Thesaurus:
    return Thesaurus.of_lexicon(lexicon)


class Understand:
    """Reads a question with the small lexicon."""

    def __init__(self, lexicon: Lexicon, thesaurus: Thesaurus) -> None:
        self.lexicon = lexicon
        self.thesaurus = thesaurus

    def __call__(self, text: str) -> Asked:
        return understand(text, self.lexicon, self.thesaurus)


@pytest.fixture(scope="session")
def asked(lexicon: Lexicon, thesaurus: Thesaurus) -> Understand:
    return Understand(lexicon, thesaurus)


PAGES = {
    "care.txt": """\
Care for a pars defect

First: rest

Most people rest for several weeks. This helps them.

A brace is offered by some teams.

Second: injection

Steroid injection is offered when rest has failed.

Third: surgery

Surgery is kept for the few. Is it for you?

Third: surgery, and when

Consider surgery if:

  • no brace eased the pain of months
  • the bone is healthy
""",
    "knee.txt": """\
Knee pain

A brace supports the knee after surgery.
""",
}


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("library")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_library(folder)[0]


@pytest.fixture(scope="session")
def shelf(library: Library, thesaurus: Thesaurus, lexicon: Lexicon) -> DocumentShelf:
    return DocumentShelf(PassageIndex.over(library), thesaurus, lexicon)
