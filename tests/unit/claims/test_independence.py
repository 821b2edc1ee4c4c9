from isthmus.claims import Source, count_independent
from isthmus.claims.load import load_basis
from isthmus.condition import built_in_knowledge
from isthmus.terms import SourceId


def source(name: str, group: str | None = None) -> Source:
    return Source(SourceId(name), "A page", "seed", "all", "none", independence=group)


def test_sources_that_share_text_are_one_witness() -> None:
    assert count_independent([source("A", "copied"), source("B", "copied"), source("C"), source("D")]) == 3


def test_a_source_that_names_no_group_is_a_witness_even_where_a_group_bears_its_name() -> None:
    assert count_independent([source("A", "B"), source("B")]) == 2


def test_the_clinic_page_and_the_hospital_library_it_shares_text_with_count_once() -> None:
    knowledge = built_in_knowledge()
    sources = load_basis(knowledge / "conditions" / "pars-defect", knowledge / "sources.yaml").sources
    assert count_independent([sources[SourceId("SEED0")], sources[SourceId("WKHS")]]) == 1


def test_a_claim_cites_the_literature_before_pages_of_the_web() -> None:
    knowledge = built_in_knowledge()
    basis = load_basis(knowledge / "conditions" / "pars-defect", knowledge / "sources.yaml")
    read = [[basis.sources[source].is_in_literature for source in claim.sources] for claim in basis.claims.values()]
    assert any(len(set(kinds)) == 2 for kinds in read)
    assert [kinds for kinds in read if kinds != sorted(kinds, reverse=True)] == []
