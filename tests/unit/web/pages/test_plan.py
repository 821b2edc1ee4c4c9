from collections.abc import Mapping

import pytest
from httpx import Client

from isthmus.condition import Condition
from isthmus.pathway import WorkedCase
from isthmus.web.forms import NONE_OF_THESE


def test_the_form_asks_for_every_case_feature_with_danger_signs_first(client: Client, condition: Condition) -> None:
    page = client.get("/plan").text
    places = {name: page.index(f'id="{name}"') for name in condition.pathway.features}
    flags = [places[name] for name, feature in condition.pathway.features.items() if feature.red_flag]
    others = [places[name] for name, feature in condition.pathway.features.items() if not feature.red_flag]
    assert max(flags) < min(others)


def test_every_question_can_be_left_open(client: Client, condition: Condition) -> None:
    page = client.get("/plan").text
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


def test_every_worked_patient_gets_the_plan_of_the_pathway(client: Client, cases: tuple[WorkedCase, ...]) -> None:
    for case in cases:
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
    assert "Not yet. An answer to one of these could still change this plan" in page
    assert "Could lead to: Go on without surgery." in page
    assert "Leave it open if there was no surgery." in page
    assert 'action="/plan#weeks_after_surgery"' in page


def test_a_settled_plan_says_so_and_what_decides_it(client: Client, cases: tuple[WorkedCase, ...]) -> None:
    page = client.post("/plan", data=typed_case(cases, "weeks-after-6")).text
    assert "Yes. Nothing that is still open could change this plan." in page
    assert "These answers decide it together" in page
    assert "decides it alone" in client.post("/plan", data=typed_case(cases, "foot-drop")).text


def test_what_would_change_a_plan_is_told_in_words_under_the_plan_it_leads_to(
    client: Client, cases: tuple[WorkedCase, ...]
) -> None:
    page = client.post("/plan", data=typed_case(cases, "six-months-at-22")).text
    told = page.partition("What would change this plan")[2]
    other, way = (
        told.index("See a spine surgeon to weigh the options"),
        told.index("age: <strong>30\N{NO-BREAK SPACE}years"),
    )
    assert other < way
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
    assert "What would change this plan" not in page
    assert "Is it settled?" not in page


def test_a_plan_that_first_asks_keeps_the_other_questions_for_later(client: Client) -> None:
    page = client.post("/plan", data={"age_years": "15"}).text
    later = page.partition("What else could matter")[2].partition("</details>")[0]
    assert "Has a scan shown a pars defect?" in later
    assert "Any numbness between the legs" not in later
