"""A sentence written so that it can be seen how a medicine is taken: numbers in figures, medicines as marks.

The marks stand in capitals, which no other letter does: MED for a medicine by its own name, SUP for what is taken as food is
not, KIND for a kind of medicine, TAB for a form that is counted by itself, as tablets are, FORM for another one.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from isthmus.answer.medicine_patterns import Pieces, choice
from isthmus.answer.number_words import ANOTHER, IN_WORDS, ONE_MORE, WORTH, in_figures
from isthmus.answer.numerals import in_plain_figures

__all__ = ["marked", "may_name_one", "names_one"]

_SENTENCES, _WORDS = 8192, 32768
"""Of how many sentences, and of how many words, is remembered what they say."""

_MARKS = {"MED": "names", "SUP": "supplements", "KIND": "kinds", "TAB": "counted", "FORM": "forms"}
"""The marks in the order in which they are set, with the words of each."""
_NAMED = re.compile("MED|SUP|KIND|TAB")
_ANY = re.compile("MED|SUP|KIND|TAB|FORM")

_SPACING = 1
"""The number of the step that all texts need: after what is aside, so that `daily` at the end of a line stays a frequency."""

_SIGNS = str.maketrans({
    "\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{MINUS SIGN}": "-", "'": "", "\N{RIGHT SINGLE QUOTATION MARK}": "",
    "\N{MULTIPLICATION SIGN}": "x",
})  # fmt: skip
_WORD = re.compile(r"\w+")
_LETTERS, _ENOUGH = re.compile(r"(?:^|[ -])([a-z]+)(\??)"), 3
_OF_A = re.compile(r"\b(?:an? )?(\d[\d.]*) of (?:an? |one )?(?=[A-Z])")
"""What is left of `half of a tablet` and of `a couple of tablets`, before a mark."""


@lru_cache(maxsize=_SENTENCES)
def marked(text: str) -> str:
    """Write a text in small letters, its numbers in figures and what names a medicine as a mark.

    >>> marked("Half a tablet of Naproxen, three times a day")
    '0.5 TAB of MED, 3 times a day'
    """
    said = _in_small_letters(text).replace("%", " percent").translate(_SIGNS)
    steps = _steps()
    for at in sorted({_SPACING}.union(*map(_steps_at, _WORD.findall(said)))):
        said = steps[at].rewritten(said)
    return _OF_A.sub(r"\1 ", said) if may_name_one(said) else said


def names_one(said: str) -> bool:
    """Whether a marked text names a medicine, a kind of them, or a form that holds nothing else."""
    return _NAMED.search(said) is not None


def may_name_one(said: str) -> bool:
    """Whether a marked text names a medicine, or a form such as a gel, which may hold one."""
    return _ANY.search(said) is not None


def _in_small_letters(text: str) -> str:
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", in_plain_figures(text)).casefold()


@dataclass(frozen=True)
class _Step:
    """A rewriting that changes nothing where no word of a text has one of these beginnings or endings.

    Most words have none, so that most texts need hardly a step.
    """

    rewritten: Callable[[str], str]
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def is_called_for_by(self, word: str) -> bool:
        return word.startswith(self.beginnings) or word.endswith(self.endings)


@lru_cache(maxsize=_WORDS)
def _steps_at(word: str) -> tuple[int, ...]:
    """Tell by their numbers which steps a word calls for."""
    return tuple(at for at, step in enumerate(_steps()) if step.is_called_for_by(word))


@cache
def _steps() -> tuple[_Step, ...]:
    """Read what came with the package, once."""
    told = tomllib.loads(Path(__file__).with_name("medicine.toml").read_text(encoding="utf-8"))
    pieces = Pieces(told["pieces"])
    return (
        _step([pieces.spelled_out(entry) for entry in told["aside"]], "aside"),
        _Step(_in_one_line),
        *(_step(told[name], mark) for mark, name in _MARKS.items()),
        _Step(partial(ANOTHER.sub, "1"), ("another", "few", "pair", *ONE_MORE)),
        _Step(partial(IN_WORDS.sub, in_figures), tuple(WORTH)),
    )


def _step(entries: Iterable[str], into: str) -> _Step:
    rows = list(entries)
    endings = tuple(row[1:] for row in rows if row.startswith("*"))
    beginnings = tuple(_beginning(row) for row in rows if not row.startswith("*"))
    return _Step(partial(re.compile(rf"\b(?:{choice(rows)})\b").sub, into), beginnings, endings)


def _in_one_line(said: str) -> str:
    return " ".join(said.split())


def _beginning(entry: str) -> str:
    """Give with what a word begins wherever an entry matches: the first three letters or more that it cannot lack."""
    needed: Iterator[str] = (letters[: -len(optional) or None] for letters, optional in _LETTERS.findall(entry))
    return next(letters for letters in needed if len(letters) >= _ENOUGH)
