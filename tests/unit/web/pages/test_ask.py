import re
from html import unescape
from pathlib import Path

import pytest
from httpx import Client, Response
from tests.unit.web.conftest import DAY, InProcess

from isthmus.condition import Condition, Handbook
from isthmus.corpus import Library, read_library
from isthmus.search import PassageIndex
from isthmus.web import build_app

WHOLE = "What is the treatment for a pars defect?"
MINE = "My 14 year old has a pars defect. Does a brace help?"
NUMB = "numb between the legs since today with back pain"
TAKE = "Take these facts into my plan"


def ask(client: Client, question: str) -> str:
    return client.post("/ask", data={"question": question}, headers={"Sec-Fetch-Site": "same-origin"}).text


def press(client: Client, path: str, **fields: str) -> Response:
    return client.post(path, data=fields, headers={"Sec-Fetch-Site": "same-origin"})


def test_the_box_stands_at_its_own_address(client: Client) -> None:
    page = client.get("/ask")
    assert page.status_code == 200
    assert 'name="question"' in page.text
    assert "set-cookie" not in page.headers


def test_a_question_is_sent_in_the_body_and_never_in_an_address(client: Client) -> None:
    assert 'action="/ask" method="post"' in client.get("/ask").text
    assert not re.search(r'(?:href|action)="[^"]*brace', ask(client, "Does a brace help?"))


def test_what_was_asked_stands_in_no_title(client: Client) -> None:
    page = ask(client, "Does a brace help?")
    assert "brace" not in page.partition("<title>")[2].partition("</title>")[0]


def test_an_answer_shows_sources_beside_its_sentences_and_lists_them(client: Client) -> None:
    page = ask(client, WHOLE)
    assert 'href="#s1"' in page
    assert 'id="s1"' in page
    assert f'value="{WHOLE}"' in page
    assert 'href="/claims/PD-' in page


@pytest.mark.parametrize(
    "question", ["Does a barce help for a defcet?", "numb between the legs since today with a barce for a defcet"]
)
def test_what_was_read_as_another_word_is_said_in_an_emergency_too(question: str, client: Client) -> None:
    assert "We read “barce” as “brace” and “defcet” as “defect”." in unescape(ask(client, question))


def test_a_part_that_is_not_answered_is_named_with_its_reason_before_the_sources(client: Client) -> None:
    page = unescape(ask(client, "How much ibuprofen can she take? What is a pars defect?"))
    part, reason, sources = (page.index(one) for one in ("answer this part", "I never give doses", 'id="s1"'))
    assert part < reason < sources
    assert "narrow bridge" in page


def test_stages_of_care_stand_in_order_after_what_is_in_short(client: Client) -> None:
    page = ask(client, WHOLE)
    places = [page.index("In short"), *(page.index(f'id="stage-{one}-line') for one in ("first", "second", "third"))]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("My back hurts and I cannot feel when I wipe, numb between the legs since today", 'class="alarm"'),
        ("How many tablets of ibuprofen may my son take?", 'class="abstain'),
        ("How common is a pars defect?", 'class="split"'),
        ("My 8 year old has had back pain at night for weeks", 'class="care'),
        ("Should my son have surgery for his pars defect?", "That depends on facts we do not have"),
    ],
)
def test_each_kind_of_answer_has_its_own_form(question: str, form: str, client: Client) -> None:
    assert form in ask(client, question)


def test_an_emergency_answers_nothing_else_until_it_is_taken_back(client: Client) -> None:
    page = ask(client, NUMB)
    assert 'role="alert"' in page
    assert 'name="question"' not in page
    assert 'role="alert"' in client.get("/ask").text
    assert press(client, "/ask/new").headers["location"] == "/ask"
    assert 'name="question"' in client.get("/ask").text


@pytest.mark.parametrize("question", ["", "   ", "x" * 10_001, "\x00\x01\u202e", "12 34"])
def test_a_question_that_cannot_be_used_is_kept_and_says_why(question: str, client: Client) -> None:
    page = client.post("/ask", data={"question": question})
    assert page.status_code == 422
    assert "<title>Error: " in page.text
    assert page.text.index('role="alert"') < page.text.index("<h1>")
    assert 'href="#question"' in page.text
    shown = question.translate(dict.fromkeys([0, 1, 0x202E], "\N{REPLACEMENT CHARACTER}"))
    assert f'value="{shown}"' in page.text
    assert "set-cookie" not in page.headers


