import pytest

from isthmus.answer.forms import in_sentences


@pytest.mark.parametrize(
    ("form", "sentences"),
    [
        ("[ ] fever [ ] saddle numbness [x] back pain", "no fever. no saddle numbness. has back pain."),
        ("Signs: [ ] fever, [X] numbness.", "Signs: no fever. has numbness."),
        ("☐ fever ☑ night pain", "no fever. has night pain."),
        ("fever [ ] numbness [x]", "no fever. has numbness."),
        ("[ ] I have a fever [x] I have a slip", "if I have a fever. [x] I have a slip"),
        ("( ) fever (x) numbness", "no fever. has numbness."),
        ("fever \N{BALLOT X} numbness \N{CHECK MARK}", "no fever. has numbness."),
        ("Fever N, numbness Y", "no Fever, has numbness"),
        ("Fever (-), weight loss (+)", "no Fever, has weight loss"),
        ("fever -ve, numbness +ve", "no fever, has numbness"),
        ("My son is 14. fever \N{EN DASH}ve", "My son is 14. no fever"),
        ("Fever: no. Numbness: none.", "no Fever. no Numbness."),
        ("fever: nil; night pain = yes", "no fever; has night pain"),
        ("Cough/fever - no", "no Cough/fever"),
        ("Numbness between the legs: no", "no Numbness between the legs"),
        ("Fever? No. Any weakness? Yes, since Monday.", "no Fever. has weakness, since Monday."),
        ("Bladder problems? no", "no Bladder problems"),
        ("Screened neg for all RFs (saddle, fever; weight). 15F.", "Screened no saddle. no fever. no weight. 15F."),
        ("No red flags (fever, numb groin).", "no fever. no numb groin."),
        ("No red flags (except a numb groin).", "No red flags (except a numb groin)."),
    ],
)
def test_a_form_is_written_as_sentences(form: str, sentences: str) -> None:
    assert in_sentences(form) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Does he have a fever? No.",
        "Can you feel your legs? No!",
        "Fever? No idea.",
        "Fever? Not sure.",
        "Fever: no thermometer here",
        "No fever: no",
        "The MRI [see below] shows a slip.",
        "I have a slip - no one knows why.",
        "It isn't fever: no",
        "14: yes",
        "I have numb legs () help",
        "I have numb legs [ ] help",
        "Risser 0, grade 0.",
        "grade 0.5",
        "Back pain (see above)",
        "x-ray (-ve control) 3 - 4",
        "",
    ],
)
def test_what_is_no_form_stays_as_it_is(text: str) -> None:
    assert in_sentences(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("15M. (+) groin numbness (-) chills", "15M. has groin numbness. no chills."),
        ("-ve chills, +ve groin numbness", "no chills. has groin numbness."),
        ("chills (-) limp (+)", "no chills has limp"),
        ("LBP 4 wks (-) chills (+) groin numbness now", "LBP 4 wks (-) chills (+) groin numbness now"),  # may be either
    ],
)
def test_a_sign_is_of_what_it_stands_before_or_behind(text: str, read: str) -> None:
    assert in_sentences(text) == read
