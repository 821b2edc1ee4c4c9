"""How a sentence tells the way in which a medicine is taken, as the rows of `medicine_directions.toml` say."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from isthmus.answer.medicine_patterns import Pieces, choice

__all__ = ["Direction", "Directions", "Ways", "directions"]


@dataclass(frozen=True)
class Direction:
    """One row: what it tells, how that is written in a marked sentence, an example, and something alike that is not meant."""

    tells: str
    pattern: str
    example: str
    unlike: str


@dataclass(frozen=True)
class Ways:
    """A table of rows, looked for as one pattern."""

    rows: Sequence[Direction]
    pattern: re.Pattern[str]

    def told_in(self, said: str) -> bool:
        """Whether a marked sentence tells any of it."""
        return self.pattern.search(said) is not None


@dataclass(frozen=True)
class Directions:
    """All that a marked sentence may tell of how a medicine is taken.

    `dose` is one whatever is named, `dose_of` one where a medicine is named in the sentence or above it; `halting` is that one is
    stopped, left out or begun, and `leaving` that one named in the sentence is left out, or taken on, for a time. `activity`
    are words by which what is done often is no medicine.
    """

    dose: Ways
    dose_of: Ways
    halting: Ways
    leaving: Ways
    activity: re.Pattern[str]


@cache
def directions() -> Directions:
    """Read what came with the package, once."""
    told = tomllib.loads(Path(__file__).with_name("medicine_directions.toml").read_text(encoding="utf-8"))
    pieces = Pieces(told["pieces"])
    return Directions(
        dose=_ways(told["dose"], pieces),
        dose_of=_ways(told["dose_of"], pieces),
        halting=_ways(told["halting"], pieces),
        leaving=_ways(told["leaving"], pieces),
        activity=re.compile(rf"\b(?:{choice(told['activity'])})\b"),
    )


def _ways(rows: Sequence[Mapping[str, str]], pieces: Pieces) -> Ways:
    read = [Direction(**{**row, "pattern": pieces.spelled_out(row["pattern"])}) for row in rows]
    return Ways(read, re.compile("|".join(one.pattern for one in read)))