def test_a_question_that_cannot_be_used_does_not_end_the_conversation(client: Client) -> None:
    ask(client, WHOLE)
    assert "1 earlier question in this conversation" in ask(client, "")
    assert f'value="{WHOLE}"' in client.get("/ask").text


def test_what_was_typed_is_shown_as_text_and_never_as_markup(client: Client) -> None:
    page = ask(client, '"><script>alert(1)</script> pars defect?')
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_library_is_quoted_with_a_link_to_the_place_in_its_document(
    client_with_library: Client, library: Library
) -> None:
    page = ask(client_with_library, WHOLE)
    (about,) = library.abouts()
    address = re.search(rf'href="(/library/{about.id}\?at=(\d+)-(\d+))#at-(\d+)"', page)
    assert address
    quoted = (library.text(about.id) or b"")[int(address[2]) : int(address[3])].decode()
    assert f"<mark>{quoted}</mark>" in page
    assert f'<mark id="at-{address[4]}">{quoted}</mark>' in client_with_library.get(unescape(address[1])).text


def test_a_sentence_of_a_document_is_shown_with_the_headings_it_stands_under(
    tmp_path: Path, condition: Condition, handbook: Handbook
) -> None:
    page = "# Letter\n\n## Adults & teens\n\n### First steps\n\nThe first treatment is rest from sport for a pars defect.\n"
    (tmp_path / "letter.md").write_text(page, encoding="utf-8")
    app = build_app(condition, handbook, PassageIndex.over(read_library(tmp_path)[0]), lambda: DAY)
    with Client(transport=InProcess(app), base_url="https://isthmus") as client:
        told = ask(client, WHOLE)
    shown = "\N{LEFT DOUBLE QUOTATION MARK}Adults &amp; teens \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} First steps\N{RIGHT DOUBLE QUOTATION MARK}"
    assert f"Under {shown}" in told
    assert f"(under {shown})" in told  # where it can be copied


def test_the_topics_can_be_asked_with_one_press(client: Client) -> None:
    page = client.get("/ask").text
    assert page.count('name="question" value="') > 5


def test_a_question_that_leans_on_the_one_before_is_understood_with_it(client: Client) -> None:
    ask(client, "Does a brace help?")
    page = ask(client, "And for how long?")
    assert "brace" in page.partition('<section class="verdict"')[2].partition("</section>")[0]
    assert "1 earlier question in this conversation" in page


def test_the_same_question_sent_again_counts_once(client: Client) -> None:
    ask(client, WHOLE)
    assert "earlier question" not in ask(client, f" {WHOLE}")


def test_without_a_cookie_a_question_is_answered_by_itself(client: Client) -> None:
    ask(client, WHOLE)
    client.cookies.clear()
    assert "earlier question" not in ask(client, "Does a brace help?")


def test_the_last_answer_stays_for_another_reader(client: Client) -> None:
    for_patient = ask(client, WHOLE)
    for_surgeon = client.get("/ask?reader=surgeon").text
    assert f'value="{WHOLE}"' in for_surgeon
    said = [page.partition("In short")[2].partition("</section>")[0] for page in (for_patient, for_surgeon)]
    assert said[0] != said[1]


def test_another_reader_is_offered_and_never_assumed(client: Client) -> None:
    page = ask(client, MINE)
    assert "Written for a patient" in page
    assert 'href="/ask?reader=parent"' in page
    assert 'href="/ask?reader=parent">Read' not in client.get("/ask?reader=parent").text


def test_a_new_question_leans_on_nothing_and_keeps_the_plan(client: Client) -> None:
    ask(client, MINE)
    press(client, "/ask/take")
    press(client, "/ask/new")
    page = client.get("/ask").text
    assert "What can be asked" in page
    assert "2 facts from your plan used here" in page


