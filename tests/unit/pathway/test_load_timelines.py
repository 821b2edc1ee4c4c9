from pathlib import Path

import pytest
from tests.unit.knowledge import CLAIMS, PATHWAY, spoilt

from isthmus.errors import KnowledgeError
from isthmus.pathway.load import load_pathway

FILE = "timelines.yaml"


def faults(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load_pathway(folder, claims=CLAIMS)
    return [str(fault) for fault in caught.value.faults]


def test_every_audience_is_told_every_phase_and_for_whom_its_weeks_hold() -> None:
    audiences = set(PATHWAY.wordings)
    for timelines in PATHWAY.timelines.values():
        for timeline in timelines:
            assert timeline.says.keys() == audiences
            for phase in timeline.phases:
                assert phase.title.keys() == phase.steps.keys() == audiences
                assert all(phase.steps.values())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("action: return-to-sport", "action: return-to-sports", "Action `return-to-sports` does not exist. Did you mean `return-to-sport`?"),
        ("procedures: [fusion]", "procedures: [fussion]", "Procedure `fussion` does not exist. Did you mean `fusion`?"),
        ("phases: [FL4]", "phases: [FL5]", "Phase `FL5` does not exist. Did you mean `FL4`?"),
        ("when: procedure = 'fusion'", "when: procedures = 'fusion'", "Did you mean `procedure`?"),
        ("when: procedure = 'fusion'\n    procedures: [fusion]", "procedures: [fusion, decompression]", "Nothing says for whom these weeks hold. Write it under `says`."),
        ("procedures: [direct-repair, decompression, fusion]", "procedures: [direct-repair, brace]", "These procedures have no phase in common. Name others."),
        ("claims: [PD-140]", "claims: [PD-045]", "Claim `PD-045` does not exist or is not shown."),
    ],
)  # fmt: skip
def test_a_fault_in_the_timelines_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    found = [fault for fault in faults(spoilt(tmp_path, FILE, lambda text: text.replace(old, new, 1))) if told in fault]
    assert len(found) == 1
    assert found[0].startswith("conditions/pars-defect/timelines.yaml:")


def test_phases_of_other_weeks_are_not_in_common(tmp_path: Path) -> None:
    change = "    from_week: 2\n    to_week: 6\n", "    from_week: 2\n    to_week: 5\n"
    folder = spoilt(tmp_path, "procedures/fusion.yaml", lambda text: text.replace(*change, 1))
    *_, common = load_pathway(folder, claims=CLAIMS).timelines[next(a for a in PATHWAY.timelines if "recover" in a)]
    assert [phase.id for phase in common.phases] == ["PO1", "PO3", "PO4", "PO5"]
