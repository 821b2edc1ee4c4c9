import pytest
from tests.built_in import built_in_handbook

from isthmus.condition import Handbook
from isthmus.errors import UnknownName
from isthmus.present import list_choices, list_procedures
from isthmus.present.related import Link, related
from isthmus.terms import ActionId


@pytest.fixture(scope="module")
def real() -> Handbook:
    return built_in_handbook()


def test_procedures_stand_in_groups_in_the_order_in_which_people_meet_them(real: Handbook) -> None:
    groups = list_procedures(real, "patient").groups
    assert [group for group, _ in groups] == ["imaging", "care", "injection", "surgery", "choices"]
    names = {entry.name for _, entries in groups for entry in entries}
    assert names == {*real.book.procedures, *real.book.choices}


def test_each_entry_is_said_in_the_words_of_the_reader_with_its_sources(real: Handbook) -> None:
    plain, clinical = (dict(list_choices(real, who).groups)["choices"][0] for who in ("patient", "surgeon"))
    assert plain.name == clinical.name
    assert plain.says.text != clinical.says.text
    assert plain.says.claims == clinical.says.claims


def test_the_sources_of_a_list_are_those_of_its_sentences(real: Handbook) -> None:
    page = list_procedures(real, "patient")
    marks = {mark.number for _, entries in page.groups for entry in entries for mark in entry.says.marks}
    assert marks == {source.number for source in page.sources}


def test_an_unknown_reader_is_refused(real: Handbook) -> None:
    with pytest.raises(UnknownName):
        list_choices(real, "nobody")


def test_pages_are_related_by_the_actions_they_belong_to(real: Handbook) -> None:
    choices = real.book.choices.values()
    assert related([ActionId("consider-injection")], choices, "plain") == (
        Link("injection-or-not", real.book.choices["injection-or-not"].title.plain),
    )
    assert related([], choices, "plain") == ()
