import pytest
from tests.built_in import built_in_condition, built_in_respondent
from tests.unit.answer.asking import ASKING

from isthmus.answer.by_the_way import is_of_ours_alone, told_of_in_passing, without_asides
from isthmus.answer.question import understand
from isthmus.claims import Watch
from isthmus.search import Thesaurus

EVIDENCE = built_in_condition().evidence
RESPONDENT = built_in_respondent()
PRICE = Watch("price", "abstain", (), "No prices.")
BRACE = "Does a brace help?"


def rest(text: str) -> str | None:
    found = without_asides(text, ASKING, lambda told: "price" in told, lambda asked: "rest" in asked)
    return found.rest if found else None


def ids(question: str) -> list[str]:
    return [str(one.claim) for one in RESPONDENT.ask(question).statements]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The price is fair. He is 12. Does rest help?", "He is 12. Does rest help?"),
        ("The price is fair, does rest help?", "Does rest help?"),
        ("The price is fair. My son hurts. Should he rest?", "My son hurts. Should he rest?"),
    ],
)
def test_what_is_told_by_the_way_is_left_out(text: str, left: str) -> None:
    assert (rest(text) or "").lower() == left.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Does rest help?",
        "The price is fair.",
        "He is 12. Does rest help?",
        "The price is fair. Does it include rest?",
        "The price is fair. Does she rest?",
        "The price is fair. Does a brace help?",
        "The price is fair, which is why I rest",
        f"The price is fair. {'Does rest help? ' * 40}",
    ],
)
def test_nothing_is_left_out_of_which_a_question_may_be(text: str) -> None:
    assert rest(text) is None


def test_what_is_sought_by_the_way_is_refused_beside_the_rest() -> None:
    text = "I want a price. Does rest help?"
    found = without_asides(text, ASKING, lambda told: "price" in told, lambda _: True, lambda _: PRICE)
    assert found is not None
    assert [(piece.written, watch) for piece, watch in found.refused] == [("I want a price", PRICE)]
    assert found.asks == ("Does rest help?",)


@pytest.mark.parametrize(
    ("told", "kind", "sought"),
    [
        ("The insurer has said yes.", "money", False),
        ("I want my insurer to say yes.", "money", True),
        ("Professor Lindqvist at the children's hospital examined her.", "naming-a-provider", False),
        ("I am hunting for a spine surgeon in Bristol.", "naming-a-provider", True),
        ("How much ibuprofen can I take?", None, False),
        ("She is 14.", None, False),
    ],
)
def test_an_insurer_or_a_hospital_may_be_told_of_or_sought(told: str, kind: str | None, *, sought: bool) -> None:
    watch = told_of_in_passing(told, EVIDENCE)
    assert (watch.id if watch else None) == kind
    assert (told_of_in_passing(told, EVIDENCE, seeking=True) is not None) is sought


@pytest.mark.parametrize(
    "told",
    [
        "I get migraines.",
        "He has type 1 diabetes.",
        "Our insurance has already agreed.",
        "Mrs Haddad at the district hospital examined me in March.",
    ],
)
def test_what_is_told_by_the_way_keeps_no_question_from_its_answer(told: str) -> None:
    for text in (f"{told} {BRACE}", f"{told.removesuffix('.')}, does a brace help?"):
        answer = RESPONDENT.ask(text)
        assert (sorted(str(one.claim) for one in answer.statements), answer.refused) == (sorted(ids(BRACE)), ())
        assert answer.question == text


@pytest.mark.parametrize(
    "text",
    [
        "I get migraines. What is the best treatment?",
        "He has type 1 diabetes. Which exercises help?",
        "I have asthma. Is a brace safe?",
        "I have asthma. Can I wear a brace?",
        "I have diabetes. Does a wound take long to heal?",
        "I have asthma and a torn shoulder. Does a brace help?",
        "I have scoliosis. Does a brace help?",
        "The insurer says no. What can I do?",
        "Mrs Haddad at the district hospital examined me. Is she good at repairs?",
    ],
)
def test_what_is_asked_of_what_was_told_is_not_answered_without_it(text: str) -> None:
    answer = RESPONDENT.ask(text)
    assert (answer.behaviour, answer.statements) == ("abstain", ())


@pytest.mark.parametrize(
    ("text", "behaviour"),
    [
        ("I have asthma and had breast cancer. Does a brace help?", "send_to_care"),
        ("I have diabetes and a fever. Does a brace help?", "emergency"),
        ("The insurer agreed. I cannot feel my groin. Does a brace help?", "emergency"),
    ],
)
def test_a_danger_sign_told_by_the_way_still_comes_first(text: str, behaviour: str) -> None:
    assert RESPONDENT.ask(text).behaviour == behaviour


@pytest.mark.parametrize(
    ("asks", "alone"),
    [
        (BRACE, True),
        ("How is a pars repair done?", True),
        ("What is the best treatment?", False),
        ("Is a brace still useful?", False),
        ("Does a slip heal slower?", False),
    ],
)
def test_a_question_may_be_of_ours_alone(asks: str, *, alone: bool) -> None:
    asked = understand(asks, EVIDENCE.lexicon, Thesaurus.of_lexicon(EVIDENCE.lexicon))
    assert is_of_ours_alone(asked, EVIDENCE.lexicon) is alone
