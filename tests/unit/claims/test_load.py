from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from isthmus.claims import Evidence
from isthmus.claims.load import load_basis, load_evidence, load_kept
from isthmus.errors import KnowledgeError

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"

SOURCES = """\
sources:
  - {id: KLEIN09, title: A study, seen_as: stored_page, extent: abstract, licence: not stated}
  - {id: OTHER12, title: A page, seen_as: seed, extent: whole page, licence: not stated, year: 2012}
"""
CLAIMS = """\
notice: Not reviewed by a clinician.
claims:
  - id: PD-001
    topic: conservative
    text: Union was 28.0%.
    sources: [KLEIN09]
    seen: stored_page
    figures:
      - {measure: union, value: 28.0, unit: '%', ci95: [20, 36.5], n: 847}
    disagreements: [D01]
"""
DISAGREEMENTS = """\
disagreements:
  - id: D01
    question: How often?
    positions:
      - {text: 28.0%, sources: [KLEIN09], low: 28.0, high: 28.0, unit: '%'}
      - {text: more often, sources: [OTHER12]}
    why: They asked different people.
    handling: We tell both.
    claims: [PD-001]
"""
MISSING = ("claims", "lexicon", "watches")
SLIPS = "listened_for: numb\nwords: number\n"
Load = Callable[..., Evidence]


