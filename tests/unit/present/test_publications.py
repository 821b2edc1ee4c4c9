import pytest

from isthmus.condition import Condition
from isthmus.errors import UnknownName
from isthmus.present import publications_page
from isthmus.terms import SourceId


def test_all_publications_are_listed_by_title_each_once(condition: Condition) -> None:
    evidence = condition.evidence
    count = publications_page(evidence).part.pages
    listed = [entry for number in range(1, count + 1) for entry in publications_page(evidence, number=number).entries]
    assert sorted(entry.id for entry in listed) == sorted(evidence.sources)
    titles = [entry.listed.title for entry in listed]
    assert titles == sorted(titles, key=str.casefold)


def test_each_is_told_with_what_rests_on_it(condition: Condition) -> None:
    evidence = condition.evidence
    claim = next(iter(evidence.claims.values()))
    for source in claim.sources:
        shown = {entry.id: entry.listed for entry in publications_page(evidence, source=source).entries}
        assert claim.id in [quote.claim for quote in shown[source].quotes]


def test_a_number_outranks_a_name(condition: Condition) -> None:
    last = publications_page(condition.evidence, number=5).entries[-1].id
    assert publications_page(condition.evidence, number=1, source=last).part.number == 1


@pytest.mark.parametrize("name", ["NOBODY", " ", "aapmr"])
def test_a_name_that_is_none_is_refused(name: str, condition: Condition) -> None:
    assert SourceId("AAPMR") in condition.evidence.sources
    with pytest.raises(UnknownName):
        publications_page(condition.evidence, source=name)
