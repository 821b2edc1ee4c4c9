from dataclasses import replace

import pytest
from tests.built_in import built_in_condition, built_in_respondent

from isthmus.answer import Respondent
from isthmus.answer.hear import heard, leans_elsewhere, refusal_of, sounds_answerable, told_of
from isthmus.claims import Context, Guard, Listener, Scale, Watch, Words
from isthmus.claims.read_wording import WordingReader

LISTENER = Listener(
    danger=0.3,
    request=0.3,
    part=0.7,
    brief=0.3,
    brief_request=0.3,
    surely_answerable=0.9,
    dangers=("emergency", "send_to_care"),
    alone={},
    scales={
        "emergency": Scale(0.0, {"floppi": 30.0, "not_floppi": -60.0, "slowli": -30.0}),
        "send_to_care": Scale(-1.0, {"floppi": 25.0, "not_floppi": -60.0}),
        "dose": Scale(0.0, {"spoon": 15.0}),
        "elsewhere": Scale(-2.0, {"knee": 15.0}),
        "answerable": Scale(3.0, {"brace": 15.0}),
    },
)
EVIDENCE = built_in_condition().evidence
READER = WordingReader()


@pytest.fixture
def listening(guard: Guard) -> Guard:
    now = Watch("heard-emergency", "emergency", (), "Go now.")
    soon = Watch("heard-send_to_care", "send_to_care", (), "Go soon.")
    never = Watch("dose", "abstain", (), "No doses.")
    return replace(guard, listener=LISTENER, heard={"emergency": now, "send_to_care": soon, "dose": never})


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("My legs are floppy", "Go now."),
        ("slowly floppy", "Go soon."),
        ("My legs are not floppy", None),
        ("My legs are not. Floppy!", "Go now."),
        ("One spoon or two?", "No doses."),
        ("One spoon for floppy legs?", "Go now."),
        ("Does a brace help?", None),
        ("?", None),
    ],
)
def test_danger_and_requests_are_heard_in_the_words_as_a_whole(
    listening: Guard, message: str, reason: str | None
) -> None:
    found = heard(Words.of(message), listening)
    assert (found and found.reason) == reason


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("no floppy legs", None),
        ("No floppy legs, no fever.", None),
        ("I have no fever or floppy legs", None),
        ("no fever, floppy legs", "Go now."),
        ("no fever. Floppy!", "Go now."),
        ("no floppy legs, what now?", "Go now."),
        ("floppy", "Go now."),
    ],
)
def test_nothing_is_heard_in_what_tells_nothing_but_denied_danger_signs(
    listening: Guard, message: str, reason: str | None
) -> None:
    denied = Context(
        "denied",
        "ahead",
        cues=READER.choice(["no"]),
        over=READER.choice(["i", "have", "or", "and"]),
        listed=READER.choice(["floppy legs", "fever"]),
    )
    scales = {
        **LISTENER.scales,
        "emergency": Scale(0.0, {"floppi": 30.0, "!floppi": 30.0}),
        "answerable": Scale(-9.0, {}),
    }
    taught = replace(LISTENER, scales=scales)
    guard = replace(listening, contexts=((denied, frozenset(("emergency",))),), listener=taught)
    found = heard(Words.of(message), guard)
    assert (found and found.reason) == reason


def test_some_requests_are_not_heard_where_their_own_watch_would_not_hold(listening: Guard) -> None:
    soup = replace(listening.heard["dose"], unless=(READER.read("soup"),))
    guard = replace(listening, heard={**listening.heard, "dose": soup})
    assert heard(Words.of("One spoon of soup?"), guard) is soup
    assert heard(Words.of("One spoon of soup?"), replace(guard, unheard=frozenset({"dose"}))) is None
    assert heard(Words.of("One spoon?"), replace(guard, unheard=frozenset({"dose"}))) is soup


def test_a_condition_whose_listener_was_not_taught_hears_nothing(guard: Guard) -> None:
    assert heard(Words.of("My legs are floppy"), guard) is None
    assert leans_elsewhere(Words.of("My knee"), guard) == 0.0


def test_how_much_a_message_sounds_as_if_about_something_else_is_told(listening: Guard) -> None:
    assert leans_elsewhere(Words.of("my knee"), listening) > leans_elsewhere(Words.of("my back"), listening)
    assert leans_elsewhere(Words.of("a knee brace"), listening) < leans_elsewhere(Words.of("my knee"), listening)


def test_what_no_watch_holds_is_heard_and_does_not_end_with_the_next_question() -> None:
    respondent = built_in_respondent()
    message = "My legs feel like somebody else's since I sat up, is it the chair?"
    quiet = Respondent(replace(EVIDENCE, guard=replace(EVIDENCE.guard, listener=None)))
    assert quiet.ask(message).behaviour != "emergency"
    answer = respondent.ask(message)
    assert answer.behaviour == "emergency"
    assert answer.reason == EVIDENCE.guard.heard["emergency"].reason
    assert [str(one.claim) for one in answer.statements] == ["PD-145"]
    assert respondent.ask("Does a brace help?", thread=[message]).behaviour == "emergency"
    assert quiet.ask("Does a brace help?", thread=[message]).behaviour != "emergency"


