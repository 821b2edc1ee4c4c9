import pytest

from isthmus.claims import Evidence
from isthmus.claims.given_names import GivenNames
from isthmus.condition import load_condition


@pytest.fixture(scope="module")
def names() -> GivenNames:
    evidence: Evidence = load_condition("pars-defect").evidence
    return evidence.lexicon.spelling.names


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("My son Milo is 14.", "My son is 14."),
        ("My daughter, Ines, has a slip.", "My daughter has a slip."),
        ("My daughter Ines (15) has a slip.", "My daughter (15) has a slip."),
        ("My son Milo's 16 now.", "My son's 16 now."),
        ("my 13 year old Ines dances", "my 13 year old dances"),
        ("Milo (15) has a slip.", "he is 15 has a slip."),
        ("Milo, 14, has a slip.", "he is 14, has a slip."),
        ("Ines is 14 and she dances.", "she is 14 and she dances."),
        ("Milo\N{RIGHT SINGLE QUOTATION MARK}s 16, plays football.", "he's 16, plays football."),
        ("My Milo is 15.", "he is 15."),
        ("our Ines, 13, gymnast, her slip", "she is 13, gymnast, her slip"),
        ("Should Milo wear a brace?", "Should he wear a brace?"),
        ("How long will Milo be out? Is it bad for Milo?", "How long will he be out? Is it bad for him?"),
        ("Will Milo's grade 1 slip get worse?", "Will his grade 1 slip get worse?"),
        ("Milo's had back pain. What does Milo's dad do?", "he's had back pain. What does his dad do?"),
        ("Milo has a pars defect.", "he has a pars defect."),
        ("Is it safe? Mary-Lou, 15, said her leg hurts.", "Is it safe? she is 15, said her leg hurts."),
        ("May our Milo swim?", "May he swim?"),
        ("I'm Milo, 16, with a slip.", "I'm 16, with a slip."),
        ("Hi. Ines here, 15, slip.", "Hi. I am 15, slip."),
    ],
)
def test_the_only_one_who_is_named_is_read_as_he_or_she(names: GivenNames, text: str, read: str) -> None:
    assert names.read(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "My son Milo is 14 and my son Otis is 16.",  # nobody could tell whom a pronoun means
        "Is Wiltse's spondylolysis common?",  # a word of the condition
        "My daughter Monday has a match.",
        "Does Nurofen help?",
        "Can Botox be used?",
        "Is Crohn's disease a cause?",
        "Bennett's fracture or not?",
        "Roofer, 39, my back went.",  # who asks
        "I am from Pune, 38, with a slip.",
        "I'm Stage 4, 16 years on.",
        "Port Harcourt, 20, is where he plays.",
        "MY SON MILO IS 14.",
        "my brother Rests a lot and rests",  # a word that stands in small letters too
        "my son milo is 14",
        "",
    ],
)
def test_what_is_no_name_or_one_of_several_is_left_as_it_is(names: GivenNames, text: str) -> None:
    assert names.read(text) == text


def test_whoever_is_named_is_told_once_and_in_order(names: GivenNames) -> None:
    assert names.names_in("Milo's slip, Milo's back: can Otis have a scan for my son Ravi?") == ("Milo", "Otis", "Ravi")
