import pytest
from tests.unit.guide.small import BASIS, written

from isthmus.guide import Term
from isthmus.guide.reach import check_orphans, check_references
from isthmus.guide.writing import Reference
from isthmus.terms import ClaimId

LYSIS = Term("spondylolysis", "A crack: lysis.", "A defect.", also=("lysis",))


def test_a_claim_that_nobody_tells_is_an_orphan() -> None:
    (fault,) = check_orphans([written("Well.", "PD-1")], BASIS, [], [])
    assert str(fault) == "claims.yaml: No reader is told claim `PD-2`. Cite it where it serves a reader."


def test_a_claim_that_the_pathway_cites_is_none() -> None:
    assert list(check_orphans([written("Well.", "PD-1")], BASIS, [ClaimId("PD-2")], [])) == []


@pytest.mark.parametrize(("text", "orphans"), [("A Lysis hurts.", 0), ("Analysis hurts.", 1)])
def test_a_term_is_used_where_a_text_writes_it_in_one_of_its_ways(text: str, orphans: int) -> None:
    texts = [written(text, "PD-1", "PD-2"), written(LYSIS.plain, kind="definition")]
    assert len(list(check_orphans(texts, BASIS, [], [LYSIS]))) == orphans


def test_what_words_name_must_exist() -> None:
    named = [
        Reference("action", "start-care", "f.yaml:1"),
        Reference("action", "strat-care", "f.yaml:2"),
        Reference("procedure", "barce", "f.yaml:5"),
        Reference("figure", "PD-1: success", "f.yaml:3"),
        Reference("figure", "PD-1: sucess", "f.yaml:4"),
    ]
    assert [str(fault) for fault in check_references(named, BASIS, ["start-care"], ["brace"])] == [
        "f.yaml:2: There is no action `strat-care`. Did you mean `start-care`?",
        "f.yaml:5: There is no procedure `barce`. Did you mean `brace`?",
        "f.yaml:4: There is no figure `PD-1: sucess`. Did you mean `PD-1: success`?",
    ]
