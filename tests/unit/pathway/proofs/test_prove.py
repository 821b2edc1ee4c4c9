from tests.unit.knowledge import PATHWAY
from tests.unit.pathway.small import Row, small

from isthmus.pathway.proofs.prove import prove


def test_the_built_in_pathway_is_proved() -> None:
    proofs = list(prove(PATHWAY))
    assert [proof.claim for proof in proofs if not proof.holds] == []
    assert len({proof.claim for proof in proofs}) == len(proofs) == 7


def test_what_cannot_be_settled_is_not_proved() -> None:
    broken = {
        proof.claim: proof.breaches
        for proof in prove(small(Row("Floor(x) * Floor(y) > 2"), Row("true")))
        if proof.breaches
    }
    assert list(broken) == ["red-flags-first", "unknown-is-mild"]
    (breach,) = broken["unknown-is-mild"]
    assert breach.what == "A rule multiplies or divides case features, so this cannot be settled"
