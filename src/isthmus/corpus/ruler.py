"""From characters to bytes: where a character of a text lies in its UTF-8 form."""

__all__ = ["Ruler"]

_APART = 512


class Ruler:
    """Measures places of one text in bytes, by marks set every few hundred characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = text.isascii()  # then a character is a byte, and there is nothing to measure
        self._marks = [0]
        for start in range(0, 0 if self._plain else len(text), _APART):
            self._marks.append(self._marks[-1] + len(text[start : start + _APART].encode()))

    def at(self, character: int) -> int:
        """Give the byte at which a character begins; behind the last, the length in bytes.

        >>> Ruler("a\N{BULLET}b").at(2)
        4
        """
        if self._plain:
            return character
        mark, rest = divmod(character, _APART)
        return self._marks[mark] + len(self._text[character - rest : character].encode())
