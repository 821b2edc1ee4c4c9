from dataclasses import replace

from isthmus.condition import Condition
from isthmus.web.proving import Prover

WAIT = 600.0


def test_nothing_is_claimed_before_somebody_asks(condition: Condition) -> None:
    prover = Prover(condition.pathway)
    prover.stop()
    assert (prover.look().state, prover.look().proved) == ("not run", ())


def test_another_process_proves_the_very_pathway_it_was_given_and_once(condition: Condition) -> None:
    gap = replace(condition.pathway, recommendations=condition.pathway.recommendations[:-1])
    prover = Prover(gap)
    prover.start(wait_seconds=WAIT)
    proofs = prover.look()
    assert proofs.state == "done"
    faults = {one.claim: one.faults for one in proofs.proved}
    assert faults["always-decides"] != ()
    assert faults["red-flags-first"] == ()
    prover.start()
    assert prover.look() is proofs


def test_proofs_that_are_cut_short_are_broken_off(condition: Condition) -> None:
    prover = Prover(condition.pathway)
    prover.start()
    assert prover.look().state == "running"
    prover.stop()
    assert prover.look(at_most_seconds=WAIT).state == "broken off"