def test_forgetting_leaves_nothing_of_what_was_asked_and_answered(client: Client) -> None:
    ask(client, MINE)
    press(client, "/ask/take")
    assert press(client, "/ask/forget").status_code == 303
    page = client.get("/ask").text
    assert "from your plan" not in page
    assert "14 year old" not in page


def test_what_was_read_is_shown_with_the_plan_for_it(client: Client) -> None:
    page = ask(client, MINE)
    assert "What we read in your question" in page
    assert "“My 14 year old”" in page
    assert "Answer the danger signs first" in page.partition("For the facts you told")[2]
    assert TAKE in page


def test_facts_that_are_taken_into_the_plan_are_used_and_can_be_removed(client: Client) -> None:
    ask(client, MINE)
    assert press(client, "/ask/take").headers["location"] == "/plan/signs?check=1"
    assert press(client, "/plan/signs?check=1", others="absent").headers["location"] == "/plan/check"
    assert press(client, "/ask/take").headers["location"] == "/plan/check"
    page = ask(client, "Does a brace help?")
    assert "facts from your plan used here" in page
    assert "14\N{NO-BREAK SPACE}years" in page
    assert press(client, "/ask/leave-out", feature="age_years").headers["location"] == "/ask"
    assert "<strong>14\N{NO-BREAK SPACE}years</strong>" not in client.get("/ask").text


def test_what_was_answered_before_is_never_overwritten_and_the_difference_is_told(client: Client) -> None:
    ask(client, MINE)
    press(client, "/ask/take")
    press(client, "/ask/new")
    page = ask(client, "My 9 year old has a pars defect. Does a brace help?")
    assert "you answered “14\N{NO-BREAK SPACE}years” before, and your question says “My 9 year old”" in page
    press(client, "/ask/take")
    assert "<strong>14\N{NO-BREAK SPACE}years</strong>" in client.get("/ask").text


@pytest.mark.parametrize("path", ["/ask/take", "/ask/leave-out", "/ask/new", "/ask/forget"])
def test_without_a_session_there_is_nothing_to_change(path: str, client: Client) -> None:
    answer = press(client, path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/ask")


def test_a_visit_that_is_over_is_told_kindly(client: Client) -> None:
    client.cookies.set("__Host-isthmus", "patient.auto.gone")
    assert "no longer has what you asked" in client.get("/ask").text


def test_what_would_have_to_be_known_is_a_list_and_no_question_to_send(client: Client) -> None:
    page = ask(client, "Should my son have surgery for his pars defect?")
    assert "What we would need to know" in page
    assert 'class="linkish" name="question"' not in page


def test_several_questions_are_answered_each_under_its_own_heading(client: Client) -> None:
    page = ask(client, "Does a brace help and when can I go back to sport?")
    assert '<h2 class="after">Does a brace help?</h2>' in page
    assert '<h2 class="after">When can I go back to sport?</h2>' in page


def test_an_answer_can_be_taken_along_as_plain_text_with_its_sources(client: Client) -> None:
    page = ask(client, WHOLE)
    text = unescape(page.partition('id="plain-text"')[2].partition(">")[2].partition("</pre>")[0])
    assert text.startswith(f"{WHOLE}\n\n")
    cited = set(re.findall(r"\[(\d+)\]", text.partition("\nSources\n")[0]))
    listed = set(re.findall(r"^\[(\d+)\]", text.partition("\nSources\n")[2], re.MULTILINE))
    assert cited == listed
    assert text.endswith("No clinician has reviewed this. From isthmus, 21\N{NO-BREAK SPACE}November 2026.")


def test_a_warning_sign_that_was_told_first_is_not_crowded_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isthmus.web.pages.ask._LAST_TURNS", 2)
    ask(client, "I am 30 and my left leg is weak.")
    for _ in range(3):
        ask(client, "What is a brace?")
    assert "Weakness in a leg should be examined" in ask(client, "What should I do next?")


def test_a_conversation_is_bounded(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isthmus.web.pages.ask._LAST_TURNS", 2)
    for age in (7, 8, 9, 10):
        ask(client, f"Does a brace help at {age}?")
    page = client.get("/ask").text
    assert "2 earlier questions in this conversation" in page
    assert "Does a brace help at 7?" not in page
