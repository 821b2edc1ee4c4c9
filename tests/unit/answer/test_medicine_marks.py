import pytest

from isthmus.answer.medicine_marks import marked, may_name_one, names_one


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Naproxen or CO-CODAMOL", "MED or MED"),
        ("co codamol, mefenamic\nacid", "MED, MED"),
        ("Vitamin D3, omega-3 and omega 3", "SUP, SUP and SUP"),
        ("a pain killer, pain-killers, painkillers", "a KIND, KIND, KIND"),
        ("anti inflammatories and antidepressants", "KIND and KIND"),
        ("Half of a tablet", "0.5 TAB"),
        ("a couple of capsules, another capsule", "2 TAB, 1 TAB"),
        ("A nicotine patch, a plaster patch and some gel", "a FORM, a FORM and some FORM"),
        ("\N{VULGAR FRACTION ONE HALF} pill \N{EN DASH} 5%", "0.5 TAB - 5 percent"),
        ("2\N{MULTIPLICATION SIGN}  devil\N{RIGHT SINGLE QUOTATION MARK}s claw", "2x SUP"),
        ("Sports medicine helps in daily life for a day or two", "aside helps in aside for aside"),
        ("Pain at night and stiffness each morning", "aside and aside"),
        ("daily\nexercise", "daily exercise"),
        ("A brace is worn", "a brace is worn"),
    ],
)
def test_numbers_are_written_in_figures_and_medicines_as_marks(text: str, said: str) -> None:
    assert marked(text) == said


@pytest.mark.parametrize(
    ("text", "names", "may"),
    [("A tablet", True, True), ("Steroids", True, True), ("A gel", False, True), ("The MED ward", False, False)],
)
def test_a_form_that_may_hold_something_else_names_no_medicine(text: str, *, names: bool, may: bool) -> None:
    said = marked(text)
    assert (names_one(said), may_name_one(said)) == (names, may)
