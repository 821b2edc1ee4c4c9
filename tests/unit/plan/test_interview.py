from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from tests.generative.small_pathways import EVERY, World, feature, pathway
from tests.unit.knowledge import CASES, FACTS, PATHWAY

from isthmus.errors import InvalidCase, UnknownName
from isthmus.pathway import Pathway, WorkedCase
from isthmus.plan import Interview, Patient, make_plan
from isthmus.plan.patient import plain
from isthmus.terms import ActionId, AudienceId

TODAY = date(2026, 11, 21)
ORDINARY = next(action for action in PATHWAY.actions.values() if action.urgency == "ordinary")
FEATURES = [feature("rf_a", "boolean"), feature("b", "boolean"), feature("w", "choice"), feature("n", "integer")]


def with_actions(small: Pathway, *, emergency: str = "") -> Pathway:
    """Give each action of a small pathway an urgency: ordinary, but for one that may be an emergency."""
    actions = {row.action: ORDINARY for row in small.recommendations}
    return replace(small, actions={**actions, ActionId(emergency): replace(ORDINARY, urgency="emergency")})


WORLD = World(
    with_actions(
        pathway(
            FEATURES,
            [("rf_a", "care"), ("b and w = 'u'", "rest"), ("n > 1 and w is null", "image"), ("rf_a is null", "ask")],
            ["b and n = 0"],
        )
    )
)


@pytest.fixture(scope="module")
def interview() -> Interview:
    return Interview(PATHWAY)


def asked(interview: Interview, case: WorkedCase) -> tuple[dict[str, object], list[str]]:
    """Interview a worked patient: what they then told, and what they did not know."""
    told: dict[str, object] = {}
    declined: list[str] = []
    while question := interview.next_question(told, declined):
        assert question.feature not in told
        assert question.feature not in declined
        value = case.facts.get(question.feature)
        if value in (None, "unknown"):
            declined.append(question.feature)
        else:
            told[question.feature] = value
    return told, declined


def some_answer_matters(patient: Patient, declined: Collection[str]) -> bool:
    """Try every answer to what is neither known nor declined."""
    free = [
        (value,) if value is not EVERY[each.type][0] or name in declined else EVERY[each.type]
        for (name, value), each in zip(patient.items(), WORLD.pathway.features.values(), strict=True)
    ]
    others = [dict(zip(patient, values, strict=True)) for values in product(*free)]
    now, clashing = WORLD.outcome(patient)
    return any(action != now and clashes <= clashing for action, clashes in map(WORLD.outcome, others))


def test_it_asks_exactly_while_some_answer_could_change_the_action() -> None:
    interview = Interview(WORLD.pathway)
    for values in product(*((EVERY[each.type][0], EVERY[each.type][1]) for each in WORLD.pathway.features.values())):
        patient = dict(zip(WORLD.names, values, strict=True))
        told: dict[str, object] = {name: plain(value) for name, value in patient.items()}
        unknown = [name for name, value in patient.items() if plain(value) is None]
        for size in range(len(unknown) + 1):
            for declined in combinations(unknown, size):
                question = interview.next_question(told, declined)
                assert (question is not None) == some_answer_matters(patient, declined)
                assert (question is None) == interview.is_over(told, declined)
                assert question is None or question.feature in set(unknown) - set(declined)


def test_red_flags_are_asked_first(interview: Interview) -> None:
    question = interview.next_question({})
    assert question is not None
    assert PATHWAY.features[question.feature].red_flag
    assert question.ask == PATHWAY.features[question.feature].ask
    assert "emergency-now" in question.could_lead_to


@pytest.mark.parametrize("audience", PATHWAY.wordings)
def test_an_audience_is_asked_in_its_own_words_with_the_reason(audience: AudienceId) -> None:
    question = Interview(PATHWAY, audience=audience).next_question({})
    assert question is not None
    words = PATHWAY.wordings[audience].features[question.feature]
    assert (question.ask, question.why) == (words.ask, words.why)


def test_an_audience_without_words_is_told_before_anything_is_asked() -> None:
    with pytest.raises(UnknownName, match="There is no audience `patent`."):
        Interview(PATHWAY, audience="patent")


def test_an_emergency_is_not_kept_waiting(interview: Interview) -> None:
    assert interview.next_question({"rf_saddle_numb": True}) is None


def test_an_emergency_is_not_kept_waiting_even_where_something_could_change_it() -> None:
    small = pathway(FEATURES, [("b", "rest"), ("rf_a", "go")])
    assert Interview(with_actions(small)).next_question({"rf_a": True}) is not None
    assert Interview(with_actions(small, emergency="go")).next_question({"rf_a": True}) is None


def test_where_a_danger_sign_stays_open_only_other_danger_signs_are_asked(interview: Interview) -> None:
    open_sign, *others = (name for name, feature in PATHWAY.features.items() if feature.red_flag)
    assert interview.next_question({str(name): False for name in others}, [open_sign]) is None


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.action != "resolve-contradiction"][::9], ids=lambda case: str(case.id)
)
def test_a_patient_whose_facts_agree_gets_the_plan_of_all_they_know(interview: Interview, case: WorkedCase) -> None:
    told, declined = asked(interview, case)
    assert make_plan(PATHWAY, told, audience="patient", today=TODAY).action == case.action
    assert len(told) + len(declined) < len(PATHWAY.features)


def test_facts_that_do_not_fit_are_refused(interview: Interview) -> None:
    with pytest.raises(InvalidCase):
        interview.next_question({**FACTS["saddle"], "age_years": 111})


def test_an_answer_can_make_what_is_open_fewer_and_never_more(interview: Interview) -> None:
    for case in CASES[::30]:
        told: dict[str, object] = {}
        declined: list[str] = []
        before = set(PATHWAY.features)
        while questions := interview.open_questions(told, declined):
            assert {question.feature for question in questions} <= before
            assert interview.next_question(told, declined) == questions[0]
            name = questions[0].feature
            before = {question.feature for question in questions} - {name}
            value = case.facts.get(name)
            if value in (None, "unknown"):
                declined.append(name)
            else:
                told[name] = value
