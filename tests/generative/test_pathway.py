"""Whoever the patient, the pathway decides, and danger comes first."""

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.knowledge import PATHWAY

from isthmus.pathway import CaseFeature
from isthmus.plan import Plan, apply, read_patient
from isthmus.terms import AudienceId

EXAMPLES = settings(max_examples=300, deadline=None)
TODAY = date(2026, 11, 21)

EMERGENCIES = [
    "rf_bladder_bowel",
    "rf_saddle_numb",
    "rf_leg_weakness_bilateral",
    "rf_progressive_deficit",
    "rf_fever_infection",
    "rf_major_trauma",
]
"""The signs of section 3 that send a person to hospital and that must be asked of everybody."""

Facts = Mapping[str, object]


def values_of(feature: CaseFeature) -> st.SearchStrategy[object]:
    match feature.type:
        case "boolean":
            return st.booleans()
        case "choice":
            return st.sampled_from([choice.value for choice in feature.choices])
        case "choices":
            return st.lists(st.sampled_from([choice.value for choice in feature.choices]), unique=True)
        case _:
            places = 0 if feature.type == "integer" else 1
            return st.decimals(feature.low, feature.high, places=places)


anybody = st.fixed_dictionaries({name: st.none() | values_of(feature) for name, feature in PATHWAY.features.items()})
NO_EMERGENCY: Facts = dict.fromkeys(EMERGENCIES, False)


def planned(facts: Facts) -> Plan:
    return apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId("patient"), today=TODAY)


@EXAMPLES
@given(anybody)
def test_the_pathway_always_decides_and_says_why(facts: Facts) -> None:
    plan = planned(facts)
    assert plan.action in PATHWAY.actions
    assert plan.trace[-1].row == plan.row
    assert plan.title
    assert plan.wording


@EXAMPLES
@given(anybody, st.sampled_from([*EMERGENCIES, "rf_postop_warning"]))
def test_a_danger_sign_outranks_everything(facts: Facts, sign: str) -> None:
    assert planned({**facts, sign: True}).action == "emergency-now"


@EXAMPLES
@given(anybody, st.sampled_from(EMERGENCIES))
def test_while_a_danger_sign_is_unknown_nothing_is_said_but_to_ask_or_to_go(facts: Facts, sign: str) -> None:
    plan = planned({**facts, sign: None})
    assert plan.action in {"ask-red-flags", "emergency-now"}
    assert plan.action == "emergency-now" or sign in plan.detail


@EXAMPLES
@given(anybody)
def test_surgery_is_never_talked_about_before_disc_stability_and_slip_are_known(facts: Facts) -> None:
    plan = planned({**facts, **NO_EMERGENCY, "disc": None})
    assert not plan.action.startswith("discuss-")


@EXAMPLES
@given(anybody)
def test_a_child_is_never_led_to_an_injection(facts: Facts) -> None:
    assert planned({**facts, "age_years": 15}).action != "consider-injection"


@EXAMPLES
@given(anybody)
def test_scans_that_are_not_known_never_lead_to_another_scan(facts: Facts) -> None:
    plan = planned({**facts, **NO_EMERGENCY, "imaging_done": None})
    assert not plan.action.startswith("image-")


@EXAMPLES
@given(anybody)
def test_every_flag_raised_and_every_claim_cited_exists(facts: Facts) -> None:
    plan = planned(facts)
    assert set(plan.flags) <= {flag.id for flag in PATHWAY.flags}
    assert all(said.claims or not any(character.isdigit() for character in said.text) for said in plan.wording)
