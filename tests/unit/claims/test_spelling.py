import pytest

from isthmus.claims import Spelling, Words
from isthmus.claims.spelling import edits_between

SPELLING = Spelling(
    abbreviations={"PT": "physical therapy"},
    misspellings={"siatica": "sciatica"},
    meant=frozenset({"bladder", "groin", "numbness", "spondylolysis", "incontinence", "weak", "fever", "back"}),
    known=frozenset({"ladder", "bladders", "grain", "fewer", "week"}),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("my blader", "my bladder"),
        ("My Blader, and my GRION!", "My bladder, and my groin!"),
        ("numness", "numbness"),
        ("spondilolisis", "spondylolysis"),  # two slips in a long word
        ("incontinance", "incontinence"),
        ("a grain in my grain", "a grain in my grain"),
        ("fewer weeks, one week", "fewer weeks, one week"),
        ("numbness' numness, bladders", "numbness' numbness, bladders"),
        ("kack", "kack"),  # the first letter has to be right
        ("abck", "back"),  # unless it changed places with the second
        ("wek", "wek"),  # too short to tell
        ("PT for siatica", "physical therapy for sciatica"),
        ("my bldr", "my bldr"),
        ("", ""),
    ],
)
def test_what_is_no_word_is_read_as_the_word_it_is_near(text: str, meant: str) -> None:
    assert SPELLING.corrected(text) == meant


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Does a barce heal a fracutre?", {"barce": "brace", "fracutre": "fracture"}),
        ("a badder ladder, a bracer", {}),  # English, though near what is asked
        ("Does the plate brke?", {"brke": "broke"}),  # a word that is listened for comes before a usual one
        ("nerev", {"nerev": "nerve"}),  # the same letters
        ("worrking", {"worrking": "working"}),  # a letter twice, not another letter
        ("siatica and a barce", {"barce": "brace"}),  # a known misspelling is no guess
        ("a brace's barces", {"barces": "braces"}),
    ],
)
def test_what_people_ask_with_is_read_where_a_slip_hides_it(text: str, slips: dict[str, str]) -> None:
    usual = {"brace": 9, "braces": 4, "brake": 9, "fracture": 7, "nerve": 3, "never": 9, "worrying": 9, "working": 2}
    spelling = Spelling(misspellings={"siatica": "sciatica"}, meant=frozenset({"broke"}), asked=usual)
    assert spelling.slips(text) == slips


def test_a_dropped_g_is_what_is_missing() -> None:
    spelling = Spelling(asked={"plain": 40, "playing": 2})
    assert spelling.slips("playin with pain") == {"playin": "playing"}


def test_the_dictionary_is_asked_only_where_something_looks_like_a_slip(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def no_word(word: str) -> bool:
        asked.append(word)
        return False

    monkeypatch.setattr("isthmus.claims.spelling.is_english", no_word)
    spelling = Spelling(asked={"brace": 9}, known=frozenset({"heals"}))
    assert spelling.slips("A brace heals my zygote.") == {}
    assert asked == []
    assert spelling.slips("a barce") == {"barce": "brace"}
    assert set(asked) == {"barce"}


def test_only_what_is_listened_for_is_guessed() -> None:
    spelling = Spelling(meant=frozenset({"numbness"}), asked={"fracture": 9})
    assert spelling.guessed(Words.of("nunbnss fractreu"))[0].words == ("numbness", "fractreu")


def test_without_words_to_listen_for_a_text_stays_as_it_is() -> None:
    assert Spelling().corrected("my blader") == "my blader"


def test_a_guess_goes_one_slip_further_and_tells_what_it_changed() -> None:
    words = Words.of("my bldder and numnes, wekk")
    read, changed = SPELLING.guessed(words)
    assert read.words == ("my", "bladder", "and", "numbness", "wekk")
    assert changed == {1, 3}
    assert read.breaks == words.breaks


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("groin", "groin", 0),
        ("groin", "grion", 1),
        ("groin", "goin", 1),
        ("groin", "groinn", 1),
        ("groin", "grain", 1),
        ("groin", "gorni", 2),
        ("groin", "weak", 3),
        ("a", "abc", 2),
    ],
)
def test_edits_are_counted_up_to_a_most(one: str, other: str, edits: int) -> None:
    assert edits_between(one, other, 2) == edits == edits_between(other, one, 2)
