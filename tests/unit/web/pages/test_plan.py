import re
from collections.abc import Mapping

import pytest
from httpx import Client

from isthmus.condition import Condition
from isthmus.pathway import WorkedCase
from isthmus.web.forms import NONE_OF_THESE


def test_the_form_asks_for_every_case_feature_with_danger_signs_first(client: Client, condition: Condition) -> None:
    page = client.get("/plan/sheet").text
    places = {name: page.index(f'id="{name}"') for name in condition.pathway.features}
    flags = [places[name] for name, feature in condition.pathway.features.items() if feature.red_flag]
    others = [places[name] for name, feature in condition.pathway.features.items() if not feature.red_flag]
    assert max(flags) < min(others)


def test_every_question_can_be_left_open(client: Client, condition: Condition) -> None:
    page = client.get("/plan/sheet").text
    numbers = sum(feature.type in ("integer", "decimal") for feature in condition.pathway.features.values())
    assert page.count("Empty means ") == numbers
    assert page.count('<label class="pick open">') == len(condition.pathway.features) - numbers
    assert " checked" not in page


def test_a_danger_sign_leads_to_an_emergency(client: Client) -> None:
    page = client.post("/plan", data={"rf_saddle_numb": "true"})
    assert page.status_code == 200
    assert 'class="alarm" role="alert"' in page.text


def test_a_danger_sign_left_open_is_asked_again_and_is_no_no(client: Client, safe: Mapping[str, str]) -> None:
    page = client.post("/plan", data={**safe, "rf_saddle_numb": ""}).text
    assert 'action="/plan#rf_saddle_numb"' in page


def test_a_sign_that_can_wait_for_days_has_its_own_form(client: Client, safe: Mapping[str, str]) -> None:
    assert 'class="care text"' in client.post("/plan", data={**safe, "rf_cancer_suspicion": "true"}).text


def test_a_worked_patient_of_every_row_gets_the_plan_of_the_pathway(
    client: Client, cases: tuple[WorkedCase, ...]
) -> None:
    for case in {case.row: case for case in cases}.values():
        typed = {name: _typed(value) for name, value in case.facts.items()}
        page = client.post("/plan", data=typed)
        assert page.status_code == 200, case.id
        assert f"Row {case.row} of pathway" in page.text


def _typed(value: object) -> str | list[str]:
    match value:
        case None | "unknown":
            return ""
        case bool():
            return str(value).lower()
        case list() | tuple():
            return [str(item) for item in value] or [NONE_OF_THESE]
        case _:
            return str(value)


def test_wrong_answers_are_kept_summed_up_first_and_linked(client: Client, safe: Mapping[str, str]) -> None:
    page = client.post("/plan", data={**safe, "age_years": "abc", "symptom_months": "9999", "course": "worse"})
    assert page.status_code == 422
    assert "<title>Error: " in page.text
    assert page.text.index('href="#age_years"') < page.text.index('href="#symptom_months"') < page.text.index("<h1>")
    assert 'value="abc"' in page.text
    assert 'value="worse" checked' in page.text
    assert page.text.count('aria-invalid="true"') == 2


def test_a_field_that_is_no_question_is_refused_with_the_nearest_name(client: Client) -> None:
    page = client.post("/plan", data={"rf_sadle_numb": "true"})
    assert page.status_code == 422
    assert "Did you mean `rf_saddle_numb`?" in page.text


def test_a_plan_can_be_changed_without_asking_anything_twice(client: Client, safe: Mapping[str, str]) -> None:
    page = client.post("/plan", data={**safe, "age_years": "16", "change": "1"})
    assert page.status_code == 200
    assert 'value="16"' in page.text
    assert page.text.count('value="false" checked') == len(safe)


def test_what_was_typed_travels_in_the_page_and_in_no_cookie(client: Client, safe: Mapping[str, str]) -> None:
    page = client.post("/plan", data={**safe, "age_years": "16"})
    assert '<input type="hidden" name="age_years" value="16">' in page.text
    assert "set-cookie" not in page.headers


@pytest.mark.parametrize("typed", ['"><script>alert(1)</script>', "<b>"])
def test_what_was_typed_is_shown_as_text_and_never_as_markup(typed: str, client: Client) -> None:
    assert typed not in client.post("/plan", data={"age_years": typed}).text


def typed_case(cases: tuple[WorkedCase, ...], name: str) -> dict[str, str | list[str]]:
    facts = next(case.facts for case in cases if case.id == name)
    return {name: _typed(value) for name, value in facts.items()}


def test_a_plan_that_is_not_settled_asks_what_would_help_to_know(client: Client, cases: tuple[WorkedCase, ...]) -> None:
    page = client.post("/plan", data=typed_case(cases, "six-months-at-22")).text
    assert "An answer to one of these could still change this plan" in page
    assert "Could lead to: Go on without surgery." in page
    assert "Leave it open if there was no surgery." in page
    assert 'action="/plan#weeks_after_surgery"' in page


def test_a_settled_plan_says_so_and_what_decides_it(client: Client, cases: tuple[WorkedCase, ...]) -> None:
    page = client.post("/plan", data=typed_case(cases, "weeks-after-6")).text
    assert "It is settled: nothing that is still open could change it." in page
    assert "These answers alone lead here" in page


