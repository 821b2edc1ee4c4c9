import pytest
from tests.built_in import built_in_condition, built_in_respondent
from tests.unit.answer.asking import ASKING

from isthmus.answer.told_before import of_another, urgent_beside
from isthmus.claims import URGENT

EVIDENCE = built_in_condition().evidence
RESPONDENT = built_in_respondent()
CHILD = "My son is 13 with a pars fracture."
NIGHT = "He wakes up at night screaming with back pain."


@pytest.mark.parametrize(
    ("before", "now", "stop"),
    [
        (CHILD, NIGHT, "send_to_care"),
        ("I had a pars repair 5 days ago. Can I sit?", "The wound leaks pus.", "emergency"),
        (CHILD, "He sleeps well.", None),
        (CHILD, "Does it hurt at night?", None),
        ("Which scans are there for a child?", NIGHT, None),
        ("My daughter is 4.", "My son has back pain. He is 15.", None),
        ("My left leg has been weak for a year.", "I play hockey.", None),
        ("My left leg has been weak for a year.", "Now both are.", "emergency"),
        ("My toes tingle.", "And it spreads each day.", "emergency"),
        ("I have a numb patch.", "in my groin", "emergency"),
        ("I can't pee.", "It started on Monday.", None),  # which is an emergency by itself
    ],
)
def test_what_is_told_now_is_held_beside_what_was_told_before(before: str, now: str, stop: str | None) -> None:
    watch = urgent_beside(now, [before], EVIDENCE)
    assert (watch and watch.behaviour) == stop


def test_nothing_is_told_beside_a_first_question() -> None:
    assert urgent_beside(NIGHT, [], EVIDENCE) is None


def test_danger_told_in_two_turns_lasts() -> None:
    assert RESPONDENT.ask(NIGHT, thread=[CHILD]).reason == RESPONDENT.ask("can he swim", thread=[CHILD, NIGHT]).reason


@pytest.mark.parametrize(
    ("earlier", "since", "another"),
    [
        ("My daughter is 4.", ["What about my son, 15?"], True),
        ("My daughter is 4.", ["What about my son, 15?", "Can he swim?"], True),
        ("My daughter is 4.", ["What about my son, 15?", "And my daughter?"], False),
        ("My daughter is 4.", ["Can she swim?"], False),
        ("My 4 year old has a sore back.", ["My 15 year old has it too."], True),
        ("My girl is 9.", ["My daughter likes tennis."], False),
        ("Her back hurts.", ["What about my son?"], False),
    ],
)
def test_one_person_is_told_from_another_by_how_they_are_called(earlier: str, since: list[str], another: bool) -> None:
    assert of_another(earlier, since, ASKING) is another


def test_a_warning_sign_of_one_child_is_none_of_another_but_an_emergency_stays() -> None:
    sister = "My daughter is 4 and keeps saying her back hurts."
    brother = "What about my son, 15, with a pars fracture, can he swim?"
    assert RESPONDENT.ask(brother, thread=[sister]).behaviour != "send_to_care"
    assert RESPONDENT.ask("Can my daughter swim?", thread=[sister, brother]).behaviour == "send_to_care"
    assert RESPONDENT.ask(brother, thread=["My daughter cannot feel her groin since today."]).behaviour == "emergency"


def test_a_later_question_is_told_no_more_than_the_one_that_told_the_danger() -> None:
    told = "16M L L5 pars #, L EHL 4/5, thinner calf. ok for ex programme?"
    now, later = RESPONDENT.ask(told), RESPONDENT.ask("what are hamstring stretches good for", thread=[told])
    assert (now.behaviour, later.behaviour) == ("send_to_care", "send_to_care")


def test_what_was_told_long_before_is_not_held_beside_what_is_told_now() -> None:
    since = [f"She has played {game} for years." for game in ("golf", "chess", "darts", "bridge")]
    assert urgent_beside(NIGHT, [CHILD, *since[1:]], EVIDENCE) is not None
    assert urgent_beside(NIGHT, [CHILD, *since], EVIDENCE) is None


@pytest.mark.parametrize(
    "question",
    [
        "My toes are numb. It is spreading up. When may I run?",
        "She has pins and needles. They are between her legs. Which brace is best?",
        "My legs. They have gone weak. How long does healing take?",
        "His left foot is weak. Now the right one is too. How is it scanned?",
        "My leg is weak. It gets worse by the day. What is a slip?",
        "My right leg is weak. My left leg is weak. What is a slip?",
        "My calf is weak. The other one too.",
    ],
)
def test_a_danger_sign_in_two_short_sentences_is_one_beside_a_question_too(question: str) -> None:
    assert RESPONDENT.ask(question).behaviour == "emergency"


@pytest.mark.parametrize(
    "question",
    [
        "My foot hurts. It is sore after practice. When may I run?",
        "We bought a brace. It is stiff. How long is it worn?",
        "My brother had a weak foot after his disc. Mine is a pars defect. How is it scanned?",
        "My leg is fine. My back aches. What is a slip?",
    ],
)
def test_two_short_sentences_without_one_raise_no_alarm(question: str) -> None:
    assert RESPONDENT.ask(question).behaviour not in URGENT
