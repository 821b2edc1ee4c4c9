import pytest
from tests.benchmark.proofs import SUBJECTS, timed
from tests.benchmark.synthetic import synthetic

from isthmus.pathway import Pathway, WorkedCase


@pytest.mark.parametrize(
    ("pathway", "cases"), [(pathway, cases) for _, pathway, cases, _ in SUBJECTS], ids=[name for name, *_ in SUBJECTS]
)
def test_all_that_is_timed_is_proved(pathway: Pathway, cases: tuple[WorkedCase, ...]) -> None:
    measured = list(timed(pathway, cases))
    assert [claim for claim, _, holds in measured if not holds] == []
    assert len(measured) == 8


def test_the_large_pathway_is_large() -> None:
    pathway = synthetic()
    assert (len(pathway.recommendations), len(pathway.stages), len(pathway.features)) == (100, 100, 120)
