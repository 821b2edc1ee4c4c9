from collections.abc import Mapping

import pytest
from httpx import Client

from isthmus.condition import Condition
from isthmus.pathway import WorkedCase
from isthmus.terms import FeatureName
from isthmus.web.forms import ASKED, DECLINED, NONE_OF_THESE, OTHERS, SIGNS

Answer = dict[str, str | list[str]]
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def visitor(client: Client) -> Client:
    """A visitor whose forms come from our own pages."""
    client.headers.update(SAME_SITE)
    return client


@pytest.fixture
def safe_visitor(visitor: Client) -> Client:
    """A visitor without any danger sign, who has said so."""
    page = visitor.post("/plan/signs", data={OTHERS: "absent"})
    assert (page.status_code, page.headers["location"]) == (303, "/plan/10")
    return visitor


def answer(name: str, value: object) -> Answer:
    if value in (None, "unknown"):
        return {ASKED: name, name: "", DECLINED: "1"}
    match value:
        case bool():
            return {ASKED: name, name: str(value).lower()}
        case list() | tuple():
            return {ASKED: name, name: [str(item) for item in value] or [NONE_OF_THESE]}
        case _:
            return {ASKED: name, name: str(value)}


def asked_in(page: str) -> str:
    return page.partition(f'name="{ASKED}" value="')[2].partition('"')[0]


def walk(visitor: Client, condition: Condition, facts: Mapping[str, object]) -> str:
    """Answer as a worked patient does, until no question comes; the address one ends at."""
    ticked = [str(name) for name, one in condition.pathway.features.items() if one.red_flag and facts.get(name) is True]
    place = visitor.post("/plan/signs", data={SIGNS: ticked, OTHERS: "absent"}).headers["location"]
    while place.rpartition("/")[2].isdecimal():
        name = asked_in(visitor.get(place).text)
        sent = visitor.post(place, data=answer(name, facts.get(name)))
        assert sent.status_code == 303, name
        place = sent.headers["location"]
    return place


def test_danger_signs_are_asked_first_and_alone(client: Client, condition: Condition) -> None:
    page = client.get("/plan/signs").text
    flags = [name for name, feature in condition.pathway.features.items() if feature.red_flag]
    assert [name for name in flags if f'value="{name}"' in page] == flags
    assert " checked" not in page
    assert not any(f'"{name}"' in page for name in condition.pathway.features if name not in flags)


def test_a_danger_sign_stops_everything_at_once_and_leaves_a_way_back(visitor: Client) -> None:
    sent = visitor.post("/plan/signs", data={SIGNS: "rf_saddle_numb", OTHERS: "absent"})
    assert sent.headers["location"] == "/plan/result"
    page = visitor.get("/plan/result").text
    assert 'class="alarm" role="alert"' in page
    assert page.index("alarm") < page.index('href="/plan/check"')
    assert "What would change it" not in page


@pytest.mark.parametrize("others", [{}, {OTHERS: "unsure"}])
def test_a_sign_that_was_left_blank_is_not_known_and_is_asked_on_its_own(
    visitor: Client, others: dict[str, str], condition: Condition
) -> None:
    visitor.post("/plan/signs", data={SIGNS: "rf_cancer_suspicion", **others})
    name = asked_in(visitor.get("/plan/2").text)
    assert condition.pathway.features[FeatureName(name)].red_flag


def test_who_is_not_sure_of_any_sign_is_asked_for_each_on_its_own(visitor: Client, condition: Condition) -> None:
    place = visitor.post("/plan/signs", data={OTHERS: "unsure"}).headers["location"]
    signs = {name for name, feature in condition.pathway.features.items() if feature.red_flag}
    asked = set()
    for _ in signs:
        name = asked_in(visitor.get(place).text)
        place = visitor.post(place, data={ASKED: name, name: "false"}).headers["location"]
        asked.add(name)
    assert asked == signs


def test_who_says_nothing_of_the_signs_is_asked_again_and_told_why(visitor: Client) -> None:
    page = visitor.post("/plan/signs", data={})
    assert page.status_code == 422
    assert "<title>Error: Danger signs first" in page.text
    assert page.text.index('href="#others"') < page.text.index('id="others"')
    assert "set-cookie" not in page.headers


def test_addresses_say_nothing_and_no_answer_stands_in_one(safe_visitor: Client) -> None:
    sent = safe_visitor.post("/plan/10", data={ASKED: "age_years", "age_years": "16"})
    assert sent.headers["location"] == "/plan/11"
    assert "set-cookie" not in sent.headers
    assert sent.content == b""


def test_each_question_says_why_it_is_asked_and_where_it_leads(safe_visitor: Client) -> None:
    page = safe_visitor.get("/plan/10").text
    for words in (
        "Why we ask",
        "Where it can lead",
        "I don\N{RIGHT SINGLE QUOTATION MARK}t know",
        "9 answered; at most ",
    ):
        assert words in page
    assert "no-store" in safe_visitor.get("/plan/10").headers["cache-control"]


