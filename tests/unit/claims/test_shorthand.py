import pytest

from isthmus.claims.shorthand import Shorthand

SHORT = Shorthand(
    {
        "24/7": "all day",
        "N/7": "N days",
        "N/52": "N weeks",
        "NM": "N year old male",
        "grN": "grade N",
        "#": "fracture",
        "w/": "with",
        "w/o": "without",
        "pt": "patient",
        "LBP": "low back pain",
        "hi": "",
        "thank you": "",
    },
    {"NM": ["tall", "dash"]},
)


@pytest.mark.parametrize(
    ("text", "long"),
    [
        (
            "14M gymnast w/ LBP x 6/52, stress #, gr2",
            "14 year old male gymnast with low back pain x 6 weeks, stress fracture, grade 2",
        ),
        ("Pt w/o pain, w/physio", "patient without pain, with physio"),
        ("it hurts 24/7 for 5/7", "it hurts all day for 5 days"),
        ("Gr1, GR1, gr 1", "grade 1, GR1, gr 1"),
        ("PT for lbp", "PT for lbp"),  # in other capitals it may be something else
        ("1/52/2026, 400M, L5M, pth, #1", "1/52/2026, 400M, L5M, pth, #1"),
        ("2M tall, a 50M dash, 10M dashing, temp 100.4M", "2M tall, a 50M dash, 10 year old male dashing, temp 100.4M"),
        ("Hi, thank you: a hi-grade slip", ", : a hi-grade slip"),
        ("", ""),
    ],
)
def test_what_is_short_is_written_out_where_it_stands_by_itself(text: str, long: str) -> None:
    assert SHORT.written_out(text) == long


def test_where_nothing_is_short_a_text_stays_as_it_is() -> None:
    assert Shorthand().written_out("14M w/ LBP") == "14M w/ LBP"


def test_what_a_field_has_of_its_own_comes_before_what_is_short_in_all() -> None:
    both = Shorthand({"pt": "patient", "hx": "history"}).beside(Shorthand({"pt": "physical therapy"}))
    assert both.written_out("pt hx") == "physical therapy history"
