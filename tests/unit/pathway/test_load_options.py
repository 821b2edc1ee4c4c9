from pathlib import Path

import pytest
from tests.unit.knowledge import CLAIMS, PATHWAY, spoilt

from isthmus.errors import KnowledgeError
from isthmus.pathway.load import load_pathway


def test_every_option_has_reasons_both_ways_in_both_registers() -> None:
    for options in PATHWAY.options.values():
        assert len(options) > 1
        for option in options:
            assert option.reasons_for
            assert option.reasons_against
            assert all(set(reason.says) == {"plain", "clinical"} for reason in option.reasons_for)


def test_every_talk_of_the_pathway_has_options() -> None:
    assert set(PATHWAY.options) == {action for action in PATHWAY.actions if action.startswith("discuss-")}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("when: age_years < age_repair_max", "when: age_yaers < age_repair_max", "Did you mean `age_years`?"),
        ("discuss-repair: [", "discus-repair: [", "Action `discus-repair` does not exist. Did you mean `discuss-repair`?"),
        ("discuss-repair: [direct-repair,", "discuss-repair: [direct-repare,", "Option `direct-repare` does not exist. Did you mean `direct-repair`?"),
        ("  - option: direct-repair", "  - option: other-repair", "No talk is about option `other-repair`. Remove it."),
    ],
)  # fmt: skip
def test_a_fault_in_the_options_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = spoilt(tmp_path, "options.yaml", lambda text: text.replace(old, new, 1))
    with pytest.raises(KnowledgeError) as caught:
        load_pathway(folder, claims=CLAIMS)
    faults = [str(fault) for fault in caught.value.faults if told in str(fault)]
    assert len(faults) >= 1
    assert faults[0].startswith("conditions/pars-defect/options.yaml:")
