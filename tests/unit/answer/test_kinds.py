import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.kinds import audience_of, context_of, kind_of, questions_in, seeks_next_step, speaks_of_dispute
from isthmus.claims import Asking, Words


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What is a pars defect?", "what"),
        ("Explain the stages", "what"),
        ("Why does it hurt?", "why"),
        ("What causes a slip?", "why"),
        ("How long until he can play?", "how-long"),
        ("How many weeks off football?", "how-long"),
        ("How soon may I drive?", "how-long"),
        ("How likely is a slip?", "how-likely"),
        ("What are my chances of playing again?", "how-likely"),
        ("How common is it?", "how-likely"),
        ("Which scan comes first?", "which"),
        ("What kind of brace?", "which"),
        ("Is repair better than fusion?", "compare"),
        ("Buck screw versus fusion?", "compare"),
        ("Difference between a slip and a crack?", "compare"),
        ("Can I swim?", "may-i"),
        ("Is it safe to run?", "may-i"),
        ("May my daughter dance?", "may-i"),
        ("When is surgery considered?", "when"),
        ("At what age is a repair done?", "when"),
        ("How do I prepare?", "how-to"),
        ("What should I do at home?", "how-to"),
        ("Who gets it?", "who"),
        ("Does a brace help?", "whether"),
        ("pars defect", None),
    ],
)
def test_a_question_shows_the_kind_of_answer_it_wants(question: str, kind: str | None) -> None:
    assert kind_of(Words.of(question), ASKING) == kind


@pytest.mark.parametrize(
    ("question", "audience"),
    [
        ("Can my son play?", "parent"),
        ("When can our gymnasts train?", "coach"),
        ("When do I scan my patient?", "primary-care-clinician"),
        ("Buck repair or pedicle screws?", "surgeon"),
        ("I am a gymnast. May I train?", "athlete"),
        ("My client has a slip.", "physiotherapist"),
        ("What is a pars defect?", None),
        ("My son is one of my players.", None),
    ],
)
def test_who_seems_to_ask_is_a_guess_that_may_stay_open(question: str, audience: str | None) -> None:
    assert audience_of(Words.of(question), ASKING) == audience


@pytest.mark.parametrize(
    ("question", "questions"),
    [
        ("Is it dangerous and how long until he can play?", ("Is it dangerous?", "how long until he can play?")),
        ("My son is 14. Does he need a brace? When can he play?", ("Does he need a brace?", "When can he play?")),
        ("Is rest enough?", ()),
        ("Is rest, heat and a brace enough?", ()),
        ("He has pain and what he needs is rest.", ()),
        ("14, gymnast?", ()),
        (
            "In a child, should it be scanned, and when can he run?",
            ("In a child, should it be scanned?", "when can he run?"),
        ),
    ],
)
def test_several_questions_are_taken_apart(question: str, questions: tuple[str, ...]) -> None:
    assert questions_in(question, ASKING) == questions


def test_what_is_told_besides_the_questions_is_kept() -> None:
    text = "My son is 14. Does he need a brace? When can he play?"
    assert context_of(text, questions_in(text, ASKING)) == "My son is 14."


@pytest.mark.parametrize(
    ("question", "seeks"),
    [
        ("What should I do next?", True),
        ("Should my son have surgery?", True),
        ("Which operation should I have?", True),
        ("Is it time for me to have the injection?", True),
        ("What is the next step for my daughter?", True),
        ("Does my son need an X-ray or an MRI first?", False),
        ("When is surgery considered?", False),
        ("What is the first treatment?", False),
    ],
)
def test_a_question_may_seek_the_next_step_of_one_person(question: str, *, seeks: bool) -> None:
    assert seeks_next_step(Words.of(question), ASKING) is seeks


@pytest.mark.parametrize(
    ("question", "disputed"),
    [
        ("Do doctors agree on braces?", True),
        ("One surgeon says repair, another says fusion.", True),
        ("My physio says rest. The consultant says move. Who is right?", True),
        ("I keep reading different numbers.", True),
        ("Some say it must heal and some say pain is the guide.", True),
        ("The nurse says nothing after midnight but the leaflet says water.", True),
        ("Every hospital does something else.", True),
        ("Surgeon A would repair it, surgeon B would not.", True),
        ("Is there a consensus?", True),
        ("One side or both?", False),
        ("My surgeon says rest.", False),
        ("What is a brace?", False),
    ],
)
def test_a_question_may_say_that_others_do_not_agree(question: str, *, disputed: bool) -> None:
    assert speaks_of_dispute(Words.of(question), ASKING) is disputed


def test_without_data_nothing_is_understood() -> None:
    assert kind_of(Words.of("What?"), Asking()) is None
    assert questions_in("What? When?", Asking()) == ()
