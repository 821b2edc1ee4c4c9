import pytest

from isthmus.claims import Context, Words
from isthmus.claims.context import Reach
from isthmus.claims.read_wording import WordingReader


def void(text: str, reach: Reach, **parts: list[str]) -> list[str]:
    reader = WordingReader()
    context = Context("c", reach, **{name: reader.choice(texts) for name, texts in parts.items()})
    words = Words.of(text)
    return [words.words[at] for at in sorted(context.void_in(words))]


DENIED = {
    "cues": ["no", "not", "denies"],
    "unless": ["no feeling", "not only"],
    "over": ["any", "and", "or", "of", "in my"],
    "listed": ["fever", "chills", "numbness", "leg pain", "loss", "bladder"],
    "excepting": ["until", "except at"],
}


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("fever", ""),
        ("no fever", "fever"),
        ("no fever or chills", "fever or chills"),
        ("no fever or wobbles, honestly", "fever or wobbles"),
        ("no wobbles or fever", "wobbles"),
        ("no fever and chills", "fever and chills"),
        ("no fever and my leg is numb", "fever"),
        ("no fever my leg is numb", "fever"),
        ("no fever, chills or numbness", "fever chills or numbness"),
        ("no fever, chills, numbness", "fever chills numbness"),
        ("no fever, chills", "fever"),
        ("no fever, chills and numbness", "fever chills and numbness"),
        ("no fever: chills, numbness or loss", "fever"),
        ("no fever (chills)", "fever"),
        ("no fever, chills - numbness, loss", "fever"),
        ("no fever, groin numb, chills", "fever"),
        ("no fever until today", ""),
        ("no chills or fever, except at night", ""),
        ("until today no fever", "fever"),
        ("no fever. Until today chills", "fever"),
        ("no fever, groin numb", "fever"),
        ("no fever, numbness of my groin", "fever"),
        ("no loss of bladder", "loss of bladder"),
        ("denies leg pain", "leg pain"),
        ("no, fever", ""),
        ("Is it? No. Fever.", ""),
        ("no feeling in my groin", ""),
        ("not only fever", ""),
        ("I said no", ""),
        ("no any", "any"),
    ],
)
def test_a_denial_reaches_ahead_over_what_is_listed(text: str, taken_back: str) -> None:
    assert " ".join(void(text, "ahead", **DENIED)) == taken_back


WELL = {
    "cues": ["fine", "gone"],
    "over": ["is", "are", "all", "and", "my", "it"],
    "listed": ["bladder", "legs", "fever"],
}


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("bladder fine", "bladder"),
        ("bladder and legs all fine", "bladder and legs all"),
        ("my bladder, my legs are fine", "my bladder my legs are"),
        ("my groin is numb, bladder fine", "bladder"),
        ("numb groin and legs fine", "legs"),
        ("fever and it is gone", "fever and it is"),
        ("my groin is fine", "is"),
        ("numb. fine", ""),
    ],
)
def test_what_is_well_or_over_reaches_behind(text: str, taken_back: str) -> None:
    assert " ".join(void(text, "behind", **WELL)) == taken_back


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("What is numbness? My leg.", "what is numbness"),
        ("What is this, my groin is numb", ""),
        ("My groin is numb. What is numbness?", "what is numbness"),
    ],
)
def test_a_question_in_general_reaches_its_sentence(text: str, taken_back: str) -> None:
    assert " ".join(void(text, "sentence", cues=["what is"], unless=["my groin"])) == taken_back


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("What is numbness, and my leg is numb", "what is numbness"),
        ("My leg is numb, and what is numbness", "and what is numbness"),
        ("What is numbness and a limp", "what is numbness and a limp"),
        ("What is numbness, and is my groin numb", ""),
        ("What is a limp. My leg is numb, and what is numbness", "what is a limp and what is numbness"),
    ],
)
def test_a_sentence_is_taken_back_to_where_it_turns(text: str, taken_back: str) -> None:
    turned = void(text, "sentence", cues=["what is"], unless=["my groin"], until=["^ and"])
    assert " ".join(turned) == taken_back


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("My uncle is paralysed. Our son has a slip", "my uncle is paralysed"),
        ("My uncle is paralysed, and our son has a slip", "my uncle is paralysed"),
        ("My uncle is paralysed", ""),
        ("My uncle is paralysed as our son has a slip", ""),
        ("My uncle is paralysed since today. Our son has a slip", ""),
    ],
)
def test_what_is_given_has_to_be_said_elsewhere(text: str, taken_back: str) -> None:
    found = void(
        text, "sentence", cues=["my uncle is"], unless=["today"], until=["^ and"], given=["our son has a slip"]
    )
    assert " ".join(found) == taken_back


def test_a_figure_of_speech_reaches_itself() -> None:
    assert void("cabin fever and fever", "itself", cues=["cabin fever"]) == ["cabin", "fever"]
    assert void("real cabin fever", "itself", cues=["cabin fever"], unless=["real cabin"]) == ["fever"]


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("no fever of any kind", "no fever"),
        ("he denies leg pain", "denies leg pain"),
        ("no laughing", ""),
        ("no feeling, no fever", "no fever"),
    ],
)
def test_what_is_listed_is_taken_back_with_its_cues(text: str, taken_back: str) -> None:
    words = Words.of(text)
    context = Context("c", "ahead", **{name: WordingReader().choice(texts) for name, texts in DENIED.items()})
    assert " ".join(words.words[at] for at in sorted(context.taken_back_in(words))) == taken_back


def test_what_may_stand_between_tells_nothing() -> None:
    context = Context("c", "ahead", cues=WordingReader().choice(["no"]), over=WordingReader().choice(["any", "in my"]))
    assert context.over_in(Words.of("any fever in my leg")) == {0, 2, 3}
