from collections.abc import Callable
from pathlib import Path

import pytest
from tests.built_in import built_in_condition
from tests.unit.knowledge import FOLDER, spoilt

from isthmus.claims import Asking
from isthmus.claims.load_asking import load_asking
from isthmus.condition import load_condition
from isthmus.errors import KnowledgeError
from isthmus.pathway import Pathway


def test_how_people_ask_is_read_with_the_facts_of_the_condition() -> None:
    asking = load_asking(FOLDER)
    assert {reading.feature for reading in asking.readings} >= {"age_years", "slip_percent", "rf_fever_infection"}
    assert asking.numbers.times["wks"] == "week"
    assert asking.unsettled


def test_a_condition_without_such_facts_reads_nothing(tmp_path: Path) -> None:
    assert load_asking(tmp_path) == Asking()


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (swap("number: plain", "nmber: plain"), "is not known here. Did you mean `number`?"),
        (swap("number: plain", "value: 3\n        number: plain"), "it gives both a value and a number, or neither"),
        (swap("number: plain\n        firm", "firm"), "it gives both a value and a number, or neither"),
        (swap("<ward> (aged|age|at) 0..110", "<ward> aged"), "`<ward> aged` holds no number in its first part."),
        (swap("<his> (<like>|) 0..110", "<hs> (<like>|) 0..110"), "there is no set `hs` before it"),
        (swap("his: [my,", 'his: ["(my",'), "the set `his` cannot be used: a bracket is not closed"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, change: Callable[[str], str], fault: str) -> None:
    folder = spoilt(tmp_path, "asked_facts.yaml", change)
    with pytest.raises(KnowledgeError) as told:
        load_asking(folder)
    assert fault in str(told.value)
    assert "conditions/pars-defect/asked_facts.yaml:" in str(told.value)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            swap("feature: age_years", "feature: age_year"),
            "`age_year` is not a case feature. Did you mean `age_years`?",
        ),
        (swap("value: bilateral", "value: both"), "`laterality` is not one of its choices."),
    ],
)
def test_a_fact_that_the_pathway_does_not_know_is_refused(
    tmp_path: Path, change: Callable[[str], str], fault: str
) -> None:
    folder = spoilt(tmp_path, "asked_facts.yaml", change)
    with pytest.raises(KnowledgeError) as told:
        load_condition("pars-defect", knowledge=folder.parent.parent)
    assert fault in str(told.value)


def test_what_is_asked_back_and_is_no_case_feature_is_refused(tmp_path: Path) -> None:
    folder = spoilt(tmp_path, "facets.yaml", lambda text: text.replace("procedure", "operation"))
    with pytest.raises(KnowledgeError, match=r"facets.yaml: `operation` is no case feature"):
        load_condition("pars-defect", knowledge=folder.parent.parent)


def test_what_tells_a_premise_and_is_no_case_feature_is_refused(tmp_path: Path) -> None:
    folder = spoilt(tmp_path, "facets.yaml", lambda text: text.replace("days_to_surgery]", "days_to_go]"))
    with pytest.raises(KnowledgeError, match=r"facets.yaml: `days_to_go` is no case feature"):
        load_condition("pars-defect", knowledge=folder.parent.parent)


def test_every_case_feature_can_be_told_in_words_but_for_those_that_name_a_sign_of_trouble_after_surgery() -> None:
    pathway: Pathway = built_in_condition().pathway
    told = {reading.feature for reading in load_asking(FOLDER).readings}
    assert set(pathway.features) - told == {"rf_postop_warning"}


def test_the_danger_signs_of_the_pathway_are_those_that_are_denied_with_care() -> None:
    pathway: Pathway = built_in_condition().pathway
    held = {(reading.feature, reading.red_flag) for reading in load_asking(FOLDER).readings}
    assert held == {(name, pathway.features[name].red_flag) for name, _ in held}
