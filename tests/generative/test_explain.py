"""Whoever the patient, a plan's explanation means what its definitions say."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.generative.small_pathways import EVERY, World, feature, pathway

from isthmus.pathway import CaseFeature
from isthmus.plan import Explanation, Patient
from isthmus.plan.explain import Explainer
from isthmus.rules import Value
from isthmus.terms import FeatureName

EXAMPLES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

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
