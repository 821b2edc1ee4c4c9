from pathlib import Path

import pytest
from tests.unit.knowledge import CLAIMS, FOLDER, PATHWAY, spoilt

from isthmus.errors import KnowledgeError
from isthmus.pathway.load import load_pathway

ROWS = [
    *(f"R{number:02}" for number in range(1, 19)),
    *("R19a", "R19b", "R19", "R19c", "R19d", "R19e", "R19f"),
    *(f"R{number}" for number in range(20, 37)),
]


def test_the_whole_table_is_there_in_its_order() -> None:
    assert [row.row for row in PATHWAY.recommendations] == ROWS
    assert [item.id for item in PATHWAY.contradictions] == list("abcdefg")
    assert [phase.id for phase in PATHWAY.phases] == [
        *(f"PO{n}" for n in range(1, 6)),
        *(f"RTS{n}" for n in range(1, 5)),
    ]
    assert len(PATHWAY.flags) == 12
    assert len(PATHWAY.features) == 42


def test_the_hash_is_of_the_files_that_decide(tmp_path: Path) -> None:
    other = spoilt(tmp_path / "a", "pathway.yaml", lambda text: text + "# a remark\n")
    same = spoilt(tmp_path / "b", "wording/en/patient.yaml", lambda text: text + "# a remark\n")
    assert load_pathway(other, claims=CLAIMS).sha256 != PATHWAY.sha256
    assert load_pathway(same, claims=CLAIMS).sha256 == PATHWAY.sha256
    assert len(PATHWAY.sha256) == 64


FAULTS = [
    ("pathway.yaml", "when: radicular = 'motor_stable'", "when: radiculer = 'motor_stable'", "pathway.yaml:{line}: `radiculer` is not defined. Did you mean `radicular`?"),
    ("pathway.yaml", "when: radicular = 'motor_stable'", "when: radicular = 'motor'", "uses `motor`, which is not an allowed value."),
    ("pathway.yaml", "then: self-manage", "then: self-mange", "Action `self-mange` does not exist. Did you mean `self-manage`?"),
    ("pathway.yaml", "programme: preparation", "programme: prep", "Programme `prep` does not exist."),
    ("pathway.yaml", "    stage: outside\n", "    stage: outsde\n", "Stage `outsde` does not exist. Did you mean `outside`?"),
    ("pathway.yaml", "plain: Care without surgery, after: [finding-out]", "after: [finding-uot]", "pathway.yaml:{line}: Station above `finding-uot` does not exist. Did you mean `finding-out`?"),
    ("pathway.yaml", "plain: Care without surgery, after: [finding-out]", "after: [questions]", "Station above `questions` does not exist."),
    ("pathway.yaml", "{id: questions, title", "{id: safety, title", "`safety` stands twice in `stages`."),
    ("pathway.yaml", "unit: millimetres", "unit: millimeters", "Unit `millimeters` does not exist. Did you mean `millimetres`?"),
    ("pathway.yaml", "  - name: young\n", "  - name: suspected\n", "`suspected` is defined twice."),
    ("pathway.yaml", "  - row: R35", "  - row: R34", "`R34` stands twice in `recommendations`."),
    ("pathway.yaml", "features: [laterality, slip_percent]", "features: [latrality, slip_percent]", "Case feature `latrality` does not exist. Did you mean `laterality`?"),
    ("pathway.yaml", "{id: disc, title: Disc, name: disc}", "{id: disc, title: Disc, name: disk}", "Name `disk` does not exist. Did you mean `disc`?"),
    ("pathway.yaml", "claims: [PD-055]", "claims: [PD-045]", "Claim `PD-045` does not exist or is not shown. Cite a shown claim."),
    ("pathway.yaml", "version:", "verson:", "`verson` is not known here. Did you mean `version`?"),
    ("case_features.yaml", "        unit: months\n", "", "Case feature `symptom_months` is a number without a unit. Add `unit`, one of units.yaml."),
    ("case_features.yaml", "        unit: months\n", "        unit: month\n", "has the unit `month`, which is not known. Did you mean `months`?"),
    ("case_features.yaml", "range: [0, 720]", "range: [720, 0]", "Case feature `symptom_months` needs a range from low to high."),
    ("case_features.yaml", "      - name: pregnant\n        type: boolean\n", "      - name: pregnant\n        type: boolean\n        unit: weeks\n", "Case feature `pregnant` is no number, yet has a unit or a range."),
    ("case_features.yaml", "      - name: pregnant\n        type: boolean\n", "      - name: pregnant\n        type: choice\n", "has choices though it takes none, or lacks them."),
    ("case_features.yaml", "      - name: pregnant\n", "      - name: incidental\n", "Case feature `incidental` is defined twice."),
    ("case_features.yaml", "type: choices", "type: several", "`groups.3.features.1.type`: input should be 'boolean', 'integer', 'decimal', 'choice' or 'choices'."),
    ("wording/en/patient.yaml", "  self-manage:\n", "  self-managed:\n", "There are no words for `self-manage`. Write them."),
    ("wording/en/patient.yaml", "  self-manage:\n", "  self-managed:\n", "There are words for `self-managed`, which does not exist. Did you mean `self-manage`?"),
    ("wording/en/patient.yaml", "audience: patient", "audience: [", "This is not YAML"),
    ("wording/en/patient.yaml", "audience: patient", "audience: patients", "wording/en/patient.yaml:{line}: Audience `patients` does not exist. Did you mean `patient`?"),
    ("wording/en/patient.yaml", "audience: patient", "audience: patients", "audiences.yaml:8: Audience `patient` has no words. Write them."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "message"), FAULTS, ids=[f"{name}: {new[:40]}" for name, _, new, _ in FAULTS]
)
def test_a_fault_in_a_knowledge_file_is_told_with_file_and_line(
    tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    folder = spoilt(tmp_path / "knowledge", name, lambda text: text.replace(old, new, 1))
    with pytest.raises(KnowledgeError) as caught:
        load_pathway(folder, claims=CLAIMS)
    told = str(caught.value)
    original = (FOLDER / name).read_text(encoding="utf-8")
    line = original[: original.index(old)].count("\n") + 1
    assert message.replace("{line}", str(line)) in told
    assert all(fault.where.split(":")[0].endswith(".yaml") for fault in caught.value.faults)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = spoilt(
        tmp_path / "knowledge",
        "pathway.yaml",
        lambda text: text.replace("then: reassure", "then: assure").replace("unit: degrees", "unit: degree"),
    )
    features = folder / "case_features.yaml"
    features.write_text(
        features.read_text(encoding="utf-8").replace("range: [0, 10]", "range: [10, 0]"), encoding="utf-8"
    )
    with pytest.raises(KnowledgeError) as caught:
        load_pathway(folder, claims=CLAIMS)
    assert len(caught.value.faults) == 3


def test_a_missing_file_is_a_fault_like_any_other(tmp_path: Path) -> None:
    folder = spoilt(tmp_path / "knowledge", "pathway.yaml", lambda text: text + "#\n")
    (folder / "case_features.yaml").unlink()
    with pytest.raises(KnowledgeError, match="^conditions/pars-defect/case_features.yaml: There is no such file"):
        load_pathway(folder, claims=CLAIMS)
