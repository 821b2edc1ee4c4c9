import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.kinds import opens_as_question
from isthmus.answer.pieces import pieces_of
from isthmus.answer.question import Asked, understand
from isthmus.answer.story import asked_of_afar, lead_of, run_together, told_afar
from isthmus.claims import Lexicon
from isthmus.search import Thesaurus

TOLD = "We moved house in May and the new school is fine and the coach is a good man who wants an answer soon."


def opens(sentence: str) -> bool:
    return opens_as_question(sentence, ASKING)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (f"{TOLD} Does a brace help?", "Does a brace help?"),
        (f"Does a brace help? {TOLD}", "Does a brace help?"),
        (f"{TOLD} Does a brace help with it?", ""),  # it leans on what is told
        (f"{TOLD} What about a teenager?", ""),  # it asks for nothing by itself
        (f"{TOLD} What is smoking?", ""),  # it has no topic
        ("My son is 14. Does a brace help?", ""),  # little is told besides
        (TOLD, ""),
    ],
)
def test_a_long_story_leads_to_what_can_be_looked_up_by_itself(
    lexicon: Lexicon, thesaurus: Thesaurus, text: str, lead: str
) -> None:
    def read(one: str) -> Asked:
        return understand(one, lexicon, thesaurus)

    assert lead_of(text, read, opens, ["it"], {"brace", "rest"}.__contains__) == lead


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Hello. My son is four. We moved. It rained. He cries at night. What is rest? His leg is weak.",
            ["My son is four. He cries at night.", "My son is four. His leg is weak."],
        ),
        ("My son is four. He cries at night.", []),
        ("It rained. It rained. It rained. It rained. It rained.", []),
    ],
)
def test_what_is_told_far_from_the_patient_stands_beside_the_patient(text: str, pairs: list[str]) -> None:
    assert list(told_afar(text, ASKING)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "I take tramadol. It rained. We moved. Why? Can I stop it?",
            ["I take tramadol. Can I stop it?", "It rained. Can I stop it?", "I take tramadol. Why?"],
        ),
        ("I take tramadol. It rained. We moved. Can I stop the brace?", []),
        ("I take tramadol. Can I stop it?", []),
        ("What is rest? It rained. We moved. Can I stop it?", []),
    ],
)
def test_a_question_that_points_back_stands_beside_what_was_told_far_before(text: str, pairs: list[str]) -> None:
    assert sorted(asked_of_afar(text, ASKING)) == sorted(pairs)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("My toes tingle. It spreads.", [("My toes tingle", "My toes tingle and it spreads.")]),
        ("My toes tingle. Is it bad? It spreads.", []),
        ("My toes tingle. It spreads? We moved.", []),
        (
            "My toes tingle. It spreads. We moved.",
            [("My toes tingle", "My toes tingle and it spreads."), ("It spreads", "It spreads and we moved.")],
        ),
        ("My toes tingle. The new house that we moved to last week is large.", []),
    ],
)
def test_two_short_tellings_are_one_sentence_too(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(run_together(pieces_of(text, ASKING))) == pairs
