from pathlib import Path

import pytest
from tests.unit.knowledge import FACTS, PATHWAY, spoilt

from isthmus.errors import KnowledgeError
from isthmus.pathway.load import load_cases

FAULTS = [
    ("background: in-care", "background: in-car", "Background `in-car` does not exist. Did you mean `in-care`?"),
    ("facts: {rf_leg_weakness_bilateral: true}", "facts: {rf_leg_weakness: true}", "`rf_leg_weakness` is not a case feature."),
    ("row: R04", "row: R03", "No worked patient shows row `R04`. Add one."),
    ("    expected: {action: emergency-now, row: R01}", "    expected: {action: emergency-now}", "`cases.1.expected.row` is missing. Add it."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), FAULTS, ids=[message[:40] for *_, message in FAULTS])
def test_a_fault_in_the_worked_patients_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = spoilt(tmp_path / "knowledge", "cases.yaml", lambda text: text.replace(old, new, 1))
    with pytest.raises(KnowledgeError) as caught:
        load_cases(folder, PATHWAY)
    assert message in str(caught.value)
    assert "conditions/pars-defect/cases.yaml" in str(caught.value)


def test_a_case_starts_from_its_background_and_changes_what_it_says() -> None:
    assert FACTS["fever"]["rf_fever_infection"] is True
    assert FACTS["fever"]["rf_saddle_numb"] is False