@pytest.fixture
def load(tmp_path: Path, evidence: Evidence, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Write a small body of evidence, with the given files in place of its own, and read it.

    Its words and watches are those that are shipped, unless its own are given; None stands for a missing file.
    """

    def write_and_load(**files: str | None) -> Evidence:
        folder = tmp_path / "conditions" / "small"
        folder.mkdir(parents=True)
        texts = {
            "claims": CLAIMS,
            "disagreements": DISAGREEMENTS,
            "sources": SOURCES,
            "sets": "sets: {}",
            "spelling": SLIPS,
            **files,
        }
        if "lexicon" not in files:
            monkeypatch.setattr("isthmus.claims.load.load_lexicon", lambda *_, **__: evidence.lexicon)
            monkeypatch.setattr("isthmus.claims.load.load_watches", lambda *_, **__: evidence.guard)
        for name, text in texts.items():
            if text is not None:
                path = (tmp_path if name == "sources" else folder) / f"{name}.yaml"
                path.write_text(text, encoding="utf-8")
        return load_evidence(folder, tmp_path / "sources.yaml")

    return write_and_load


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence(KNOWLEDGE / "conditions" / "pars-defect", KNOWLEDGE / "sources.yaml")


def faults_of(load: Load, **files: str | None) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load(**files)
    return [str(fault) for fault in caught.value.faults]


def test_evidence_is_read_with_its_numbers_as_data(load: Load) -> None:
    evidence = load()
    (claim,) = evidence.claims.values()
    (figure,) = claim.figures
    assert (evidence.condition, evidence.notice) == ("small", "Not reviewed by a clinician.")
    assert (str(figure.value), figure.ci95, figure.n) == ("28.0", (Decimal(20), Decimal("36.5")), 847)
    assert [position.high for position in evidence.disagreements[claim.disagreements[0]].positions] == [28, None]
    assert sorted(evidence.sources) == ["KLEIN09", "OTHER12"]


def test_the_knowledge_that_is_shipped_is_whole(evidence: Evidence) -> None:
    assert (len(evidence.claims), len(evidence.disagreements)) == (144, 27)
    assert "clinician" in evidence.notice


def test_nothing_from_memory_is_shipped(evidence: Evidence) -> None:
    unseen = {"PD-045", "PD-051", "PD-052", "PD-069", "PD-109", "PD-110"}
    assert not unseen & set(evidence.claims)
    assert {claim.seen for claim in evidence.claims.values()} == {"stored_page", "seed", "stored_page_secondary"}
    assert "memory" not in {source.seen_as for source in evidence.sources.values()}


def test_what_is_known_from_memory_is_kept_apart() -> None:
    folder, sources = KNOWLEDGE / "conditions" / "pars-defect", KNOWLEDGE / "sources.yaml"
    kept, basis = load_kept(folder, sources), load_basis(folder, sources)
    assert sorted(kept) == ["PD-045", "PD-051", "PD-052", "PD-069", "PD-109", "PD-110"]
    assert (len(basis.claims) + len(kept), len(basis.sources)) == (150, 111)
    assert not set(kept) & set(basis.claims)


def test_a_shown_claim_must_not_rest_on_what_nobody_has_read(load: Load) -> None:
    claims = CLAIMS + "  - {id: PD-002, topic: conservative, text: Half heal., sources: [MEM], seen: seed}\n"
    sources = SOURCES + "  - {id: MEM, title: Memory, seen_as: memory, extent: nothing, licence: none}\n"
    assert faults_of(load, claims=claims, sources=sources) == [
        "conditions/small/claims.yaml:11: Claim `PD-002` rests on `MEM`, which nobody has read. Look it up, or write `seen: memory`."
    ]


def test_what_is_kept_apart_is_not_read_from_files_with_faults(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="There is no such file"):
        load_kept(tmp_path, tmp_path / "sources.yaml")


def test_a_claim_from_memory_is_in_order_but_not_among_the_evidence(load: Load) -> None:
    claims = (
        CLAIMS
        + "  - {id: PD-002, topic: conservative, text: Half heal., sources: [MEM], seen: memory, disagreements: [D01]}\n"
    )
    sources = SOURCES + "  - {id: MEM, title: Memory, seen_as: memory, extent: nothing, licence: none}\n"
    evidence = load(claims=claims, sources=sources)
    assert (sorted(evidence.claims), sorted(evidence.sources)) == (["PD-001"], ["KLEIN09", "OTHER12"])


def test_every_disagreement_says_why_and_draws_its_figures(evidence: Evidence) -> None:
    points = evidence.disagreements.values()
    drawn = [side for point in points for side in point.positions if side.low is not None or side.high is not None]
    assert all(point.why for point in points)
    assert all(side.unit for side in drawn)
    years = {source.id: source.year for source in evidence.sources.values()}
    sides = [side for point in points for side in point.positions]
    assert all(side.year == next((years[s] for s in side.sources if years[s]), None) for side in sides)


def test_every_claim_and_position_names_a_source(evidence: Evidence) -> None:
    assert all(claim.sources for claim in evidence.claims.values())
    assert all(position.sources for point in evidence.disagreements.values() for position in point.positions)


def test_no_claim_speaks_in_the_project_s_own_jargon(evidence: Evidence) -> None:
    texts = [claim.text for claim in evidence.claims.values()]
    texts += [position.text for point in evidence.disagreements.values() for position in point.positions]
    texts += [point.handling for point in evidence.disagreements.values()]
    assert not [text for text in texts if "seed" in text.lower()]


def test_every_address_of_a_source_can_be_followed_by_name(evidence: Evidence) -> None:
    hosts = [source.url.split("/")[2] for source in evidence.sources.values() if source.url]
    assert len(hosts) > 100
    assert not [host for host in hosts if host.replace(".", "").split(":")[0].isdecimal()]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "claims",
            "sources: [KLEIN09]",
            "sources: [KLEIN9]",
            (
                "conditions/small/claims.yaml:6: Claim `PD-001` names source `KLEIN9`, which does not exist. "
                "Did you mean `KLEIN09`?"
            ),
        ),
        (
            "claims",
            "disagreements: [D01]",
            "disagreements: [D01, X]",
            "conditions/small/claims.yaml:10: Claim `PD-001` names disagreement `X`, which does not exist. Remove it.",
        ),
        (
            "claims",
            "topic: conservative",
            "topic: conservatif",
            (
                "conditions/small/claims.yaml:4: Claim `PD-001` names topic `conservatif`, which does not exist. "
                "Did you mean `conservative`?"
            ),
        ),
        (
            "claims",
            "sources: [KLEIN09]",
            "sources: []",
            "conditions/small/claims.yaml:6: Claim `PD-001` has no source. Name at least one.",
        ),
        (
            "claims",
            "value: 28.0",
            "low: 30, high: 28",
            "conditions/small/claims.yaml:9: Claim `PD-001` has a range that begins at 30 and ends at 28. Swap them.",
        ),
        (
            "claims",
            "ci95: [20, 36.5]",
            "ci95: [40, 36.5]",
            "conditions/small/claims.yaml:9: Claim `PD-001` has a range that begins at 40 and ends at 36.5. Swap them.",
        ),
        (
            "claims",
            "value: 28.0, ",
            "",
            (
                "conditions/small/claims.yaml:9: Claim `PD-001`: the figure `union` needs either a value or a range. "
                "Give `value`, or `low` and `high`."
            ),
        ),
        (
            "claims",
            "value: 28.0",
            "value: many",
            "conditions/small/claims.yaml:9: `figures.0.value`: this should be a plain number. Correct it.",
        ),
        (
            "claims",
            "seen: stored_page",
            "seen: memory",
            "conditions/small/disagreements.yaml:9: Disagreement `D01` names claim `PD-001`, known from memory only. Remove it.",
        ),
        (
            "claims",
            "    topic: conservative\n",
            "    topic: conservative\n    tpoic: conservative\n",
            "conditions/small/claims.yaml:5: `tpoic` is not known here. Did you mean `topic`?",
        ),
        (
            "claims",
            "notice: Not reviewed by a clinician.\n",
            "",
            "conditions/small/claims.yaml:1: `notice` is missing. Add it.",
        ),
        (
            "disagreements",
            "claims: [PD-001]",
            "claims: [PD-001, PD-002]",
            (
                "conditions/small/disagreements.yaml:9: Disagreement `D01` names claim `PD-002`, which does not exist. "
                "Did you mean `PD-001`?"
            ),
        ),
        (
            "disagreements",
            "claims: [PD-001]",
            "claims: []",
            (
                "conditions/small/disagreements.yaml:9: Disagreement `D01` does not name claim `PD-001`, which names it. "
                "Add it there, or remove it from the claim."
            ),
        ),
        (
            "disagreements",
            "{text: more often, sources: [OTHER12]}",
            "{text: more often, sources: [OTHER12], low: 2, high: 1}",
            (
                "conditions/small/disagreements.yaml:6: Disagreement `D01` has a range that begins at 2 and ends at 1. "
                "Swap them."
            ),
        ),
        (
            "disagreements",
            "sources: [KLEIN09]",
            "sources: []",
            (
                "conditions/small/disagreements.yaml:5: Disagreement `D01` has a position without a source. "
                "Name at least one."
            ),
        ),
        (
            "disagreements",
            "sources: [KLEIN09]",
            "sources: [KLEIN10]",
            (
                "conditions/small/disagreements.yaml:5: Disagreement `D01` names source `KLEIN10`, which does not exist. "
                "Did you mean `KLEIN09`?"
            ),
        ),
        (
            "sources",
            "  - {id: OTHER12",
            "  - {id: LONE, title: A page, seen_as: seed, extent: all, licence: free}\n  - {id: OTHER12",
            "sources.yaml:3: No claim or position names source `LONE`. Remove it.",
        ),
        (
            "sources",
            "  - {id: OTHER12",
            "  - {id: KLEIN09, title: A page, seen_as: seed, extent: all, licence: free}\n  - {id: OTHER12",
            "sources.yaml:3: The id `KLEIN09` is already used at sources.yaml:2. Give it an id of its own.",
        ),
        (
            "sources",
            "seen_as: seed",
            "seen_as: memory",
            (
                "conditions/small/disagreements.yaml:4: Disagreement `D01` rests on `OTHER12`, which nobody has read. "
                "Look it up, or remove the position."
            ),
        ),
        (
            "sources",
            "year: 2012",
            "independence: alone",
            "sources.yaml:3: Source `OTHER12` is alone in the independence group `alone`. Remove it.",
        ),
    ],
)
def test_a_fault_is_told_with_file_line_and_remedy(load: Load, file: str, old: str, new: str, fault: str) -> None:
    text = {"claims": CLAIMS, "disagreements": DISAGREEMENTS, "sources": SOURCES}[file]
    assert old in text
    assert faults_of(load, **{file: text.replace(old, new, 1)}) == [fault]


def test_a_claim_must_name_the_disagreement_that_names_it(load: Load) -> None:
    claims = CLAIMS.replace("    disagreements: [D01]\n", "")
    assert faults_of(load, claims=claims) == [
        (
            "conditions/small/claims.yaml:3: Claim `PD-001` does not name disagreement `D01`, which names it. "
            "Add it there, or remove it from the disagreement."
        )
    ]


def test_every_fault_of_every_file_is_told_at_once(load: Load) -> None:
    faults = faults_of(
        load,
        claims=CLAIMS.replace("KLEIN09", "KLEIN9").replace("seen: stored_page", "seen: heard"),
        disagreements=DISAGREEMENTS.replace("handling", "handeling"),
        sources=SOURCES.replace("title: A page, ", ""),
        lexicon="filer: [the]",
        watches="watch: []",
    )
    places = [fault.partition(" ")[0] for fault in faults]
    assert places[:4] == [
        "conditions/small/claims.yaml:7:",
        "conditions/small/disagreements.yaml:2:",
        "conditions/small/disagreements.yaml:8:",
        "sources.yaml:3:",
    ]
    assert set(places[4:]) == {"conditions/small/lexicon.yaml:1:", "conditions/small/watches.yaml:1:"}


def test_an_entry_that_cannot_be_read_calls_forth_no_other_fault(load: Load) -> None:
    assert len(faults_of(load, claims=CLAIMS.replace("unit: '%'", "unit: 5"))) == 1


def test_a_missing_file_is_told_by_its_name_within_the_knowledge(load: Load) -> None:
    missing = [f"conditions/small/{name}.yaml: There is no such file. Check the name." for name in MISSING]
    assert faults_of(load, claims=None, lexicon=None) == missing


def test_words_whose_sets_cannot_be_read_call_forth_no_other_fault(load: Load) -> None:
    assert [fault.partition(".yaml")[0][17:] for fault in faults_of(load, sets=None, lexicon="")] == ["sets"]


def test_topics_are_not_held_against_a_lexicon_that_cannot_be_read(load: Load) -> None:
    assert [fault.partition(".yaml")[0][17:] for fault in faults_of(load, lexicon=None)] == ["lexicon", "watches"]


def test_broken_yaml_is_told_with_line_and_column(load: Load) -> None:
    (fault,) = faults_of(load, disagreements="disagreements: [")
    assert fault.startswith("conditions/small/disagreements.yaml:2:1: This is not YAML")


@pytest.mark.parametrize("text", ["sources: KLEIN09\n", "- KLEIN09\n", ""])
def test_a_file_of_another_shape_is_a_fault(load: Load, text: str) -> None:
    assert faults_of(load, sources=text)[0].startswith("sources.yaml")


def test_a_source_may_belong_to_another_condition_alone(load: Load, tmp_path: Path) -> None:
    other = tmp_path / "conditions" / "other"
    other.mkdir(parents=True)
    (other / "claims.yaml").write_text("claims: [{sources: [LONE]}]", encoding="utf-8")
    lone = "  - {id: LONE, title: A page, seen_as: seed, extent: all, licence: free}\n"
    assert "LONE" not in load(sources=SOURCES + lone).sources


def test_a_file_outside_the_knowledge_is_told_by_its_whole_path(tmp_path: Path) -> None:
    sources = tmp_path / "knowledge" / "sources.yaml"
    with pytest.raises(KnowledgeError) as caught:
        load_evidence(tmp_path / "elsewhere", sources)
    assert caught.value.faults[0].where == str(tmp_path / "elsewhere" / "claims.yaml")


def test_the_basis_alone_is_refused_with_the_same_faults(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="There is no such file"):
        load_basis(tmp_path / "elsewhere", tmp_path / "sources.yaml")
