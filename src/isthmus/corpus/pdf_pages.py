"""The lines of a PDF, page by page: run as a program of its own, so that a bad file ends this and nothing else.

The bytes come in on standard input; out goes one JSON object with `pages`, `edges`, `rules`, `title` and `author`, or with
a `fault`. A page is its lines in order, each its words, the size of its letters in points, how heavy they are, how high above
the foot of the page it stands, and how far from its left edge. Its edges are, for each line, where each of its cells begins
and ends; its rules are the straight lines that are drawn on it, with their bounds. Numbers that are set small above the line are raised, a wide space or a rule between the cells of
a row becomes a bar, a bullet that is drawn beside a line is written, and letters that nobody sees, or that are struck out, are left out. It imports nothing of isthmus, and binds itself to a share of
memory and processor before it looks at a single byte.
"""

import ctypes
import json
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

__all__ = ["LOCKED", "MOST_CHARACTERS", "MOST_PAGES", "TOO_LONG", "main", "pages_of"]

LOCKED, DAMAGED, TOO_LONG = "locked", "damaged", "too long"
MOST_PAGES = 5_000
MOST_CHARACTERS = 10_000_000
_MOST_MEMORY = 2_000_000_000
_MOST_SECONDS = 150
# What PDFium writes where a word was broken at the end of a line.
_BROKEN = frozenset(["\ufffe", "\x02"])
_NO_LETTERS = str.maketrans({"\x00": None, "\ufffd": None, "\ufffe": None, "\x02": None})
_TOKEN = re.compile(r"\r\n?|\n|[\ufffe\x02]|[^\S\r\n]+|\d|[^\s\d\ufffe\x02]+")
_RAISED = str.maketrans("0123456789+-\N{MINUS SIGN}", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_HEAVY = 700
_LONGEST_NAME = 200
# Shares of the size of the letters: how small and how high above the line what is raised stands; how far apart two
# words stand at most that touch, and at least those of two cells.
_SMALL, _ABOVE, _HIGHEST, _TOUCHES, _APART = 0.85, 0.12, 0.8, 0.6, 1.6
_SMALLEST_SEEN = 2.0  # points
_FAINTEST_SEEN = 20  # of 255
_NEARLY_WHITE = 235
_INVISIBLE = 3  # the way of drawing letters that marks nothing, as on scanned pages
_PAINTED_OVER = (1, 2, 5, 6)  # the ways that draw their outlines too
_MARK = re.compile(r"\W|o|\(?(?:\d{1,2}|[a-z])[.)]|\d(?:\.\d+)*")
_BAR = " | "
_BULLET = "\N{BULLET} "
# The bullets of the symbol fonts of Word, which mean nothing in any other font, and the tick and the cross of icon fonts.
_BULLETS = str.maketrans(
    {"\uf0b7": "\N{BULLET}", "\uf0a7": "\N{BLACK SMALL SQUARE}", "\uf00c": "\N{CHECK MARK}", "\uf00d": "\N{BALLOT X}"}
)
# A bullet may be drawn beside its line: how large it is, how far it stands at most, and how high above the foot of it.
_SQUARE = 1.25
_LEAST_DOT, _LARGEST_DOT, _FARTHEST_DOT, _HIGHEST_DOT = 0.15, 0.7, 2.5, 0.9
# Of rules, in points: how thick at most, how long at least. A page with more paths than this holds a drawing.
_THICKEST, _SHORTEST, _MOST_PATHS, _MOST_RULES = 3.0, 8.0, 3_000, 1_500
_RECTANGLE = 5  # points that are drawn
# Of a line through the middle of letters, as shares of their size: how thick at most, and between which heights above their foot;
# and its shortest, in points. It strikes out a word of which it covers this share; one of which it covers less is not told.
_THICKEST_STRIKE, _LOWEST_STRIKE, _HIGHEST_STRIKE, _SHORTEST_STRIKE = 0.2, 0.15, 0.45, 2.0
_STRUCK, _PARTLY_STRUCK = 0.7, 0.25
_LEFT_OUT = "[left out]"
_SPACE = 0.3  # of the size of the letters


def main() -> None:
    """Read a PDF from standard input and write its words to standard output."""
    _bind()
    content = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(pages_of(content)))


