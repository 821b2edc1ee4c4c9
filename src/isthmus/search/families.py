"""Words that general English uses in each other's place, so that `fatality` is heard where `death` is asked for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from isthmus.search.stem import stems

__all__ = ["families"]


@cache
def families() -> Mapping[str, frozenset[str]]:
    """Read the families that came with the package, once: for each stem, the others of every family it is in."""
    read = Path(__file__).with_name("word_families.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in read.splitlines():
        if not line.startswith("#"):
            family = set(stems(line))
            for stem in family:
                found.setdefault(stem, set()).update(family - {stem})
    return {stem: frozenset(others) for stem, others in found.items()}
