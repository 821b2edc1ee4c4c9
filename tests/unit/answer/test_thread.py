import pytest
from tests.built_in import built_in_condition, built_in_respondent
from tests.unit.answer.asking import ASKING

from isthmus.answer.thread import clean_thread, leans, only_corrects
from isthmus.errors import InvalidQuestion

CONDITION = built_in_condition()
RESPONDENT = built_in_respondent()
EMERGENCY = "My groin is numb since this morning"


def claims(question: str, *thread: str) -> list[str]:
    return [str(statement.claim) for statement in RESPONDENT.ask(question, thread=thread).statements]


def topics(question: str, *thread: str) -> set[str]:
    evidence = CONDITION.evidence
    return {
        str(evidence.claims[one.claim].topic) for one in RESPONDENT.ask(question, thread=thread).statements if one.claim
    }


@pytest.mark.parametrize(
    ("question", "leaning"),
    [
        ("and for adults?", True),
        ("how long?", True),
        ("what if that fails?", True),
        ("Is it safe?", True),
        ("Why?", True),
        ("What is a pars defect?", False),
        ("How long does a fusion take to heal in an adult?", False),
        ("I have a slip. Is it bad?", False),
        ("\N{THUMBS UP SIGN}", False),
    ],
)
def test_a_question_that_says_too_little_by_itself_leans(question: str, *, leaning: bool) -> None:
    assert leans(question, ASKING) is leaning


def test_a_question_that_leans_is_answered_from_what_it_leans_on() -> None:
    assert topics("how long?", "Does a brace help?") == {"bracing"}
    assert topics("why?", "Tell me about braces.", "Does a brace help?") == {"bracing"}


def test_one_that_leans_on_another_that_leans_goes_further_back() -> None:
    assert topics("why?", "Does a brace help?", "how long?") == {"bracing"}
    assert claims("why?", "how long?") == []


@pytest.mark.parametrize(
    "reply", ["no", "thanks", "I'm 55", "about 3 months", "left side", "she plays hockey", "my daughter", "15"]
)
def test_a_reply_between_two_questions_is_passed_over(reply: str) -> None:
    assert claims("and if it does not work?", "Are injections any good?", reply) == claims(
        "and if it does not work?", "Are injections any good?"
    )
    assert topics("how long?", "Does a brace help?", reply) == {"bracing"}


@pytest.mark.parametrize(
    "question", ["how many weeks?", "thanks, how long?", "what are the side effects?", "can I have more than one?"]
)
def test_a_short_question_that_names_nothing_leans_on_one_that_does(question: str) -> None:
    asked = "Are injections any good for a pars defect?"
    assert topics(question, asked) == {"injection"}
    assert topics(question, asked, "how long for?") == {"injection"}
    assert not claims(question, "What is the capital of France?")


@pytest.mark.parametrize("question", ["What is the capital of France?", "What about my knee?", "thanks"])
def test_what_names_something_else_or_asks_nothing_leans_on_nothing(question: str) -> None:
    assert claims(question, "Are injections any good for a pars defect?") == []


def test_how_long_asks_for_the_time_of_what_was_asked_about() -> None:
    held = claims("how long?", "My son is 14.", "Does a brace help?")
    assert "PD-083" in held
    assert "PD-078" not in held
    assert claims("why?", "Does a brace help?") != held


def test_it_says_nothing_of_its_own_without_what_came_before() -> None:
    assert claims("how long?") == []


def test_who_is_asked_about_is_who_was_named_last() -> None:
    first = RESPONDENT.ask("What is the first treatment for a teenager?")
    then = RESPONDENT.ask("and for adults?", thread=[first.question])
    assert then.statements
    assert then.behaviour == "answer"


def test_a_question_with_its_own_topic_leaves_the_one_before() -> None:
    assert topics("and for a brace?", "Is surgery risky?") == {"bracing"}
    assert claims("What is a pars defect?", "Does a brace help?") == claims("What is a pars defect?")


def test_an_emergency_told_before_does_not_end_with_the_next_question() -> None:
    assert RESPONDENT.ask("What is a brace?", thread=[EMERGENCY]).behaviour == "emergency"
    assert RESPONDENT.ask("What is a brace?").behaviour != "emergency"


