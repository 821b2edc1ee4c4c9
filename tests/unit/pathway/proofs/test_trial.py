from decimal import Decimal

from tests.unit.knowledge import PATHWAY
from tests.unit.pathway.small import Row, small

from isthmus.pathway.proofs.trial import Trial
from isthmus.rules.proof.symbol import Case
from isthmus.terms import Form, Moment, Precision

NOBODY: Case = dict.fromkeys(map(str, PATHWAY.features))


def test_a_patient_the_solver_made_up_is_in_plain_values() -> None:
    run = Trial(PATHWAY).run({**NOBODY, "rf_saddle_numb": True, "imaging_done": ("mri",)})
    assert (run.row, run.detail, run.flags) == ("R01", (), ())
    assert run.facts == {"rf_saddle_numb": True, "imaging_done": ["mri"]}


def test_a_patient_the_solver_made_up_has_a_whole_plan() -> None:
    signs = {str(name): False for name, feature in PATHWAY.features.items() if feature.red_flag}
    run = Trial(PATHWAY).run({**NOBODY, **signs, "age_years": Decimal(15)})
    assert (run.row, run.detail) == ("R11", ("defect_status",))
    assert Trial(PATHWAY).run({**NOBODY, **signs, "age_years": Decimal(40), "rf_night_pain": True}).flags == (
        "night-pain-noted",
    )


def test_a_day_is_written_as_a_case_writes_it() -> None:
    pathway = small(Row("true"))
    trial = Trial(pathway)
    trial.symbols = {}
    assert trial.run({"seen": Moment(Form.DATE, Precision.DAY, 735629)}).facts == {"seen": "2015-01-31"}
