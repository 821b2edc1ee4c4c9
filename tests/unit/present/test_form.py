from dataclasses import replace

import pytest

from isthmus.condition import Condition
from isthmus.errors import Fault
from isthmus.pathway import Choice
from isthmus.present.form import Form, Question, ask_one, lay_out
from isthmus.terms import FeatureName


def question(form: Form, name: str) -> Question:
    return next(asked for section in form.sections for asked in section.questions if asked.name == name)


def test_every_case_feature_is_asked_once(condition: Condition) -> None:
    form = lay_out(condition.pathway, {})
    asked = [question.name for section in form.sections for question in section.questions]
    assert sorted(asked) == sorted(condition.pathway.features)


def test_danger_signs_stand_first_wherever_their_group_stands_in_the_file(condition: Condition) -> None:
    last = replace(condition.pathway, groups=condition.pathway.groups[::-1])
    form = lay_out(last, {})
    assert [section.danger for section in form.sections] == [True] + [False] * (len(form.sections) - 1)


def test_nothing_is_chosen_for_the_reader(condition: Condition) -> None:
    form = lay_out(condition.pathway, {})
    questions = [asked for section in form.sections for asked in section.questions]
    assert not any(option.chosen for asked in questions for option in asked.options)
    assert {asked.typed for asked in questions} == {()}


def test_what_was_typed_is_kept(condition: Condition) -> None:
    form = lay_out(condition.pathway, {"course": ["worse"], "age_years": ["abc"]})
    assert [option.value for option in question(form, "course").options if option.chosen] == ["worse"]
    assert question(form, "age_years").typed == ("abc",)


def test_a_fault_stands_at_its_question_and_in_the_summary(condition: Condition) -> None:
    form = lay_out(condition.pathway, {}, [Fault("age_years", "This is out of range.", "Give less.")])
    asked = question(form, "age_years")
    assert asked.error == "This is out of range. Give less."
    assert form.problems == (("age_years", f"{asked.ask} This is out of range. Give less."),)


def test_a_fault_of_no_question_stands_in_the_summary_alone(condition: Condition) -> None:
    form = lay_out(condition.pathway, {}, [Fault("age_yaers", "This is no question.", "Leave it out.")])
    assert form.problems == (("age_yaers", "This is no question. Leave it out."),)


def test_where_the_pathway_knows_unknown_as_an_answer_no_second_one_is_offered(condition: Condition) -> None:
    name = FeatureName("course")
    feature = condition.pathway.features[name]
    with_unknown = replace(feature, choices=(*feature.choices, Choice("unknown", "Not sure")))
    pathway = replace(condition.pathway, features={**condition.pathway.features, name: with_unknown})
    assert question(lay_out(pathway, {}), "course").offers_unknown is False
    assert question(lay_out(condition.pathway, {}), "course").offers_unknown is True


@pytest.mark.parametrize(
    ("name", "control", "limits"),
    [
        ("rf_saddle_numb", "yes_no", None),
        ("age_years", "number", ("0", "110")),
        ("course", "one_of", None),
        ("imaging_done", "any_of", None),
    ],
)
def test_a_question_is_answered_as_its_type_asks(
    name: str, control: str, limits: tuple[str, str] | None, condition: Condition
) -> None:
    asked = question(lay_out(condition.pathway, {}), name)
    assert (asked.control, asked.range) == (control, limits)


def test_a_form_asks_in_the_words_of_its_reader(condition: Condition) -> None:
    for audience, wording in condition.pathway.wordings.items():
        form = lay_out(condition.pathway, {}, audience=audience)
        asked = {each.name: each.ask for section in form.sections for each in section.questions}
        assert asked == {str(name): words.ask for name, words in wording.features.items()}


def test_one_question_can_be_asked_alone(condition: Condition) -> None:
    feature = condition.pathway.features[FeatureName("age_years")]
    fault = Fault("age_years", "This is no number.", "Write digits.")
    alone = ask_one(feature, {"age_years": ["x"]}, [fault])
    assert alone == question(lay_out(condition.pathway, {"age_years": ["x"]}, [fault]), "age_years")