def test_a_follow_up_is_stopped_by_what_it_leans_on() -> None:
    assert RESPONDENT.ask("and how many?", thread=["May I give my son ibuprofen tablets?"]).behaviour == "abstain"


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who is the best surgeon in Leeds?", "And does a brace help?"),
        ("How much does a fusion cost?", "And how long is a brace worn?"),
        ("How many naproxen may she have?", "And how long is a brace worn?"),
    ],
)
def test_a_whole_question_after_a_refused_one_is_answered_though_it_opens_with_and(before: str, question: str) -> None:
    assert RESPONDENT.ask(before).behaviour == "abstain"
    assert claims(question, before) == claims(question) != []


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who is the best surgeon in Leeds?", "And who does repairs?"),
        ("How many naproxen may she have?", "And paracetamol?"),
        ("How many naproxen may she have?", "And how much after a fusion?"),
        ("How many naproxen may she have?", "And does it work for back pain?"),
        ("Can you read my MRI?", "And is the slip bad?"),
    ],
)
def test_one_that_asks_on_for_what_was_refused_is_refused_too(before: str, question: str) -> None:
    assert RESPONDENT.ask(question, thread=[before]).behaviour == "abstain"


@pytest.mark.parametrize(
    ("turn", "corrects"),
    [
        ("oops, 13", True),
        ("sorry, I meant twelve", True),
        ("correction: 5 months", True),
        ("My daughter is 13", False),
        ("sorry, I meant the left leg", False),
        ("Sorry, 13. Does a brace help?", False),
    ],
)
def test_a_turn_that_does_nothing_but_correct_a_number_is_told(turn: str, *, corrects: bool) -> None:
    assert only_corrects(turn, ASKING) is corrects


@pytest.mark.parametrize("turn", ["oops, 13", "typo, 13", "correction, I meant 13"])
def test_a_correction_leads_back_to_what_was_asked(turn: str) -> None:
    before = "My daughter is 12. Does a brace help?"
    answer = RESPONDENT.ask(turn, thread=[before])
    assert [str(one.claim) for one in answer.statements] == claims(before)
    assert [str(fact.value) for fact in answer.facts] == ["13"]
    assert RESPONDENT.ask(turn, thread=["How many naproxen may my daughter have? She is 12."]).behaviour == "abstain"


@pytest.mark.parametrize("turn", ["My daughter is 13.", "oops, 13"])
def test_a_fact_that_is_told_and_of_which_nothing_is_asked_is_not_called_another_matter(turn: str) -> None:
    asking = CONDITION.evidence.asking
    assert RESPONDENT.ask(turn, thread=["She is 12."]).reason == asking.replies.unasked
    assert RESPONDENT.ask("My daughter is 13 and likes tea.", thread=["She is 12."]).reason != asking.replies.unasked


def test_a_question_that_asks_for_facts_does_not_make_those_after_it_do_so() -> None:
    earlier = "Should I have surgery?"
    assert RESPONDENT.ask(earlier).behaviour == "clarify"
    assert RESPONDENT.ask("How long is recovery after that?", thread=[earlier]).behaviour != "clarify"


@pytest.mark.parametrize("turn", ["15", "...", "\N{THUMBS UP SIGN}"])
def test_a_turn_without_words_stops_nothing(turn: str) -> None:
    child = "My son is 14 and has a pars fracture."
    assert RESPONDENT.ask(turn, thread=[child]).question == turn
    assert RESPONDENT.ask(EMERGENCY, thread=[child, turn]).behaviour == "emergency"
    assert claims("Does a brace help?", turn) == claims("Does a brace help?")
    with pytest.raises(InvalidQuestion, match="holds no words"):
        RESPONDENT.ask(turn)


def test_a_conversation_has_an_end() -> None:
    assert len(clean_thread(["Why?"] * 50)) == 50
    with pytest.raises(InvalidQuestion, match="thread: There are more than 50 questions before it."):
        clean_thread(["Why?"] * 51)


def test_what_was_named_far_before_is_refused_where_a_question_only_points_at_it() -> None:
    story = "I take apixaban every day. I run. I swim. I row. I ski. I box. I ride. Can I just leave it out?"
    assert RESPONDENT.ask(story).behaviour == "abstain"
