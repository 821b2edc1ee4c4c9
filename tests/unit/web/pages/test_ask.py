import pytest
from httpx import Client

from isthmus.corpus import Library

WHOLE = "What is the treatment for a pars defect?"


@pytest.mark.parametrize("path", ["/", "/ask"])
def test_the_box_stands_at_the_first_page_and_at_its_own_address(path: str, client: Client) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert 'name="question"' in page.text


def test_a_question_is_sent_in_the_body_and_never_in_an_address(client: Client) -> None:
    assert 'action="/ask" method="post"' in client.get("/ask").text


def test_an_answer_shows_sources_beside_its_sentences_and_lists_them(client: Client) -> None:
    page = client.post("/ask", data={"question": WHOLE}).text
    assert 'href="#s1"' in page
    assert 'id="s1"' in page
    assert f'value="{WHOLE}"' in page


def test_stages_of_care_stand_in_order(client: Client) -> None:
    page = client.post("/ask", data={"question": WHOLE}).text
    places = [page.index(f'id="stage-{stage}"') for stage in ("first-line", "second-line", "third-line")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("My back hurts and I cannot feel when I wipe, numb between the legs since today", 'class="alarm"'),
        ("How many tablets of ibuprofen may my son take?", 'class="abstain'),
        ("How common is a pars defect?", 'class="split"'),
    ],
)
def test_each_kind_of_answer_has_its_own_form(question: str, form: str, client: Client) -> None:
    assert form in client.post("/ask", data={"question": question}).text


def test_an_emergency_answers_nothing_else(client: Client) -> None:
    page = client.post("/ask", data={"question": "numb between the legs since today with back pain"}).text
    assert 'role="alert"' in page
    assert 'name="question"' not in page


@pytest.mark.parametrize("question", ["", "   ", "x" * 10_001])
def test_a_question_that_cannot_be_used_is_kept_and_says_why(question: str, client: Client) -> None:
    page = client.post("/ask", data={"question": question})
    assert page.status_code == 422
    assert "<title>Error: " in page.text
    assert 'href="#question"' in page.text
    assert f'value="{question}"' in page.text


def test_what_was_typed_is_shown_as_text_and_never_as_markup(client: Client) -> None:
    page = client.post("/ask", data={"question": '"><script>alert(1)</script> pars defect?'}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_library_is_quoted_with_a_link_to_the_stored_text(client_with_library: Client, library: Library) -> None:
    page = client_with_library.post("/ask", data={"question": WHOLE}).text
    (about,) = library.abouts()
    assert f'href="/api/documents/{about.id}"' in page


def test_the_topics_can_be_asked_with_one_press(client: Client) -> None:
    page = client.get("/ask").text
    assert page.count('name="question" value="') > 5


def test_what_was_read_is_shown_so_that_it_can_be_corrected(client: Client) -> None:
    page = client.post("/ask", data={"question": "My 14 year old has a pars defect. Does a brace help?"}).text
    assert "What we read in your question" in page
    assert "“My 14 year old”" in page


def test_what_would_have_to_be_known_is_a_list_and_no_question_to_send(client: Client) -> None:
    page = client.post("/ask", data={"question": "Should my son have surgery for his pars defect?"}).text
    assert "What we would need to know" in page
    assert 'class="linkish" name="question"' not in page