def test_no_answer_is_a_fault_that_is_summed_up_first_with_what_was_typed_kept(safe_visitor: Client) -> None:
    for typed in ({}, {"age_years": "abc"}, {"age_years": "16", DECLINED: "1"}):
        page = safe_visitor.post("/plan/10", data={ASKED: "age_years", **typed})
        assert page.status_code == 422
        assert "<title>Error: " in page.text
        assert page.text.index('class="errors"') < page.text.index("<h1")
        assert f'value="{typed.get("age_years", "")}" aria-labelledby' in page.text
    assert asked_in(safe_visitor.get("/plan/10").text) == "age_years"


def test_going_back_shows_the_answer_and_changing_it_keeps_the_later_ones(safe_visitor: Client) -> None:
    safe_visitor.post("/plan/10", data={ASKED: "age_years", "age_years": "16"})
    name = asked_in(safe_visitor.get("/plan/11").text)
    safe_visitor.post("/plan/11", data=answer(name, None))
    page = safe_visitor.get("/plan/10").text
    assert 'value="16"' in page
    assert 'href="/plan/signs">Back' in page
    assert 'href="/plan/10">Back' in safe_visitor.get("/plan/11").text
    assert safe_visitor.post("/plan/10", data={ASKED: "age_years", "age_years": "17"}).headers["location"] == "/plan/11"
    check = safe_visitor.get("/plan/check").text
    assert "17\N{NO-BREAK SPACE}years" in check
    assert check.count("I don\N{RIGHT SINGLE QUOTATION MARK}t know") == 1


def test_an_answer_changed_from_the_check_leads_back_to_it(safe_visitor: Client) -> None:
    safe_visitor.post("/plan/10", data={ASKED: "age_years", "age_years": "16"})
    assert 'href="/plan/10?check=1"' in safe_visitor.get("/plan/check").text
    page = safe_visitor.get("/plan/10?check=1").text
    assert 'action="/plan/10?check=1"' in page
    assert 'href="/plan/check">Back' in page
    sent = safe_visitor.post("/plan/10?check=1", data={ASKED: "age_years", "age_years": "17"})
    assert sent.headers["location"] == "/plan/check"
    assert safe_visitor.post("/plan/signs?check=1", data={OTHERS: "absent"}).headers["location"] == "/plan/check"


def test_a_page_that_stood_open_answers_the_question_it_showed(safe_visitor: Client) -> None:
    safe_visitor.post("/plan/10", data={ASKED: "age_years", "age_years": "16"})
    safe_visitor.post("/plan/11", data={ASKED: "age_years", "age_years": "18"})
    assert "18\N{NO-BREAK SPACE}years" in safe_visitor.get("/plan/check").text


def test_an_address_too_far_ahead_leads_to_the_next_question(safe_visitor: Client) -> None:
    assert safe_visitor.get("/plan/99").headers["location"] == "/plan/10"
    assert safe_visitor.post("/plan/99", data={ASKED: "shoe_size"}).headers["location"] == "/plan/10"


def test_a_worked_patient_is_led_to_their_plan(
    visitor: Client, condition: Condition, cases: tuple[WorkedCase, ...]
) -> None:
    by_id = {case.id: case for case in cases}
    for name in ("two-point-nine", "past-cancer", "nothing-tried"):
        visitor.post("/plan/forget")
        place = walk(visitor, condition, by_id[name].facts)
        assert place == ("/plan/result" if name == "past-cancer" else "/plan/check")
        assert f"Row {by_id[name].row} of pathway" in visitor.get("/plan/result").text
        if name != "past-cancer":
            number = len(visitor.get("/plan/check").text.split("?check=1"))
            assert visitor.get(f"/plan/{number + 20}").headers["location"] == "/plan/check"


def test_a_sign_answered_on_its_own_stops_everything_too(visitor: Client) -> None:
    visitor.post("/plan/signs", data={SIGNS: "rf_cancer_suspicion"})
    name = asked_in(visitor.get("/plan/2").text)
    assert visitor.post("/plan/2", data={ASKED: name, name: "true"}).headers["location"] == "/plan/result"


@pytest.mark.parametrize("address", ["/plan/3", "/plan/check", "/plan/result"])
def test_without_answers_a_page_says_so_kindly_and_offers_another_way(client: Client, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    assert "There are no answers to go on with" in page.text
    assert 'href="/plan/sheet"' in page.text
    assert client.post("/plan/3", data={ASKED: "age_years", "age_years": "16"}).status_code == 404


def test_a_visit_that_only_asked_begins_with_the_danger_signs(visitor: Client, condition: Condition) -> None:
    visitor.post("/ask", data={"question": "Can I run?"})
    assert visitor.get("/plan/2").headers["location"] == "/plan/1"
    name = asked_in(visitor.get("/plan/1").text)
    assert condition.pathway.features[FeatureName(name)].red_flag


def test_what_was_typed_is_shown_as_text_and_never_as_markup(safe_visitor: Client) -> None:
    typed = '"><script>alert(1)</script>'
    assert typed not in safe_visitor.post("/plan/10", data={ASKED: "age_years", "age_years": typed}).text
    assert typed not in safe_visitor.post("/plan/10", data={ASKED: typed}).text
