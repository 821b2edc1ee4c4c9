import pytest
from httpx import Client


@pytest.mark.parametrize(
    "there",
    [
        'href="/plan"',
        'href="/plan/example"',
        'href="/guide"',
        'href="/procedures"',
        'href="/signs"',
        'href="/editorial"',
        'action="/ask" method="post"',
        'name="question"',
    ],
)
def test_a_first_visit_is_offered_everything_there_is(there: str, client: Client) -> None:
    assert there in client.get("/").text


def test_a_visitor_says_who_they_are_and_is_told_in_their_words(client: Client) -> None:
    plain = client.get("/").text
    assert "Which best describes you?" in plain
    assert plain.count('href="?reader=') >= 7
    clinical = client.get("/?reader=surgeon").text
    assert "in the words of a surgeon" in clinical
    assert client.get("/guide").text.count("surgeon") > 1


def test_some_questions_can_be_asked_with_one_press(client: Client) -> None:
    page = client.get("/").text
    question = page.partition('class="linkish" name="question" value="')[2].partition('"')[0]
    assert question
    assert client.post("/ask", data={"question": question}).status_code == 200


def test_it_claims_no_review(client: Client) -> None:
    page = client.get("/").text
    assert 'class="status submitted">Not reviewed' in page
    assert 'class="status approved"' not in page
