"""What people write in short, such as `w/o` and `6/52`, written out; and what they write to be polite, left out."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

__all__ = ["Shorthand"]

_NUMBER = "N"


@dataclass(frozen=True)
class Shorthand:
    """What is short for what: each key as it is written, or with a capital.

    `N` in a key is a number of one or two figures. A key is short for nothing before a word that it is `not_before`.
    """

    short_for: Mapping[str, str] = field(default_factory=dict)
    not_before: Mapping[str, Collection[str]] = field(default_factory=dict)

    def written_out(self, text: str) -> str:
        """Write out what is short in a text.

        >>> Shorthand({"N/52": "N weeks", "w/": "with", "24/7": "all day"}).written_out("6/52 w/physio, 24/7")
        '6 weeks with physio, all day'
        """
        return self._any.sub(self._long, text) if self.short_for else text

    def beside(self, own: "Shorthand") -> "Shorthand":
        """Add what is short for what in one field, which comes before what is short in all."""
        return Shorthand({**self.short_for, **own.short_for}, {**self.not_before, **own.not_before})

    def _long(self, found: re.Match[str]) -> str:
        written = found.group().rstrip()
        number = next(filter(None, found.groups()), "")
        key = written if written in self.short_for else written[:1].lower() + written[1:]
        long = self.short_for.get(key)
        if long is None:
            long = self.short_for[key.replace(number, _NUMBER, 1)].replace(_NUMBER, number)
        return f"{long} " if written.endswith("/") else long

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """Match any key as a whole; what holds no number comes first, and then the longest."""
        keys = sorted(self.short_for, key=lambda key: (_NUMBER in key, -len(key)))
        patterns = (_pattern(key) + _nothing_of(self.not_before.get(key, ())) for key in keys)
        return re.compile(rf"(?<![\w/#-])(?<!\d[.,])(?:{'|'.join(patterns)})")


def _pattern(key: str) -> str:
    first = f"[{key[0]}{key[0].upper()}]" if key[0].islower() else re.escape(key[0])
    end = r"\s*" if key.endswith("/") else r"(?![\w/-])"
    return (first + re.escape(key[1:])).replace(_NUMBER, r"(\d{1,2})") + end


def _nothing_of(words: Collection[str]) -> str:
    return rf"(?!\s(?:{'|'.join(map(re.escape, words))})\b)" if words else ""
