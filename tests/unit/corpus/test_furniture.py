import pytest

from isthmus.corpus.furniture import is_addressed_to_visitors, is_back_matter, is_furniture


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
        "[sc name='phone'] is where the clinic can be called about the treatment of a pars defect in the young.",
    ],
)
def test_a_line_about_the_subject_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Call us at [sc name=\N{RIGHT DOUBLE QUOTATION MARK}phone\N{RIGHT DOUBLE QUOTATION MARK}]] to learn more.",
        "If you're in pain, schedule a consultation today!",
        "Thank you! Your submission has been received!",
        "Let us help you achieve a pain free life.",
        "We use cookies.",
        "At the centre, our spine and pain management specialists provide expert diagnosis.",
        "We offer treatment options based on severity.",
        "Find Relief from Pars Defect Pain at the Surgery Center",
    ],
)
def test_a_sentence_to_the_visitors_of_a_page_is_known(sentence: str) -> None:
    assert is_addressed_to_visitors(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Contact sports put the pars under stress.",
        "A scan lets us see the crack.",
        "Schedule an appointment with a doctor when pain lasts.",
        "In our series of 57 patients, 54 lesions healed.",
        "Ask a specialist whether our figures hold for you.",
    ],
)
def test_a_sentence_to_the_reader_is_kept(sentence: str) -> None:
    assert not is_addressed_to_visitors(sentence)


@pytest.mark.parametrize(
    ("heading", "back"), [("References", True), ("Professional Medical Disclaimer", True), ("Treatment", False)]
)
def test_back_matter_says_nothing_about_the_subject(heading: str, back: bool) -> None:
    assert is_back_matter(heading) is back
