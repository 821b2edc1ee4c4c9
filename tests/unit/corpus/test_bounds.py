import pytest

from isthmus.corpus.bounds import Bounds


@pytest.mark.parametrize(("packed", "expanded"), [(0, 50), (4, 50), (20, 200), (500, 1000)])
def test_an_archive_may_expand_in_proportion_within_limits(packed: int, expanded: int) -> None:
    assert Bounds(ratio=10, unsuspected=50, expanded=1000).expansion(packed) == expanded
