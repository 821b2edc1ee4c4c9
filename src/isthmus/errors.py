"""Every deliberate error of isthmus, one small tree.

    IsthmusError              what is wrong, where, and what to do about it
    ├── InputError            what the caller gave cannot be used
    │   ├── UnreadableFile    missing, a folder, not permitted, not text, too large
    │   ├── MalformedText     not YAML, JSON or HTML: with line and column
    │   ├── InvalidCase       a patient's facts do not fit the case features
    │   ├── InvalidQuestion   empty or too long
    │   ├── InvalidOption     an option of a call that does not make sense
    │   ├── UnusableLibrary   newer, not ours, damaged, at work, or not to be written
    │   └── UnknownName       an audience, condition, row or page that does not exist
    ├── KnowledgeError        faults in the knowledge files, all of them at once
    ├── RuleError             a rule that is not in the language, or whose types do not fit
    ├── UnsupportedOperator   a backend cannot read an operator
    ├── MissingLibrary        an optional library is not installed
    └── PortTaken             another program already listens at the address

A message is one line a fault, `WHERE: WHAT. REMEDY.`, in plain words. Values of a patient never appear in one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Self

__all__ = [
    "Fault",
    "InputError",
    "InvalidCase",
    "InvalidOption",
    "InvalidQuestion",
    "IsthmusError",
    "KnowledgeError",
    "MalformedText",
    "MissingLibrary",
    "PortTaken",
    "RuleError",
    "UnknownName",
    "UnreadableFile",
    "UnsupportedOperator",
    "UnusableLibrary",
    "nearest",
]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it is, what it is, and the remedy in the imperative."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy}"


class IsthmusError(Exception):
    """Something isthmus refuses to do, with one or more faults that each say how to go on."""

    faults: tuple[Fault, ...]

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        self.faults = (Fault(where, what, remedy),)
        super().__init__(str(self.faults[0]))

    @classmethod
    def of(cls, faults: Sequence[Fault]) -> Self:
        """Make one error of several faults, so that a person can mend them all in one go.

        Args:
            faults: At least one fault, in the order in which to show them.
        """
        first, *_ = faults
        error = cls(first.what, where=first.where, remedy=first.remedy)
        error.faults = tuple(faults)
        error.args = ("\n".join(map(str, faults)),)
        return error


class InputError(IsthmusError):
    """What the caller gave cannot be used."""


class UnreadableFile(InputError):
    """A file is missing, a folder, not permitted, not text, or too large."""


class MalformedText(InputError):
    """A text is not in the format it should be in."""


class InvalidCase(InputError):
    """A patient's facts do not fit the case features of the condition."""


class InvalidQuestion(InputError):
    """A question is empty or too long, or holds no words and has none before it."""


class InvalidOption(InputError):
    """An option of a call does not make sense."""


class UnusableLibrary(InputError):
    """A library was made by a newer isthmus, is none, is damaged, is being changed, or cannot be written."""


class UnknownName(InputError):
    """A name was given that nothing here bears."""


class KnowledgeError(IsthmusError):
    """Knowledge files are wrong; every fault is listed."""


class RuleError(IsthmusError):
    """A rule is not in the language, or its types do not fit."""


class UnsupportedOperator(IsthmusError):
    """A backend cannot read an operator of the rule language."""


class MissingLibrary(IsthmusError):
    """An optional library is needed and not installed."""


class PortTaken(IsthmusError):
    """Another program already listens at the address."""


def nearest(name: str, names: Iterable[str], *, otherwise: str) -> str:
    """Offer the known name nearest to a wrong one, as a remedy.

    Args:
        name: The name somebody wrote.
        names: The names that exist.
        otherwise: The remedy when no name is near.

    >>> nearest("extension_pian", ["extension_pain", "night_pain"], otherwise="Remove it.")
    'Did you mean `extension_pain`?'
    >>> nearest("xyz", ["extension_pain"], otherwise="Remove it.")
    'Remove it.'
    """
    matches = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return f"Did you mean `{matches[0]}`?" if matches else otherwise
