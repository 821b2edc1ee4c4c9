"""What a question asks for, as far as its form shows: an amount, a time, a person, a reason, a meaning."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from isthmus.claims import plain_words
from isthmus.search.stem import stems

__all__ = ["Cues", "Question", "cues"]

_ACRONYM = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[\w-]+")
_EXACT = re.compile(r"[A-Za-z0-9][\w.-]*")
_TELLING = re.compile(r"[A-Z].*[A-Z]|\d")
_DIGITS = re.compile(r"\d+")
_GRAM = 4


@dataclass(frozen=True)
class Cues:
    """General English: kinds of question by their form, words that mark a sentence, and words that say nothing.

    Of `words` a sentence holds one as it is written, of `stems` in any form.
    """

    kinds: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    plain: frozenset[str]
    plain_stems: frozenset[str]


@cache
def cues() -> Cues:
    """Read the cues that came with the package, once."""
    told = tomllib.loads(Path(__file__).with_name("sentence_cues.toml").read_text(encoding="utf-8"))
    plain = told["plain"]["words"].split()
    return Cues(
        kinds={name: re.compile(pattern, re.IGNORECASE) for name, pattern in told["kinds"].items()},
        words={name: frozenset(words.split()) for name, words in told["cues"].items()},
        stems={name: frozenset(stems(words)) for name, words in told["cues_in_any_form"].items()},
        plain=frozenset(plain),
        plain_stems=frozenset(stems(" ".join(plain))),
    )


@dataclass(frozen=True)
class Question:
    """A question as it is held against sentences.

    `said` are all its stems, `terms` those that narrow it, each once; `grams` the runs of four letters of its narrowing
    words; `exact` its numbers and names in capitals, as written; `kinds` what it asks for.
    """

    said: tuple[str, ...]
    terms: tuple[str, ...]
    grams: frozenset[str]
    exact: frozenset[str]
    acronyms: frozenset[str]
    digits: frozenset[str]
    kinds: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Question":
        """Read a question."""
        known = cues()
        said = stems(text)
        narrowing = [stem for stem in said if stem not in known.plain_stems]
        line = f" {' '.join(word for word in plain_words(text) if word not in known.plain)} "
        return cls(
            said=said,
            terms=tuple(dict.fromkeys(narrowing or said)),
            grams=frozenset(line[at : at + _GRAM] for at in range(len(line) - _GRAM + 1)),
            exact=frozenset(word for word in _EXACT.findall(text) if _TELLING.search(word)),
            acronyms=frozenset(_ACRONYM.findall(text)),
            digits=frozenset(_DIGITS.findall(text)),
            kinds=frozenset(name for name, pattern in known.kinds.items() if pattern.search(text)),
        )
