from datetime import date

from isthmus.condition import Condition
from isthmus.present import signs_page


def test_every_red_flag_is_listed_once_with_the_loudest_first(condition: Condition, today: date) -> None:
    page = signs_page(condition, today)
    flags = [feature.ask for feature in condition.pathway.features.values() if feature.red_flag]
    listed = [sign.says.text for urgency in page.urgencies for sign in urgency.signs]
    assert sorted(listed) == sorted(flags)
    assert page.urgencies[0].tone == "emergency"


def test_a_sign_stands_under_the_words_of_the_action_it_leads_to(condition: Condition, today: date) -> None:
    page = signs_page(condition, today)
    titles = {words.title for wording in condition.pathway.wordings.values() for words in wording.actions.values()}
    assert {urgency.title for urgency in page.urgencies if urgency.tone != "ordinary"} <= titles


def test_a_sign_with_claims_shows_their_sources(condition: Condition, today: date) -> None:
    page = signs_page(condition, today)
    with_claims = {
        feature.ask for feature in condition.pathway.features.values() if feature.red_flag and feature.claims
    }
    with_marks = {sign.says.text for urgency in page.urgencies for sign in urgency.signs if sign.says.marks}
    assert with_marks == with_claims