def test_what_would_change_a_plan_is_told_in_words_under_the_plan_it_leads_to(
    client: Client, cases: tuple[WorkedCase, ...]
) -> None:
    page = client.post("/plan", data=typed_case(cases, "six-months-at-22")).text
    told = page.partition("What would change it")[2]
    assert "age: <strong>30\N{NO-BREAK SPACE}years" in told.partition("See a spine surgeon to weigh the options")[0]
    assert "instead of 22\N{NO-BREAK SPACE}years" in told
    assert "no rest together with supervised therapy" in told
    assert "state of the disc: <strong>Badly worn</strong>" in told


def test_a_list_that_would_change_a_plan_is_told_whole(client: Client, safe: Mapping[str, str]) -> None:
    suspected = {"age_years": "15", "defect_status": "suspected", "radicular": "none", "symptom_months": "1"}
    facts = {**safe, **suspected, "incidental": "false", "pregnant": "false", "imaging_done": NONE_OF_THESE}
    assert "the list of scans made: <strong>X-ray, MRI</strong>" in client.post("/plan", data=facts).text


@pytest.mark.parametrize("sign", ["rf_progressive_deficit", "rf_cancer_suspicion"])
def test_an_alarm_is_shown_without_a_way_round_it(client: Client, cases: tuple[WorkedCase, ...], sign: str) -> None:
    page = client.post("/plan", data={**typed_case(cases, "six-months-at-22"), sign: "true"}).text
    assert "What would change it" not in page
    assert "Not settled yet" not in page


def test_a_plan_that_first_asks_keeps_the_other_questions_for_later(client: Client) -> None:
    page = client.post("/plan", data={"age_years": "15"}).text
    later = page.partition("What else could matter")[2].partition("</details>")[0]
    assert "Has a scan shown a pars defect?" in later
    assert "Any numbness between the legs" not in later


def test_the_first_page_leads_to_the_danger_signs_the_examples_and_the_one_page(client: Client) -> None:
    page = client.get("/plan").text
    for address in ("/plan/signs", "/plan/example/1", "/plan/example/2", "/plan/sheet"):
        assert f'href="{address}"' in page
    assert "Forget my answers" not in page


def test_an_example_needs_no_answers_and_says_that_nobody_is_real(client: Client) -> None:
    page = client.get("/plan/example")
    assert page.status_code == 200
    assert "set-cookie" not in page.headers
    for words in ("Example of a person who was made up", "Dates", "Step by step", "Questions to take with you"):
        assert words in page.text
    assert "Change an answer" not in page.text
    assert "Discuss direct repair" not in page.text
    assert client.get("/plan/example/2").text != page.text
    assert client.get("/plan/example/3").status_code == 404


def test_a_decision_shows_its_options_in_this_case_and_as_its_decision_aid_has_them(client: Client) -> None:
    page = client.get("/plan/example/2").text
    for words in (
        "The options in this case",
        "For, here",
        "Against, here",
        "What it is like",
        "/choices/repair-or-fusion",
    ):
        assert words in page
    assert page.count('<table class="options" role="table">') == 2


def test_a_clinical_reader_can_check_the_plan_and_a_patient_is_not_burdened(client: Client) -> None:
    patient = client.get("/plan/example/2").text
    surgeon = client.get("/plan/example/2?reader=surgeon").text
    for words in (
        "Criteria and evidence",
        "Thresholds of the rule",
        "Certainty, as its source",
        "Inputs",
    ):
        assert words in surgeon
        assert words not in patient
    assert "Words used" in patient
    assert "the same plan with its criteria, evidence and trace" in patient


@pytest.mark.parametrize("address", ["/plan/example", "/plan/example/2?reader=surgeon"])
def test_every_mark_leads_to_a_source_and_every_name_in_the_page_is_there_once(client: Client, address: str) -> None:
    page = client.get(address).text
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)


def test_what_can_be_taken_along_is_offered_where_there_is_something_to_take(
    client: Client, safe: Mapping[str, str]
) -> None:
    client.headers["Sec-Fetch-Site"] = "same-origin"
    client.post("/plan/signs", data={"others": "absent"})
    page = client.get("/plan/result").text
    assert 'href="/plan/calendar.ics"' not in page  # a plan that first asks has no days
    assert 'href="/plan/booklet.pdf"' in page
    assert "/plan/booklet.pdf" not in client.post("/plan", data=dict(safe)).text


def test_forgetting_forgets_all_and_says_so(client: Client) -> None:
    client.headers["Sec-Fetch-Site"] = "same-origin"
    client.post("/plan/signs", data={"others": "absent"})
    assert "Forget my answers" in client.get("/plan/check").text
    assert client.get("/plan").text.count("Go on where you were") == 1
    sent = client.post("/plan/forget")
    assert (sent.status_code, sent.headers["location"]) == (303, "/plan/forgotten")
    assert "are gone from this server" in client.get("/plan/forgotten").text
    assert client.get("/plan/result").status_code == 404


def test_no_other_site_can_make_a_visitor_forget(client: Client) -> None:
    client.post("/plan/signs", data={"others": "absent"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert client.post("/plan/forget", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/plan/forget").status_code == 403  # nothing says that it is ours, and it has no token
    assert client.get("/plan/check").status_code == 200
