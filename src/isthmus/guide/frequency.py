"""How often something happens, said the same way everywhere to plain readers: so many of 100."""

import re
from collections.abc import Iterable, Iterator

from isthmus.errors import Fault
from isthmus.guide.writing import Written

__all__ = ["check_frequencies"]

_SMALL = "two|three|four|five|six|seven|eight|nine|ten"
_SHARE = re.compile(
    rf"\b(?:\d+|one|{_SMALL}) in (?:every )?(?!100\b)(?:\d+|{_SMALL})\b(?! (?:hour|day|week|month|year))", re.IGNORECASE
)


def check_frequencies(written: Iterable[Written]) -> Iterator[Fault]:
    """Find frequencies in a plain text that have another base than 100.

    What one study counted, such as `10 of 42 people`, may be told as it was counted.
    """
    for text in written:
        if text.register == "plain" and text.kind == "sentence":
            for found in _SHARE.finditer(text.text):
                yield Fault(text.where, f"`{found.group()}` has a base of its own.", "Write `N of 100`.")
