import pytest

from isthmus.corpus.furniture import (
    is_addressed_to_visitors,
    is_back_matter,
    is_furniture,
    is_label_of_sellers,
    signs_in,
)


@pytest.mark.parametrize(
    "line",
    [
        "Step 1 of 2",
        "Download Now \N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
        "Sign Up for Our Newsletter",
        "Select Page",
        "Contact Us",
        "=====",
        "12. 2024",
        "",
        '[listmenu menu="treatments"]',
        '<h5>Treatments</h5><!-- [et_pb_line_break_holder] -->[listmenu menu="treatments"]',
        "{{ banner }}",
        "Last updated: July 28, 2025View editorial policy",
        "Find a Spine Institute",
        "Treatments \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
        "Home > Conditions > Spine",
        "Home \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Spine \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Pars defect",
        "Facebook Twitter LinkedIn",
        "First name *",
        "E-mail address:",
        "Page 3 of 12",
        "On this page",
        "Related articles",
        "Book an appointment online",
        "Medically reviewed by A. Smith, MD",
        "Please enable JavaScript to view this page",
        "[insert name of clinic]",
        "Lorem ipsum dolor",
        "{% include menu %}",
        "\N{COPYRIGHT SIGN} 2024 A clinic",
        "5 min read",
        "2.4 Notes on the method . . . . . . . . . 5",
        "Results.........12",
    ],
)
def test_a_line_of_the_site_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Treatment",
        "A positive sign in a child is a palpable step.",
        "The first step of the review took 2 of 3 weeks to approve",
        "Next, the surgeon places a screw across the defect.",
        "Union (odds ratio=3.7) was rare [n = 12].",
        "It is 5 < 6 and 7 > 2 in every case.",
        "Grade I > grade II in frequency",
        "Search for the cause of the pain",
        "Home exercises",
        "Wait... and then... rest.",
        "Phone your surgeon when the wound weeps",
        "[sc name='phone'] is where the clinic can be called about the treatment of a pars defect in the young.",
    ],
)
def test_a_line_about_the_subject_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "If your back hurts, call us and meet our specialists.",
        "Call us at [sc name=\N{RIGHT DOUBLE QUOTATION MARK}phone\N{RIGHT DOUBLE QUOTATION MARK}]] to learn more.",
        "If you're in pain, schedule a consultation today!",
        "Thank you! Your submission has been received!",
        "Let us help you achieve a pain free life.",
        "We use cookies.",
        "You can change your preferences at any time.",
        "Manage your cookie settings.",
        "Please fill in the form below.",
        "Complete our short online form.",
        "All of this is \N{COPYRIGHT SIGN}2024 of a clinic.",
        "Our newsletters are sent to all who subscribe.",
        "Download our free ebook on the treatment of pain in the young and the old, and read it at home this evening.",
        "Have a followup question?",
        "By continuing to use this site you accept all cookies.",
        "Back Centers of the Land (ABC) offers several minimally invasive treatments.",
        "You don\N{RIGHT SINGLE QUOTATION MARK}t need to live with chronic pain.",
        "Let ABC match you with a certified surgeon.",
        "Once diagnosed, we create a personalized treatment plan for you.",
        "Book your appointment online!",
        "Click here to see the video.",
        "Enter your email to receive our tips.",
        "TODO: say more about surgery.",
        "The phone number is [insert number here].",
        "Lorem ipsum dolor sit amet.",
        'It is <span class="x">known</span> to heal.',
        "It is known<br/> to heal.",
        "Take [left out] mg a day.",
        "It is worn for ~~six~~ twelve weeks.",
        "At the centre, our spine and pain management specialists provide expert diagnosis.",
        "We offer treatment options based on severity.",
        "Find Relief from Pars Defect Pain at the Surgery Center",
    ],
)
def test_a_sentence_to_the_visitors_of_a_page_is_known(sentence: str) -> None:
    assert is_addressed_to_visitors(sentence)
    assert is_addressed_to_visitors(sentence, signs_in(f"It heals. {sentence} It hurts."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Contact sports put the pars under stress.",
        "A scan lets us see the crack.",
        "Schedule an appointment with a doctor when pain lasts.",
        "In our series of 57 patients, 54 lesions healed.",
        "Ask a specialist whether our figures hold for you.",
        "Some people find relief in special shoes.",
        "You need to sign up as soon as you are eligible.",
        "Eat fewer cookies, cakes and sweets.",
        "Patients fill in the form at each visit.",
        "Say what your preferences are before surgery.",
        "We provide data on 57 patients.",
        "The clinic offers care to children.",
        "Some people live with pain for years.",
        "You do not have to stay in bed.",
        "A click may be felt when the hip moves.",
        "The tablet lets you sleep.",
        "The next step is a scan.",
        "Signs [see Table 2] are few.",
        "It takes ~5 to ~~6 weeks.",
        "More is told at <https://example.org> by those who know.",
        "Stop it with haemoglobin <LLN or platelets >ULN.",
        "It heals in those with a score <b and another >c of them.",
        "Call us at once if the wound is red, hot or leaking.",
        "If a leg becomes weak, please call our clinic.",
        "Call 999 or visit us in the emergency department if you cannot pass urine.",
    ],
)
def test_a_sentence_to_the_reader_is_kept(sentence: str) -> None:
    assert not is_addressed_to_visitors(sentence)


@pytest.mark.parametrize(
    "text",
    ["", "It heals in most people.", "Caf\N{LATIN SMALL LETTER E WITH ACUTE}", "He can sign it after the first step."],
)
def test_most_texts_hold_no_sign_of_furniture(text: str) -> None:
    assert signs_in(text) == ()


@pytest.mark.parametrize(
    ("heading", "back"),
    [
        ("References", True),
        ("Professional Medical Disclaimer", True),
        ("3 thoughts on a crack in the back", True),
        ("12 comments", True),
        ("Leave a reply", True),
        ("What our patients say about us", True),
        ("Patient stories", True),
        ("Treatment", False),
        ("What people say about pain", False),
        ("Reviews of the evidence", False),
    ],
)
def test_back_matter_says_nothing_about_the_subject(heading: str, back: bool) -> None:
    assert is_back_matter(heading) is back


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ADVERTISEMENT", True),
        ("Ad", True),
        ("Sponsored by Belts", True),
        ("Advertisements promise much.", False),
        ("Add", False),
    ],
)
def test_a_line_that_only_tells_that_something_was_paid_for_is_known(line: str, told: bool) -> None:
    assert is_label_of_sellers(line) is told
