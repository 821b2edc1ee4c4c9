from time import process_time

import pytest
from tests.benchmark.proofs import SUBJECTS, timed
from tests.benchmark.synthetic import synthetic

from isthmus.pathway import Pathway, WorkedCase


@pytest.mark.parametrize(
    ("pathway", "cases", "most"), [rest for _, *rest in SUBJECTS], ids=[name for name, *_ in SUBJECTS]
)
def test_a_pathway_is_proved_in_time(pathway: Pathway, cases: tuple[WorkedCase, ...], most: float) -> None:
    start = process_time()  # what others do on this machine does not count
    measured = list(timed(pathway, cases))
    assert process_time() - start < most
    assert [claim for claim, _, holds in measured if not holds] == []
    assert len(measured) == 8


def test_the_large_pathway_is_large() -> None:
    pathway = synthetic()
    assert (len(pathway.recommendations), len(pathway.stages), len(pathway.features)) == (100, 100, 120)
