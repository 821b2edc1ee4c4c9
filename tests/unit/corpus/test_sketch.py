import pytest

from isthmus.corpus.sketch import Print, are_copies

BODY = " ".join(f"word{number} about rest and slow return number{number % 17}" for number in range(60))
FORM = (
    "How is {0} passed on? {0} is passed on in a pattern in which both copies of the gene in each cell are changed. "
    "The parents of a person with it each carry one changed copy, but they show no signs and mostly do not know of it. "
    "When both parents are carriers, each child has one chance in four to have it, whatever came before or after."
)


def alike(one: str, other: str) -> bool:
    return are_copies(Print.of(one.encode()), Print.of(other.encode()))


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        (BODY, BODY, True),
        (BODY, BODY.upper().replace(" ", "\n"), True),
        (BODY, f"A clinic of the north, reviewed 3 May 2021. {BODY}", True),
        (f"Reviewed in 2020. {BODY} Page 1.", f"Brought up to date in 2024. {BODY} Our editors.", True),
        (BODY, f"{BODY} {BODY.replace('word', 'other')}"[: len(BODY) * 3 // 2], True),
        (BODY, f"The northern clinic of the north. {BODY} Come to the northern clinic.", True),
        (BODY, BODY.replace("word", "other"), False),
        (BODY, " ".join([BODY, BODY.replace("word", "b"), BODY.replace("word", "c")]), False),
        (FORM.format("albinism"), FORM.format("cystinosis"), False),
        (FORM.format("albinism"), FORM.format("albinism").replace("four", "5"), True),
        ("Rest helps most people.", "Rest helps most people.", True),
        ("Diet plays no role in causing stones.", "Diet plays no role in causing gout.", False),
        ("", "", False),
        ("", BODY, False),
    ],
)
def test_copies_are_told_from_pages_about_one_thing(one: str, other: str, *, copies: bool) -> None:
    assert alike(one, other) is copies
    assert alike(other, one) is copies


def test_long_texts_are_copies_whatever_name_stands_in_them() -> None:
    words = [f"w{number * number % 2999}" for number in range(1500)]
    named = [" ".join([*words[:700], name, *words[700:], name]) for name in ("northern", "southern")]
    assert alike(*named)


def test_keys_are_few_ascending_and_the_same_every_time() -> None:
    taken = Print.of(BODY.encode())
    assert list(taken.keys) == sorted(taken.keys)
    assert taken.keys == Print.of(BODY.encode()).keys
    assert 8 <= len(taken.keys) < len(taken.runs)


def test_a_short_text_has_as_many_keys_as_runs_of_words() -> None:
    assert [len(Print.of(text).keys) for text in (b"", b"one", b"one two three four five")] == [0, 1, 2]
