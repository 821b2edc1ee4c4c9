from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from tests.unit.knowledge import PATHWAY
from tests.unit.pathway.small import Row, small

from isthmus.pathway.proofs.safety import red_flags_first, unknown_is_mild
from isthmus.pathway.proofs.trial import Breach, Trial
from isthmus.terms import FeatureName

HOSPITAL, ASK = (
    Row("danger", urgency="emergency"),
    Row("true", urgency="question", details={"danger": "danger is null"}),
)
LAST = Row("true")
UNKNOWN = Row("danger is null", urgency="question", details={"danger": "danger is null"})


@pytest.mark.parametrize("proof", [red_flags_first, unknown_is_mild])
def test_it_holds_of_the_built_in_pathway(proof: Callable[[Trial], Iterator[Breach]]) -> None:
    assert list(proof(Trial(PATHWAY))) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([HOSPITAL, UNKNOWN, LAST], []),
        ([HOSPITAL, ASK], []),
        ([HOSPITAL, UNKNOWN, Row("a", urgency="urgent"), LAST], []),
        ([HOSPITAL, UNKNOWN, Row("b"), Row("a", urgency="urgent"), LAST], ["true of this patient, yet a row above"]),
        ([Row("a"), HOSPITAL, UNKNOWN, LAST], ["yet a row above", "yet not for this patient", "does not wait"]),
        ([Row("danger and a", urgency="emergency"), UNKNOWN, LAST], ["yet not for", "less urgent than"]),
        ([Row("danger or a"), LAST], ["no action is an emergency", "brings nobody to care"]),
        ([HOSPITAL, LAST], ["no row asks for it"]),
        ([HOSPITAL, Row("danger is null"), UNKNOWN, LAST], ["does not wait for it"]),
        ([Row("danger and a"), Row("danger or b", urgency="urgent"), LAST], ["no action is", "true of", *["less urgent than"] * 2]),
        ([Row("danger is null", urgency="urgent"), Row("danger and a", urgency="urgent"), LAST], ["no action is", "less urgent than"]),
    ],
    ids=[
        "first", "asked at the end", "urgent next", "urgent hidden", "hidden", "for some only", "unheard",
        "not asked for", "not waited for", "hushed", "louder when unknown",
    ],
)  # fmt: skip
def test_a_red_flag_outranks_everything(rows: list[Row], told: list[str]) -> None:
    breaches = list(red_flags_first(Trial(small(*rows))))
    assert all(part in breach.what for breach, part in zip(breaches, told, strict=True))


def test_a_red_flag_that_is_no_truth_is_not_proved() -> None:
    pathway = small(HOSPITAL, UNKNOWN, LAST)
    word = replace(pathway.features[FeatureName("word")], red_flag=True)
    (breach,) = red_flags_first(Trial(replace(pathway, features={**pathway.features, word.name: word})))
    assert breach.what == "The red flag `word` is not a truth, and of no other is this proved"


@pytest.mark.parametrize(
    ("rows", "contradictions", "shown"),
    [
        ([Row("a is null", invasiveness=3), LAST], {}, ["R1", "R2"]),
        ([Row("a is null", invasiveness=3), Row("a", invasiveness=3), LAST], {}, []),
        ([Row("x is null", invasiveness=3), Row("x > 5", invasiveness=2), LAST], {}, ["R1", "R2", "R2", "R3", "R3"]),
        ([Row("x is null", invasiveness=3), Row("x > 9.99999999", invasiveness=3), LAST], {}, []),
        ([Row("x is null", invasiveness=3), Row("x > 10", invasiveness=3), LAST], {}, ["R1", "R3", "R3"]),
        ([Row("x is null and y = 4", invasiveness=3), Row("x - y > 5", invasiveness=3), LAST], {}, []),
        ([Row("x is null and y = 6", invasiveness=3), Row("x - y > 5", invasiveness=3), LAST], {}, ["R1", "R3"]),
        ([Row("a is null", invasiveness=3), Row("a", invasiveness=3), LAST], {"c": "a and b"}, ["R1", "R3"]),
        ([Row("word is null", invasiveness=1), Row("word = 'low'", invasiveness=1), LAST], {}, []),
        ([Row("word is null", invasiveness=1), LAST], {}, ["R1", "R2", "R2"]),
        ([Row("scans is null", invasiveness=1), Row("scans is not null", invasiveness=1), LAST], {}, []),
    ],
)
def test_no_unknown_leads_further_than_every_answer(
    rows: list[Row], contradictions: dict[str, str], shown: list[str]
) -> None:
    breaches = list(unknown_is_mild(Trial(small(*rows, contradictions=contradictions))))
    rows_shown = [run.row for breach in breaches for run in breach.runs]
    assert rows_shown[: len(shown)] == shown
    assert bool(rows_shown) == bool(shown)


def test_where_every_answer_would_clash_there_is_nothing_to_compare() -> None:
    rows = Row("a is null", invasiveness=1), LAST
    assert list(unknown_is_mild(Trial(small(*rows, contradictions={"c": "a", "d": "not a"})))) == []


def test_being_asked_for_something_else_is_not_where_an_answer_leads() -> None:
    ask = Row("a is not null and b is null", details={"b": "a is not null and b is null"})
    further = Row("a is null and b is null", invasiveness=1)
    assert list(unknown_is_mild(Trial(small(ask, further, Row("b", invasiveness=1), LAST)))) == []
    breach, *_ = unknown_is_mild(Trial(small(ask, further, LAST)))
    assert {run.row for run in breach.runs} == {"R2", "R1", "R3"}


def test_a_number_that_only_is_there_or_not_is_tried_with_any_value() -> None:
    pathway = small(Row("x is null", invasiveness=1), LAST)
    x = replace(pathway.features[FeatureName("x")], low=None, high=None)
    (breach,) = unknown_is_mild(Trial(replace(pathway, features={**pathway.features, x.name: x})))
    assert [run.row for run in breach.runs] == ["R1", "R2"]
