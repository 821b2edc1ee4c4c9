from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from isthmus.plan.explain.hitting import hitting_sets, smallest_hitting_set

ORDER = "abcde"


@given(st.lists(st.frozensets(st.sampled_from(ORDER), min_size=1), max_size=6))
def test_the_smallest_is_the_first_of_the_smallest(sets: list[frozenset[str]]) -> None:
    every = chain.from_iterable(combinations(ORDER, size) for size in range(len(ORDER) + 1))
    hitting = [some for some in every if all(each.intersection(some) for each in sets)]
    assert tuple(smallest_hitting_set(sets, ORDER)) == hitting[0]


@given(st.lists(st.frozensets(st.sampled_from(ORDER), min_size=1), max_size=6), st.integers(0, 4))
def test_every_set_that_needs_all_its_members_is_listed_once(sets: list[frozenset[str]], most: int) -> None:
    found = [tuple(some) for some in hitting_sets(sets, ORDER, most)]
    every = chain.from_iterable(combinations(ORDER, size) for size in range(most + 1))
    hitting = {some for some in every if all(each.intersection(some) for each in sets)}
    needed = {some for some in hitting if not some or not hitting.intersection(combinations(some, len(some) - 1))}
    assert needed <= set(found) <= hitting
    assert len(found) == len(set(found))
