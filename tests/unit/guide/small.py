"""A small body of words for tests: two readers, two chapters, one procedure, one choice."""

from decimal import Decimal
from pathlib import Path

from isthmus.claims import Basis, Claim, Evidence, Figure, Guard, Lexicon, Source, Synonyms
from isthmus.claims.read_wording import WordingReader
from isthmus.guide.writing import Kind, Written
from isthmus.terms import ClaimId, ConditionId, SourceId, TopicId

REVIEW = "review: {status: submitted, by: editor, changed: 2026-11-21, next: 2027-05-21}\n"
SAID = '{plain: "Most do well.", clinical: "83.9% of 665 did well.", claims: [PD-1]}'
PLAN = '{plain: "Ask us.", clinical: "Ask us.", about: plan}'


def guide(audience: str, text: str = "About 84 of 100 with lysis did well.") -> str:
    """Write the guide of one audience."""
    return f"""\
audience: {audience}
{REVIEW}chapters:
  - chapter: what-it-is
    title: What it is
    says:
      - {{text: "{text}", claims: [PD-1], arithmetic: ["84 = 83.9"]}}
      - {{text: "Nobody was compared.", claims: [PD-1]}}
  - chapter: outlook
    title: Outlook
    says:
      - {{text: "Ask us.", about: plan}}
      - {{text: "Slips and cracks go together.", claims: [PD-1, PD-2]}}
"""


PROCEDURE = f"""\
name: brace
kind: brace
title: {{plain: A brace, clinical: Orthosis}}
{REVIEW}actions: [start-care]
what_it_is: [{SAID}]
who_it_suits: [{SAID}]
who_not: [{PLAN}]
benefits:
  - {{plain: "Most do well.", clinical: "83.9% did well.", claims: [PD-1], figure: {{claim: PD-1, measure: success}}}}
harms: [{SAID}]
prepare:
  - {{days_before: 1, plain: "Pack.", clinical: "Pack.", about: plan}}
  - {{days_before: null, plain: "Ask.", clinical: "Ask.", about: plan}}
  - {{days_before: 14, plain: "Call.", clinical: "Call.", about: plan}}
  - {{days_before: 0, plain: "Come.", clinical: "Come.", about: plan}}
the_day: [{PLAN}]
recovery:
  - {{phase: PO1, from_week: 0, to_week: 2, title: {{plain: First weeks, clinical: Phase 1}}, steps: [{SAID}]}}
  - {{phase: PO2, from_week: 2, to_week: null, title: {{plain: Later, clinical: Phase 2}}, steps: [{PLAN}]}}
recovery_of: {PLAN}
warning_signs: [{PLAN}]
questions: [{PLAN}]
variants: [{{name: soft, title: {{plain: A soft one, clinical: Elastic}}, says: [{SAID}]}}]
"""
OPTION = f"what: [{SAID}], benefits: [{SAID}], harms: [{SAID}], like: [{PLAN}]"
CHOICE = f"""\
name: brace-or-not
title: {{plain: Brace or not, clinical: Orthosis or none}}
{REVIEW}actions: [start-care]
condition: [{SAID}]
decision: [{PLAN}]
options:
  - {{name: brace, title: {{plain: Brace, clinical: Orthosis}}, {OPTION}}}
  - {{name: none, title: {{plain: None, clinical: None}}, {OPTION}}}
values: [{PLAN}]
uncertain: [{SAID}]
updates: [{PLAN}]
funding: [{PLAN}]
"""
FILES = {
    "audiences.yaml": """\
audiences:
  - {id: patient, title: a patient, register: plain, grade: 6, longest_sentence: 15}
  - {id: surgeon, title: a surgeon, register: clinical, grade: null, longest_sentence: null}
""",
    "house_words.yaml": """\
known: [qwyx]
rules:
  - {id: promise, why: nothing is promised, remedy: Say what was found., words: [will heal]}
""",
    "editorial.yaml": f"""\
{REVIEW}policy: [{{text: We cite., about: editorial}}]
conflicts: [{{text: None., about: editorial}}]
funding: [{{text: None., about: editorial}}]
roles: [{{role: editor, says: [{{text: Writes., about: editorial}}]}}]
statuses: {{submitted: Not reviewed yet.}}
safety:
  patient: [{{text: "Get help now if your legs go weak.", about: safety}}]
days:
  patient: [{{text: "These days are a guide.", about: plan}}]
  surgeon: [{{text: "These days are a guide to be set by the team.", about: plan}}]
""",
    "conditions/small/chapters.yaml": """\
chapters: [{id: what-it-is, title: What it is}, {id: outlook, title: Outlook}]
""",
    "conditions/small/guide/en/patient.yaml": guide("patient"),
    "conditions/small/guide/en/surgeon.yaml": guide("surgeon"),
    "conditions/small/procedures/brace.yaml": PROCEDURE,
    "conditions/small/choices/brace-or-not.yaml": CHOICE,
    "conditions/small/glossary.yaml": f"""\
{REVIEW}terms: [{{term: spondylolysis, plain: A crack., clinical: A defect of the pars., also: [lysis]}}]
""",
}


def write(knowledge: Path, **changes: str | None) -> Path:
    """Write the small body of words, with some files changed; None leaves a file out.

    Args:
        knowledge: Where to write.
        changes: Texts by the stem of their file, such as `patient`.

    Returns:
        The condition's folder.
    """
    for name, text in FILES.items():
        given = changes.get(Path(name).stem.replace("-", "_"), text)
        if given is not None:
            path = knowledge / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(given, encoding="utf-8")
    return knowledge / "conditions" / "small"


def claim(name: str, text: str, *figures: Figure, sources: tuple[str, ...] = ("A",)) -> Claim:
    return Claim(ClaimId(name), TopicId("t"), text, tuple(map(SourceId, sources)), "seed", figures)


SUCCESS = Figure("success", "%", value=Decimal("83.9"), ci95=(Decimal(80), Decimal(87)), n=665, year=2009)
BASIS = Basis(
    claims={
        ClaimId("PD-1"): claim("PD-1", "In 15 studies 83.9% of 665 did well.", SUCCESS),
        ClaimId("PD-2"): claim("PD-2", "Slips grow in two stages.", sources=("B", "C")),
    },
    sources={
        SourceId("A"): Source(SourceId("A"), "A study", "stored_page", "abstract", "none", year=2009),
        SourceId("B"): Source(SourceId("B"), "A page", "seed", "whole", "none", independence="copied"),
        SourceId("C"): Source(SourceId("C"), "A copy", "seed", "whole", "none", independence="copied"),
    },
)


def evidence() -> Evidence:
    """The basis as evidence, with a few words that lean on a sentence before them."""
    lexicon = Lexicon(
        condition=Synonyms(("lysis",)),
        topics=(),
        stages=(),
        synonyms=(),
        filler=frozenset(),
        elsewhere=(),
        people=(),
        leaning=frozenset({"it"}),
        pointing=(WordingReader().read("in that"),),
        staged=(),
    )
    guard = Guard((), (), "Nothing.", "Not ours.")
    return Evidence(ConditionId("small"), BASIS.claims, BASIS.sources, {}, lexicon, guard, "Not reviewed.")


def written(text: str, *claims: str, kind: Kind = "sentence", register: str = "plain", **more: object) -> Written:
    """A text as if it stood in a file."""
    columns: dict[str, object] = {"audience": None, "part": "", "file": "f.yaml", "where": "f.yaml:3"}
    columns |= {"arithmetic": (), "parameters": (), "about": None, **more}
    return Written(text=text, kind=kind, register=register, claims=claims, **columns)  # type: ignore[arg-type]  # a table
