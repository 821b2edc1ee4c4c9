"""Whoever the patient, a plan's explanation means what its definitions say."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.generative.small_pathways import EVERY, World, feature, pathway
from tests.generative.test_pathway import values_of
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.pathway import CaseFeature
from isthmus.plan import Explanation, Patient, read_patient
from isthmus.plan.explain import Explainer
from isthmus.plan.patient import plain
from isthmus.rules import Value
from isthmus.terms import FeatureName, Truth

EXAMPLES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
EXPLAINER = Explainer(PATHWAY)

NUMBERS = (
    feature("rf_a", "boolean", ((False, True),)),
    feature("x", "decimal", "up"),
    feature("y", "decimal"),
    feature("w", "choice", (("u", "v"),)),
)
LISTS = (
    feature("b", "boolean"),
    feature("n", "integer", "down"),
    feature("x", "decimal"),
    feature("s", "choices", "grows"),
    feature("fixed", "boolean", "never"),
)
OF_NUMBERS = [
    "rf_a",
    "x > 1",
    "y <= 1",
    "x = 0",
    "x - y > 0",
    "x + y <= 2",
    "y - x >= 1",
    "x - y != 1",
    "w = 'u'",
    "rf_a is null",
    "x is null",
    "Coalesce(rf_a, x < 1)",
    "if rf_a is true then x > 1 else y > 1",
    "(if w is null then null else if (w = 'u') is true then x else y) >= 1",
    "(x > 1 implies w = 'v')",
]
OF_LISTS = [
    "b",
    "fixed",
    "n = 1",
    "n >= 2",
    "x < 1",
    "n - x > 0",
    "n + x + x < 3",
    "(b xor fixed)",
    "(x ~ n)",
    "n in {0, 2}",
    "s is null",
    "if s is null then null else 'u' in s",
    "if s is null then b else exists s",
    "-x > n - 2",
    "2 * n > x",
]
CLASHES = {
    NUMBERS: ["x - y > 1", "rf_a and w = 'u'", "x > 1 and y < 1", "rf_a and w is not null"],
    LISTS: ["n - x > 1", "b and n = 0", "fixed and b"],
}


@st.composite
def rules(draw: st.DrawFn, atoms: list[str]) -> str:
    one, other = draw(st.sampled_from(atoms)), draw(st.sampled_from(atoms))
    shape = draw(st.sampled_from(["{0}", "not ({0})", "({0}) and ({1})", "({0}) or ({1})", "({0}) is true or ({1})"]))
    return shape.format(one, other)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    features, atoms = draw(st.sampled_from([(NUMBERS, OF_NUMBERS), (LISTS, OF_LISTS)]))
    rows = draw(st.lists(st.tuples(rules(atoms), st.sampled_from("abc")), min_size=1, max_size=4))
    clashes = draw(st.lists(st.sampled_from(CLASHES[features]), max_size=2, unique=True))
    return World(pathway(features, rows, clashes))


def persons(world: World) -> st.SearchStrategy[dict[FeatureName, Value]]:
    half = Decimal("0.5")

    def values(each: CaseFeature) -> st.SearchStrategy[Value]:
        # Halves, so that quarters lie on both sides of wherever a rule can cut another number.
        return st.sampled_from(EVERY[each.type]).filter(
            lambda value: not isinstance(value, Decimal) or value % half == 0
        )

    return st.fixed_dictionaries({name: values(each) for name, each in world.pathway.features.items()})


def explained(world: World, patient: Patient) -> Explanation:
    return Explainer(world.pathway).explain(patient)


@EXAMPLES
@given(st.data())
def test_settled_and_questions_are_as_if_every_completion_were_tried(data: st.DataObject) -> None:
    world = data.draw(worlds())
    patient = data.draw(persons(world))
    explanation = explained(world, patient)
    assert explanation.settled == world.settled(patient)
    assert {each.feature: frozenset(each.could_lead_to) for each in explanation.questions} == world.questions(patient)
    assert explanation.settled == (explanation.questions == ())
    flags = [world.pathway.features[each.feature].red_flag for each in explanation.questions]
    assert flags == sorted(flags, reverse=True)


@EXAMPLES
@given(st.data())
def test_reasons_force_the_action_and_no_fewer_facts_do(data: st.DataObject) -> None:
    world = data.draw(worlds())
    patient = data.draw(persons(world))
    explanation = explained(world, patient)
    names = [fact.feature for fact in explanation.because]
    assert all(fact.value == patient[fact.feature] for fact in explanation.because)
    if explanation.settled:
        assert world.forces(patient, names)
        assert len(names) == world.fewest_reasons(patient)
    else:
        assert names == []


@EXAMPLES
@given(st.data())
def test_what_would_change_the_plan_is_all_there_is_of_the_fewest_facts_and_does(data: st.DataObject) -> None:
    world = data.draw(worlds())
    patient = data.draw(persons(world))
    now = world.outcome(patient)
    turns = explained(world, patient).would_change
    for turn in turns:
        changed = {**patient, **{change.feature: change.after for change in turn.changes}}
        action, clashes = world.outcome(changed)
        assert action == turn.action != now[0]
        assert clashes <= now[1]
        assert all(change.before == patient[change.feature] for change in turn.changes)
        assert all(world.can_become(patient, change.feature, change.after) for change in turn.changes)
    found = {(tuple(change.feature for change in turn.changes), turn.action) for turn in turns}
    assert found == world.turns(patient)
    assert len(found) == len(turns)


@EXAMPLES
@given(st.data())
def test_a_single_fact_changes_to_the_nearest_value(data: st.DataObject) -> None:
    world = data.draw(worlds())
    patient = data.draw(persons(world))
    clashes = world.outcome(patient)[1]
    for turn in explained(world, patient).would_change:
        if len(turn.changes) == 1:
            name = turn.changes[0].feature
            now, after = patient[name], turn.changes[0].after
            for value in world.every_real(name):
                action, new = world.outcome({**patient, name: value})
                if world.can_become(patient, name, value) and action == turn.action and new <= clashes:
                    assert far(now, after) <= far(now, value)


def far(now: Value, value: Value) -> tuple[int, Decimal]:
    """Say how far a value lies from the present one: its decimals first."""
    if isinstance(now, tuple) and isinstance(value, tuple):
        return 0, Decimal(len(set(now) ^ set(value)))
    if isinstance(now, int | Decimal) and isinstance(value, int | Decimal):
        exponent = Decimal(value).normalize().as_tuple().exponent
        assert isinstance(exponent, int)
        return max(-exponent, 0), abs(Decimal(value) - now)
    return 0, Decimal(1)


# Of the pathway itself not everybody can be listed; whoever is drawn must bear out what is said of all.


def anything_of(each: CaseFeature) -> st.SearchStrategy[object]:
    """Draw a value, most often one of a worked patient: there the pathway decides."""
    worked = [facts[each.name] for facts in FACTS.values() if facts.get(each.name) is not None]
    drawn = values_of(each)
    return st.sampled_from(worked) | drawn if worked else drawn


def somebody(facts: Mapping[FeatureName, object], free: Collection[FeatureName]) -> st.SearchStrategy[Patient]:
    """Draw whoever shares all facts but those that are free, of whom everything is known."""
    others = {name: anything_of(each) for name, each in PATHWAY.features.items() if name in free}
    return st.fixed_dictionaries(others).map(
        lambda drawn: read_patient(PATHWAY, {str(k): v for k, v in {**facts, **drawn}.items()})
    )


patients = st.builds(
    lambda facts, names, other: read_patient(PATHWAY, {**facts, **{name: other[name] for name in names}}),
    st.sampled_from([*FACTS.values()]),
    st.sets(st.sampled_from([*PATHWAY.features]), max_size=6),
    st.fixed_dictionaries({name: st.none() | anything_of(each) for name, each in PATHWAY.features.items()}),
)


def outcome(patient: Patient) -> tuple[str, frozenset[str]]:
    return World(PATHWAY).outcome(patient)


@EXAMPLES
@given(st.data())
def test_nobody_is_led_elsewhere_than_a_settled_plan_or_than_what_forces_it(data: st.DataObject) -> None:
    patient = data.draw(patients)
    explanation = EXPLAINER.explain(patient)
    action, allowed = outcome(patient)
    assert explanation.settled == (explanation.questions == ())
    if explanation.settled:
        unknown = {name for name, value in patient.items() if value in (None, Truth.UNKNOWN)}
        forced = {fact.feature for fact in explanation.because}
        for free in (
            unknown,
            data.draw(st.sets(st.sampled_from(sorted(unknown))) if unknown else st.just(set())),
            patient.keys() - forced,
        ):
            other = data.draw(somebody({name: plain(value) for name, value in patient.items()}, free))
            led, clashes = outcome(other)
            assert led == action or not clashes <= allowed


@EXAMPLES
@given(patients)
def test_what_would_change_a_plan_changes_it(patient: Patient) -> None:
    action, allowed = outcome(patient)
    for turn in EXPLAINER.explain(patient).would_change:
        led, clashes = outcome({**patient, **{change.feature: change.after for change in turn.changes}})
        assert led == turn.action != action
        assert clashes <= allowed