def _bind() -> None:
    try:
        import resource  # noqa: PLC0415 - not every system has it; there the time limit outside has to do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def pages_of(content: bytes) -> dict[str, object]:
    """Give the lines of each page, with the title and the author the file names; of one that is too long, nothing."""
    import pypdfium2  # noqa: PLC0415 - only here, behind the bounds

    try:
        document = pypdfium2.PdfDocument(content)
        told = document.get_metadata_dict()
        pages: list[list[_Told]] = []
        edges: list[list[_Edges]] = []
        rules: list[list[_Bounds]] = []
        left = MOST_CHARACTERS
        if len(document) > MOST_PAGES:
            return {"fault": TOO_LONG}
        for number in range(len(document)):
            page = _Page(document[number])
            lines = list(_lines(page))
            pages.append([line for line, _ in lines])
            edges.append([cells for _, cells in lines])
            rules.append(page.rules)
            left -= sum(len(line[0]) + 1 for line in pages[-1])
            if left < 0:
                return {"fault": TOO_LONG}
    except pypdfium2.PdfiumError as error:
        return {"fault": LOCKED if "assword" in str(error) else DAMAGED}
    title, author = told.get("Title", ""), told.get("Author", "")
    return {"pages": pages, "edges": edges, "rules": rules, "title": title, "author": author}


_OfPdfium = Any
"""A thing of PDFium, whose type is known only once it is imported, behind the bounds."""

_Told = tuple[str, float, int, float, float]
"""The words of a line, the size and the weight of most of its letters, its height on the page, and its left edge."""

_Edges = list[tuple[float, float, float, int]]
"""Where each cell of a line begins and ends, with its size and weight; a line that is no row is one."""

_Bounds = tuple[float, float, float, float]
"""How far from the left and the foot of the page something begins, and how far it reaches to the right and up."""


class _Look(NamedTuple):
    """How the letters of one piece of text look: their size in points and their weight, and whether anybody sees them."""

    size: float
    weight: int
    is_seen: bool


_UNTOLD = _Look(0, 0, is_seen=True)


class _Token(NamedTuple):
    """A word, a number or the space between them, with where it begins."""

    words: str
    look: _Look
    x: float
    y: float