ANSWERED = "answer_with_disagreement"
ALONE = "i live alone no one wud miss me the back has finished me"


@pytest.mark.parametrize("beside", ["What is a pars defect?", "Should I stop my eliquis?", "Does a brace help?"])
def test_no_question_explains_away_what_is_heard_beside_it(beside: str) -> None:
    respondent = built_in_respondent()
    assert {respondent.ask(text).behaviour for text in (ALONE, f"{ALONE}. {beside}", f"{beside} {ALONE}")} == {
        "emergency"
    }


def test_what_only_sounded_like_danger_is_over_when_somebody_says_that_it_is_not_so() -> None:
    respondent = built_in_respondent()
    sounded = "My legs feel like somebody else's since I sat up, is it the chair?"
    assert respondent.ask("None of these. Does a brace help?", thread=[sounded]).behaviour == ANSWERED
    assert respondent.ask("Does a brace help?", thread=[sounded, "I have none of these."]).behaviour == ANSWERED
    assert respondent.ask("None of these exercises help. Why?", thread=[sounded]).behaviour == "emergency"
    told = "I cannot feel my saddle area and I wet myself."
    assert respondent.ask("None of these. Does a brace help?", thread=[told]).behaviour == "emergency"
    assert respondent.ask("None of these. Does a brace help?", thread=[ALONE]).behaviour == "emergency"


SPOON = "We've got the children's syrup in the cupboard and I'm standing here with the spoon. One or two?"


def test_a_request_that_no_watch_holds_is_refused_and_says_that_it_goes_by_words() -> None:
    quiet = replace(EVIDENCE, guard=replace(EVIDENCE.guard, listener=None))
    assert refusal_of(SPOON, quiet) is None
    answer = built_in_respondent().ask(SPOON)
    assert answer.behaviour == "abstain"
    assert answer.reason is not None
    assert answer.reason.startswith("I never give doses.")
    assert "I go by words and may be wrong" in answer.reason


def test_a_request_is_heard_beside_a_question_that_is_answered() -> None:
    answer = built_in_respondent().ask(
        "How long does a stress fracture take to heal? And does she get one spoonful or two?"
    )
    assert [one.question for one in answer.refused] == ["does she get one spoonful or two?"]
    assert answer.statements


def test_a_request_is_heard_in_a_question_that_leans_on_another() -> None:
    respondent = built_in_respondent()
    before = "Our cupboard has ibuprofen syrup for children and he is 13."
    assert respondent.ask("And how far apart?", thread=[before]).behaviour == "abstain"


def test_what_stops_a_text_comes_before_what_is_heard_in_it() -> None:
    watch = refusal_of("How many mg of ibuprofen may she take?", EVIDENCE)
    assert watch is not None
    assert watch in EVIDENCE.guard.watches
    assert refusal_of("My legs feel like somebody else's since I sat up, is it the chair?", EVIDENCE) is None


def test_what_is_told_of_a_request_is_known_by_its_wordings_or_heard_and_is_none_where_a_watch_stops_it(
    listening: Guard,
) -> None:
    pills = Watch("pills", "abstain", (READER.read("stop"),), "Ask.", told=(READER.read("pill"),))
    evidence = replace(EVIDENCE, guard=replace(listening, watches=(pills,)))
    assert told_of("I take a pill", evidence, also_heard=False) is pills
    assert told_of("I stop the pill", evidence, also_heard=True) is None
    assert told_of("One spoon", evidence, also_heard=False) is None
    assert told_of("My legs are floppy", evidence, also_heard=True) is None
    dose = replace(listening.heard["dose"], told=(READER.read("syrup"),))
    telling = replace(evidence, guard=replace(evidence.guard, heard={**listening.heard, "dose": dose}))
    assert told_of("One spoon", telling, also_heard=True) is dose


def test_what_is_heard_in_a_telling_is_set_aside_only_where_it_may_be_told_without_being_asked_for(
    listening: Guard,
) -> None:
    evidence = replace(EVIDENCE, guard=replace(listening, watches=()))
    assert told_of("One spoon", evidence, also_heard=True) is None


def test_a_part_sounds_answerable_where_nothing_else_is_as_likely(guard: Guard) -> None:
    assert sounds_answerable("Is a brace useful?", EVIDENCE)
    assert not sounds_answerable("Should I take naproxen?", EVIDENCE)
    assert sounds_answerable("Should I take naproxen?", replace(EVIDENCE, guard=guard))
