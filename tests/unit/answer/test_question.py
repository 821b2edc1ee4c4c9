from typing import Protocol

import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.question import Asked, clean, understand
from isthmus.claims import Lexicon, Naming, with_terms
from isthmus.errors import InvalidQuestion
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId, TopicId


class Understand(Protocol):
    def __call__(self, text: str) -> Asked: ...


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("  What   is it?\n", "What is it?"),
        ("What\x00 is\x1b it?", "What is it?"),
        ("\ufeffWhat is it?", "\ufeffWhat is it?"),
        ("\ud800What?", "What?"),
        ("é" * 10_000, "é" * 10_000),
        ("No leg pain\nLeg weakness\r\n\n  What now?", "No leg pain. Leg weakness. What now?"),
        ("Symptoms:\nfever,\nno limp", "Symptoms: fever, no limp"),
        (
            "It has hurt in the lower part of my back for six\nweeks.",
            "It has hurt in the lower part of my back for six. weeks.",
        ),
        (f"{'It has hurt ' * 5}and has\nno end.\nWhy?", f"{'It has hurt ' * 5}and has no end. Why?"),
        ("He is 12½, grade ② and ¹⁶ weeks on.", "He is 12.5, grade 2 and 16 weeks on."),
        ("½ a year or 2 ¾ kg/m²?", "half a year or 2.75 kg/m 2?"),
    ],
)
def test_a_question_is_made_fit_to_be_read(question: str, text: str) -> None:
    assert clean(question) == text


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("", "The question is empty"),
        (" \n\t\x00", "The question is empty"),
        ("?!… 12", "The question holds no words"),
        ("\N{MODIFIER LETTER APOSTROPHE}", "The question holds no words"),
        ("\N{HALFWIDTH KATAKANA VOICED SOUND MARK}", "The question holds no words"),
        ("a" * 10_001, "longer than 10,000 characters"),
        ("x" * 1_000_000, "longer than 10,000 characters"),
    ],
)
def test_what_is_no_question_is_refused_and_never_repeated(question: str, message: str) -> None:
    with pytest.raises(InvalidQuestion, match=message) as caught:
        clean(question)
    assert len(str(caught.value)) < 120


def test_what_goes_on_from_a_question_may_be_a_number_or_a_sign() -> None:
    assert [clean(turn, goes_on=True) for turn in ("15", "?!", "\N{THUMBS UP SIGN}")] == [
        "15",
        "?!",
        "\N{THUMBS UP SIGN}",
    ]
    with pytest.raises(InvalidQuestion, match="The question is empty"):
        clean(" ", goes_on=True)


def keys(asked: Asked) -> list[str]:
    return [concept.key for concept in asked.concepts]


def test_only_what_narrows_is_kept_each_once(asked: Understand) -> None:
    assert keys(asked("Does a corset or the brace help teens with a crack 12 2020 16yo 6mm?")) == ["brace", "teenager"]


def test_the_name_of_the_condition_is_told_apart(asked: Understand) -> None:
    question = asked("What is a pars defect?")
    assert (keys(question), [name.key for name in question.names]) == ([], ["pars defect"])


def test_topics_lead_to_the_words_that_show_them(asked: Understand) -> None:
    assert asked("Does rest or a corset help?").topics == {"conservative": {"rest"}, "bracing": {"brace"}}


def test_a_bare_name_asks_what_it_is(asked: Understand) -> None:
    assert asked("pars defect").topics == {"definition": {"pars defect"}}
    assert asked("tell me about it").topics == {}


@pytest.mark.parametrize(
    ("question", "concepts"),
    [
        ("I had surgery. Does a brace help?", ["brace"]),
        ("I had surgery. Does it help?", ["had", "surgery"]),
        ("I had surgery. What is the?", ["had", "surgery"]),
        ("My knee hurts. Does a brace help?", ["brace", "knee"]),
        ("Surgery or rest.", ["surgery", "rest"]),
    ],
)
def test_the_sentence_that_asks_is_read_first(asked: Understand, question: str, concepts: list[str]) -> None:
    assert keys(asked(question)) == concepts


def test_what_must_be_spoken_of_is_noted_wherever_it_stands(asked: Understand) -> None:
    assert asked("My knee hurts. Does a brace help?").must == {"knee"}


def test_a_question_for_treatment_as_a_whole_is_known(asked: Understand) -> None:
    assert asked("How is a crack treated?").staged == {"treatment"}
    assert asked("Does rest help?").staged == frozenset()


TERMS = [
    Naming(("brace",), ("TLSO",), ("brase",), (TopicId("bracing"),), (ClaimId("PD-3"),)),
    Naming(("facet",), (), (), (TopicId("injection"),), (ClaimId("PD-5"),)),
    Naming(("cohort",), (), (), (TopicId("conservative"),)),
]


@pytest.mark.parametrize(
    ("question", "topics", "meanings"),
    [
        ("Is a brase bad?", set(), {"PD-3"}),  # the small lexicon knows the topic by `brace*`
        ("Is a TLSO bad?", set(), {"PD-3"}),
        ("facet?", {"injection"}, {"PD-5"}),
        ("Does smoking hurt a facet?", set(), {"PD-5"}),
        ("cohort?", set(), set()),
    ],
)
def test_the_glossary_s_terms_are_understood(
    lexicon: Lexicon, question: str, topics: set[str], meanings: set[str]
) -> None:
    widened = with_terms(lexicon, TERMS)
    rows = [row.words for row in (widened.condition, *widened.synonyms)]
    read = understand(question, widened, Thesaurus.of(rows, widened.filler))
    assert {str(topic) for topic in read.topics} - {"bracing"} == topics
    assert set(map(str, read.meanings)) == meanings
    assert read.text == question
    assert ("bracing" in read.topics) is ("PD-3" in meanings)


def opens(sentence: str) -> bool:
    return sentence.startswith(("what", "does"))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("We saw a letter. Does a brace help?", {"brace"}),
        ("we saw a letter. does a brace help", {"brace"}),
        ("We saw a letter. Does a brace, i.e. a corset, help, e.g. after surgery?", {"brace", "surgery"}),
        ("We saw a 1.5 letter; a brace. Does surgery help?", {"surgery"}),
        ("a letter. surgery", {"letter", "surgery"}),
        ("A letter. Surgery? does a brace help", {"surgery", "brace"}),
        ("A letter. Surgery? does a brace help.", {"surgery"}),
        ("Surgery? a letter", {"surgery"}),
    ],
)
def test_what_asks_is_told_apart_from_what_tells(
    lexicon: Lexicon, thesaurus: Thesaurus, question: str, found: set[str]
) -> None:
    assert set(keys(understand(question, lexicon, thesaurus, opens))) == found


def test_a_question_that_leans_takes_what_is_told_besides_in_known_words(asked: Understand) -> None:
    assert keys(asked("A strange letter about a brace. Should it be after surgery?")) == ["surgery", "brace"]


def test_a_figure_of_speech_speaks_of_nothing(lexicon: Lexicon, thesaurus: Thesaurus) -> None:
    question = "May a knee bend the knee to a brace?"
    assert keys(understand("Keep an eye on a brace?", lexicon, thesaurus, asking=ASKING)) == ["brace"]
    assert "knee" in keys(understand(question, lexicon, thesaurus, asking=ASKING))