class _Page:
    """What PDFium tells of the letters of one page.

    Args:
        page: The page, as the library around PDFium holds it.
    """

    def __init__(self, page: _OfPdfium) -> None:
        import pypdfium2.raw  # noqa: PLC0415 - only here, behind the bounds

        self._raw: _OfPdfium = pypdfium2.raw
        self._page = page
        self._text = page.get_textpage()
        self._looks: dict[int, _Look] = {}
        self._left, self._bottom, self._right, self._top = page.get_bbox()

    def tokens(self) -> Iterator[_Token]:
        """Give what is written on a page, in order; letters beyond its edges or that nobody sees are passed over."""
        letters, x, y = self._text.raw, ctypes.c_double(), ctypes.c_double()
        place_of, drawn_at = self._raw.FPDFText_GetCharOrigin, self._raw.FPDFText_GetTextObject
        for found in _TOKEN.finditer(self._words()):
            words, at = found[0], found.start()
            place_of(letters, at, x, y)
            drawn = None if words.isspace() else drawn_at(letters, at)
            token = _Token(words, self._look_of(drawn, at) if drawn else _UNTOLD, x.value, y.value)
            if words.isspace() or (token.look.is_seen and self._holds(token)):
                yield token

    def _holds(self, token: _Token) -> bool:
        return bool(self._left <= token.x <= self._right and self._bottom <= token.y <= self._top)

    def _words(self) -> str:
        words = str(self._text.get_text_range())
        count = self._text.count_chars()
        if len(words) == count:
            return words
        codes = (self._raw.FPDFText_GetUnicode(self._text, place) for place in range(count))
        return "".join(chr(code) if 0 < code <= sys.maxunicode else "\ufffd" for code in codes)

    def _look_of(self, drawn: _OfPdfium, place: int) -> _Look:
        address = ctypes.addressof(drawn.contents)
        if address not in self._looks:
            self._looks[address] = self._look(drawn, address, place)
        return self._looks[address]

    def _look(self, drawn: _OfPdfium, address: int, place: int) -> _Look:
        matrix = self._raw.FS_MATRIX()
        self._raw.FPDFText_GetMatrix(self._text.raw, place, matrix)
        size = self._raw.FPDFText_GetFontSize(self._text, place) * (matrix.c**2 + matrix.d**2) ** 0.5
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._raw.FPDFText_GetFontInfo(self._text, place, name, _LONGEST_NAME, ctypes.c_int())
        weight = self._raw.FPDFText_GetFontWeight(self._text, place)
        is_bold = _BOLD.search(name.value.decode("ascii", "ignore")) is not None
        is_seen = size >= _SMALLEST_SEEN and self._is_painted(drawn, address, place)
        return _Look(round(size, 1), max(weight, _HEAVY) if is_bold else weight, is_seen)

    def _is_painted(self, drawn: _OfPdfium, address: int, place: int) -> bool:
        """Tell whether letters differ from what lies under them: white ones on a white page are for nobody to read."""
        mode = self._raw.FPDFTextObj_GetTextRenderMode(drawn)
        if mode in _PAINTED_OVER:
            return True
        *colour, alpha = self._colour(self._raw.FPDFText_GetFillColor, self._text, place)
        if mode == _INVISIBLE:  # words that were read off a picture lie on it
            return self._ground(drawn, address) == ()
        if alpha < _FAINTEST_SEEN:
            return False
        return min(colour) < _NEARLY_WHITE or not self._is_white(self._ground(drawn, address))

    def _is_white(self, ground: Sequence[int]) -> bool:
        return bool(ground) and min(ground) >= _NEARLY_WHITE

    def _ground(self, drawn: _OfPdfium, address: int) -> Sequence[int]:
        """Give the colour that lies under a piece of text: white where nothing does, none where a picture does."""
        left, bottom, right, top = self._bounds(drawn)
        x, y = (left + right) / 2, (bottom + top) / 2
        ground: Sequence[int] = (255, 255, 255)
        for other, bounds, colour in self._painted:
            if other == address:
                break
            if colour is not None and bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3]:
                ground = colour
        return ground

    @cached_property
    def _painted(self) -> list[tuple[int, Sequence[float], Sequence[int] | None]]:
        """Everything that is drawn, in order, with its bounds and its colour: none for letters and lines."""
        return [(ctypes.addressof(one.contents), self._bounds(one), self._fill(one)) for one in self._drawn()]

    @cached_property
    def _dots(self) -> list[Sequence[float]]:
        """The bounds of what is drawn as high as it is wide, as bullets are."""
        bounds = (bounds for _, bounds in self._paths)
        return [
            one for one in bounds if 0 < one[2] - one[0] < _SQUARE * (one[3] - one[1]) < _SQUARE**2 * (one[2] - one[0])
        ]

    @cached_property
    def _paths(self) -> list[tuple[_OfPdfium, Sequence[float]]]:
        paths = (one for one in self._drawn() if self._kind(one) == self._raw.FPDF_PAGEOBJ_PATH)
        return [(path, self._bounds(path)) for path in paths]

    @cached_property
    def rules(self) -> list[_Bounds]:
        """The straight lines that are drawn along the page and across it; none where there are too many to be a table."""
        if len(self._paths) > _MOST_PATHS:
            return []
        rules = [rule for path, bounds in self._paths for rule in self._rules_of(path, bounds)]
        return rules if len(rules) <= _MOST_RULES else []

    def _rules_of(self, path: _OfPdfium, bounds: Sequence[float]) -> list[_Bounds]:
        """Give a path that is thin and long, or the four sides of a rectangle whose sides are drawn."""
        left, bottom, right, top = (round(bound, 1) for bound in bounds)
        thin, long = sorted((right - left, top - bottom))
        if thin <= _THICKEST or long < _SHORTEST:
            return [(left, bottom, right, top)] if long >= _SHORTEST else []
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(path, fill, stroke)
        if not stroke.value or self._raw.FPDFPath_CountSegments(path) > _RECTANGLE:
            return []
        upright, level = (left, right), (bottom, top)
        return [(x, bottom, x, top) for x in upright] + [(left, y, right, y) for y in level]

    @cached_property
    def _uprights(self) -> list[_Bounds]:
        return [rule for rule in self.rules if rule[2] - rule[0] < rule[3] - rule[1]]

    @cached_property
    def _flat(self) -> dict[int, list[_Bounds]]:
        """The level lines that are drawn, however short, by their height in whole points."""
        flat: dict[int, list[_Bounds]] = {}
        for _, (left, bottom, right, top) in self._paths if len(self._paths) <= _MOST_PATHS else ():
            if top - bottom <= _THICKEST and right - left >= max(_SHORTEST_STRIKE, top - bottom):
                flat.setdefault(int((bottom + top) / 2), []).append((left, bottom, right, top))
        return flat

    def strikes(self, height: float, size: float) -> list[_Bounds]:
        """Find the lines that are drawn at the middle of letters of this size that stand on this height."""
        low, high = height + _LOWEST_STRIKE * size, height + _HIGHEST_STRIKE * size
        near = (rule for at in range(int(low), int(high) + 1) for rule in self._flat.get(at, ()))
        return [
            rule
            for rule in near
            if low < (rule[1] + rule[3]) / 2 < high and rule[3] - rule[1] <= _THICKEST_STRIKE * size
        ]

    def rules_across(self, line: Sequence[_Token], height: float, size: float) -> list[float]:
        """Tell where rules stand upright within a line of this height."""
        left, right, top = (line[0].x, line[-1].x, height + size / 2) if line else (0, 0, 0)
        return [x for x, bottom, _, end in self._uprights if left < x < right and bottom <= height < top <= end]

    def bullet_beside(self, x: float, y: float, size: float) -> float | None:
        """Tell where a bullet is drawn left of a line that begins at this place, if any is."""
        for left, bottom, right, top in self._dots:
            is_dot = _LEAST_DOT * size < right - left < _LARGEST_DOT * size
            if is_dot and 0 < x - right < _FARTHEST_DOT * size and y <= (bottom + top) / 2 <= y + _HIGHEST_DOT * size:
                return left
        return None

    def _drawn(self) -> Iterator[_OfPdfium]:
        for number in range(self._raw.FPDFPage_CountObjects(self._page)):
            yield self._raw.FPDFPage_GetObject(self._page, number)

    def _kind(self, one: _OfPdfium) -> int:
        return int(self._raw.FPDFPageObj_GetType(one))

    def _fill(self, one: _OfPdfium) -> Sequence[int] | None:
        kind = self._kind(one)
        if kind == self._raw.FPDF_PAGEOBJ_TEXT:
            return None
        if kind != self._raw.FPDF_PAGEOBJ_PATH:
            return ()
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(one, fill, stroke)
        *colour, alpha = self._colour(self._raw.FPDFPageObj_GetFillColor, one)
        return colour if fill.value and alpha >= _FAINTEST_SEEN else None

    def _bounds(self, one: _OfPdfium) -> Sequence[float]:
        bounds = [ctypes.c_float() for _ in range(4)]
        self._raw.FPDFPageObj_GetBounds(one, *bounds)
        return [bound.value for bound in bounds]

    def _colour(self, ask: _OfPdfium, *about: _OfPdfium) -> list[int]:
        parts = [ctypes.c_uint() for _ in range(4)]
        ask(*about, *parts)
        return [part.value for part in parts]


