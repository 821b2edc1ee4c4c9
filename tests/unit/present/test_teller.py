from isthmus.condition import Handbook
from isthmus.present.sources import list_sources
from isthmus.present.teller import Teller
from isthmus.present.told import cited_by


def test_facts_are_said_in_a_register_with_their_sources_and_figures(handbook: Handbook) -> None:
    facts = handbook.book.procedures["brace"].benefits
    shelf = list_sources(cited_by((fact.says.clinical for fact in facts), handbook.basis), handbook.basis)
    (told,) = Teller(handbook.basis, shelf, "clinical").facts(facts)
    assert (told.says.text, [mark.number for mark in told.says.marks]) == ("83.9% did well.", [1])
    assert told.figure is not None
    assert (told.figure.measure, told.figure.value, told.figure.ci95) == ("success", 83.9, (80.0, 87.0))


def test_sentences_keep_their_order(handbook: Handbook) -> None:
    shelf = list_sources((), handbook.basis)
    said = handbook.book.procedures["brace"]
    told = Teller(handbook.basis, shelf, "plain").all([*said.who_not, said.recovery_of])
    assert [each.text for each in told] == ["Ask us.", "Ask us."]
