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