def _lines(page: _Page) -> Iterator[tuple[_Told, _Edges]]:
    """Give the lines of a page that hold anything, each behind the bullet that is drawn beside it, and their edges."""
    for written, end in _token_lines(page):
        look, height = _base(written)
        strikes = page.strikes(height, look.size) if written else ()
        line = list(_without_struck(written, end, strikes, look.size)) if strikes else written
        gaps = _gaps(line, look, page.rules_across(line, height, look.size))
        words = "".join(_written(line, look, height, gaps)).translate(_NO_LETTERS).translate(_BULLETS)
        words = words.encode("utf-8", "ignore").decode()
        if not words.strip():
            continue
        bullet = page.bullet_beside(line[0].x, height, look.size)
        left = line[0].x if bullet is None else bullet
        words = words.rstrip() if bullet is None else _BULLET + words.strip()
        edges = _edges(line, left, end, gaps) if gaps else [(round(left, 1), round(end, 1), look.size, look.weight)]
        yield (words, look.size, look.weight, round(height, 1), edges[0][0]), edges


def _without_struck(line: Sequence[_Token], end: float, strikes: Sequence[_Bounds], size: float) -> Iterator[_Token]:
    """Leave out the words of a line through which another line is drawn, and the room that they took."""
    ends = [*(token.x for token in line[1:]), end]
    gone = begun = False
    space: _Token | None = None
    for token, stops in zip(line, ends, strict=True):
        covered = _covered(token.x, stops, strikes)
        if token.words.isspace():
            space = token
        elif covered >= _STRUCK:
            gone = True
        else:
            if space is not None and (begun or not gone):
                yield space._replace(x=token.x - _SPACE * size) if gone else space
            yield token if covered < _PARTLY_STRUCK else token._replace(words=_LEFT_OUT)
            gone, begun, space = False, True, None


