"""A long list in pages."""

from dataclasses import dataclass

from isthmus.errors import InvalidOption

__all__ = ["ON_A_PAGE", "Part", "part_with", "turn_to"]

ON_A_PAGE = 25
"""How many entries a page of a list shows at most."""


@dataclass(frozen=True)
class Part:
    """One page of a list: its number of how many, counted from 1, and its entries from `start` to before `end`."""

    number: int
    pages: int
    start: int
    end: int


def turn_to(number: int, count: int) -> Part:
    """Turn to a page of a list of so many entries; an empty list has one page.

    Raises:
        InvalidOption: There is no such page.
    """
    pages = max(1, -(-count // ON_A_PAGE))
    if not 1 <= number <= pages:
        raise InvalidOption("The list has no such page.", where="page", remedy=f"Give a number from 1 to {pages}.")
    start = (number - 1) * ON_A_PAGE
    return Part(number, pages, start, min(start + ON_A_PAGE, count))


def part_with(at: int, count: int) -> Part:
    """Turn to the page on which an entry stands, counted from 0."""
    return turn_to(at // ON_A_PAGE + 1, count)
