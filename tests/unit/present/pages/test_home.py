from dataclasses import replace
from datetime import date

from isthmus.condition import Condition, Handbook
from isthmus.present.pages.home import home_page

TODAY = date(2026, 11, 21)


def test_what_it_rests_on_is_counted_and_adds_up(condition: Condition, whole: Handbook) -> None:
    page = home_page(condition, whole, "patient", today=TODAY)
    assert sum(each.claims for each in page.resting) == len(condition.evidence.claims)
    assert "memory" not in [each.how for each in page.resting]


def test_the_questions_are_those_to_which_most_lead(condition: Condition, whole: Handbook) -> None:
    page = home_page(condition, whole, "patient", today=TODAY)
    asked = [topic.ask for topic in condition.evidence.lexicon.topics]
    assert len(page.questions) == 6
    assert [question for question in asked if question in page.questions] == list(page.questions)


def test_each_reader_is_told_of_procedures_by_their_own_titles(condition: Condition, whole: Handbook) -> None:
    plain, clinical = (home_page(condition, whole, reader, today=TODAY) for reader in ("parent", "surgeon"))
    assert [link.name for link in plain.procedures] == list(whole.book.procedures)
    assert [link.title for link in plain.procedures] != [link.title for link in clinical.procedures]


def test_the_path_of_care_is_drawn_with_nobody_on_it(condition: Condition, whole: Handbook) -> None:
    page = home_page(condition, whole, "patient", today=TODAY)
    assert page.path
    assert {station.state for station in page.path.stations} == {"ahead"}
    assert page.path.pause is None


def test_a_pathway_without_a_place_for_the_unknown_is_not_drawn(condition: Condition, whole: Handbook) -> None:
    known = {name: stage for name, stage in condition.pathway.stages.items() if stage.drawn != "pause"}
    without = replace(condition, pathway=replace(condition.pathway, stages=known))
    assert home_page(without, whole, "patient", today=TODAY).path is None