def _covered(start: float, end: float, rules: Sequence[_Bounds]) -> float:
    """Tell what share of the way from one place to another the longest part is that a rule covers."""
    most = max(min(end, right) - max(start, left) for left, _, right, _ in rules)
    return most / (end - start) if end > start else 0.0


def _edges(line: Sequence[_Token], left: float, right: float, gaps: Sequence[int]) -> _Edges:
    """Tell where the cells of a line begin and end, and how they look."""
    begins = [left, *(line[gap + 1].x for gap in gaps)]
    ends = [*(line[gap].x for gap in gaps), right]
    starts = [0, *(gap + 1 for gap in gaps)]
    looks = [_base(line[start:stop])[0] for start, stop in zip(starts, [*gaps, len(line)], strict=True)]
    edges = zip(begins, ends, looks, strict=True)
    return [(round(begin, 1), round(end, 1), look.size, look.weight) for begin, end, look in edges]


def _token_lines(page: _Page) -> Iterator[tuple[list[_Token], float]]:
    """Put the tokens of a page together to lines, each with where it ends."""
    line: list[_Token] = []
    ended: _Token | None = None
    for token in page.tokens():
        if ended is not None and not _goes_on(line, ended, token):
            yield line, ended.x
            line = []
        ended = None
        if token.words in _BROKEN:
            yield [*line, token._replace(words="-")], token.x
            line = []
        elif token.words[0] in "\r\n":
            ended = token
        else:
            line.append(token)
    yield line, line[-1].x + len(line[-1].words) * line[-1].look.size / 2 if line else 0.0


def _base(line: Sequence[_Token]) -> tuple[_Look, float]:
    """Tell how most letters of a line look, and on which height they stand."""
    counts: dict[tuple[_Look, float], int] = {}
    for token in line:
        if token.look.size:
            key = token.look, token.y
            counts[key] = counts.get(key, 0) + len(token.words)
    return max(counts, key=counts.__getitem__, default=(_UNTOLD, 0.0))


def _is_raised(token: _Token, look: _Look, height: float) -> bool:
    return token.look.size < look.size * _SMALL and _ABOVE < (token.y - height) / look.size < _HIGHEST


def _goes_on(line: Sequence[_Token], ended: _Token, token: _Token) -> bool:
    """Tell whether a line goes on behind what is raised, where PDFium takes it for ended."""
    between, most = token.x - ended.x, _TOUCHES * max(line[-1].look.size, token.look.size) if line else 0
    if not -most < between < most:  # as at nearly every end
        return False
    look, height = _base(line)
    back = _is_raised(line[-1], look, height) and abs(token.y - height) < _ABOVE * look.size
    return back or _is_raised(token, look, height)


def _gaps(line: Sequence[_Token], look: _Look, rules: Sequence[float]) -> list[int]:
    """Find the spaces between the cells of a row: those that are wide, save behind a number or a mark, or hold a rule."""
    wide = _APART * look.size
    gaps: list[int] = []
    for place, token in enumerate(line[:-1]):
        if not token.words.isspace():
            continue
        after = line[place + 1].x
        holds_a_rule = bool(rules) and any(token.x <= rule <= after for rule in rules)
        if holds_a_rule or after - token.x > wide:
            before, behind = ("".join(one.words for one in part) for part in (line[:place], line[place:]))
            is_mark = _MARK.fullmatch(before.strip()) and not all(map(_MARK.fullmatch, behind.split()))
            if before.strip() and (holds_a_rule or not is_mark):
                gaps.append(place)
    return gaps


def _written(line: Sequence[_Token], look: _Look, height: float, gaps: Sequence[int]) -> Iterator[str]:
    """Write the words of a line, its raised numbers raised and its cells parted."""
    smallest = look.size * _SMALL
    for place, token in enumerate(line):
        if place in gaps:
            yield _BAR
        elif token.look.size < smallest and _is_raised(token, look, height):
            yield token.words.translate(_RAISED)
        else:
            yield token.words


if __name__ == "__main__":
    main()
