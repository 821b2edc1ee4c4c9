"""The names of authors, as a list of them or a line with several tells them."""

import re
from collections.abc import Mapping

__all__ = ["names_from"]

_AND = re.compile(r"\s*,?\s+(?:and|&)\s+")
_BEHIND = re.compile(r"(?:[A-Z]\.?[ -]?){1,5}|Ph\.?\s?D\.?|[BM]\.?Sc\.?|[JS]r\.?|I{2,3}")
"""What stands behind a comma and is no name: initials, a degree, a younger namesake."""

_PARTICLE = re.compile("al|bin|da|del?|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von")
_FEWEST_WORDS, _MOST_WORDS = 2, 5


def names_from(told: object) -> tuple[str, ...]:
    """Take the names of authors from what a document says: a line, a list of lines, or of mappings with a name.

    A line is parted at semicolons, else at commas and at "and" between two people; the name of a house with an "and" in it stays one.

    >>> names_from("Anna B. Smith, MD, Ben de Vries and Smith, J.")
    ('Anna B. Smith, MD', 'Ben de Vries', 'Smith, J.')
    >>> names_from([{"name": "Anna Smith"}, {"given": "Ben", "family": "Jones"}]), names_from("Institute of Bone and Joint Care")
    (('Anna Smith', 'Ben Jones'), ('Institute of Bone and Joint Care',))
    """
    match told:
        case str(line):
            names = _in_line(line)
        case list(several):
            names = [
                _named(one) if isinstance(one, Mapping) else one for one in several if isinstance(one, str | Mapping)
            ]
        case Mapping():
            names = [_named(told)]
        case _:
            names = []
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _named(author: Mapping[str, object]) -> str:
    name = author.get("name")
    parts = [name] if name else [author.get("given"), author.get("family")]
    return " ".join(part for part in parts if isinstance(part, str))


def _in_line(line: str) -> list[str]:
    if ";" in line:
        return line.split(";")
    parts = _AND.split(line)
    if not all(map(_are_people, parts)):
        parts = [line]
    return [name for part in parts for name in _between_commas(part)]


def _between_commas(part: str) -> list[str]:
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if _is_turned(pieces):
        return [part]
    names: list[str] = []
    for piece in pieces:
        if names and _BEHIND.fullmatch(piece):
            names[-1] += f", {piece}"
        else:
            names.append(piece)
    return names


def _is_turned(pieces: list[str]) -> bool:
    """Whether this is one name with the family's before the comma."""
    return len(pieces) == _FEWEST_WORDS and not any(" " in piece for piece in pieces)


def _are_people(part: str) -> bool:
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    return _is_turned(pieces) or all(_is_person(piece) or _BEHIND.fullmatch(piece) for piece in pieces)


def _is_person(name: str) -> bool:
    words = name.split()
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and all(
        word[0].isupper() or _PARTICLE.fullmatch(word) for word in words
    )
