"""What an author set above a stretch of text as its head: headings, and lines that lead into what follows."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from isthmus.corpus.blocks import Block, is_short
from isthmus.corpus.listed import is_front
from isthmus.corpus.reading import BOX, BY_LOOK, NO_LEVEL, PART, PART_ENDS
from isthmus.corpus.sentences import sentence_spans

__all__ = ["Heads", "Path", "is_open"]

# The last sentence of a paragraph that points at the list below it, though it ends with a full stop.
_POINTS_ON = re.compile(r"\b(?:following|(?:listed|these|as) below)\b[^.!?]*[.!]\Z", re.IGNORECASE)
# One that points at what follows, be it a list or not: "the following day" and "following surgery" do not.
_POINTS_AT_TEXT = re.compile(
    r"\b(?:(?:the|these) following(?! (?:day|week|month|year|morning|evening|night|season|decade|century|section|chapter)s?\b)"
    r"|as follows|(?:listed|given|named|described|mentioned|set out) below)\b[^.!?]*[.!]\Z",
    re.IGNORECASE,
)
# A sentence alone below a heading that speaks of "these" speaks of what stands below it.
_POINTS_AT_THESE = re.compile(
    r"\b(?:do|doing|try|trying|use|using|of) (?:these|this)\b(?! \w+ \w+ing\b)", re.IGNORECASE
)
_NUMBER = re.compile(r"\w+")
_MOST_LEADS = 20  # of lists within lists, each with a line that leads into it
_INTO_TEXT, _INTO_ITEMS = frozenset(["lines", "text"]), frozenset(["lines", "list"])
_COLON = re.compile(r""":["'*_)\]\N{RIGHT DOUBLE QUOTATION MARK}]*\Z""")


class Path(NamedTuple):
    """The heading over a passage, and the lines above that one: those that lead to it, then headings, the nearest first."""

    heading: str | None
    above: tuple[str, ...]


class _Headings:
    """The headings over the block that is being read, from the outermost.

    One of no known level stands below all others. Where several of these follow each other at once, the first stand over
    the last, and over those that take its place later: nothing tells better which of them are of one kind.

    Args:
        levels: Where headings begin, in characters, in order, each with its level, as `Reading.headings` tells them.
    """

    def __init__(self, levels: Sequence[tuple[int, int]]) -> None:
        self._levels = list(reversed(levels))
        self._over: list[tuple[int, str]] = []
        # By number: what stood over the text before each part that is open.
        self._parts: dict[int, list[tuple[int, str]]] = {}
        self._begun = 0
        self._run = 0

    @property
    def part(self) -> int:
        """The number of the innermost part that is open; 0 where none is."""
        return next(reversed(self._parts), 0)

    def holds(self, part: int) -> bool:
        """Whether a part, by its number, has not ended."""
        return not part or part in self._parts

    @property
    def lines(self) -> list[str]:
        """The headings, the nearest first."""
        return [words for _, words in reversed(self._over) if words]

    def reach(self, start: int) -> None:
        """Go on to a block: what ended before it stands over it no more."""
        while self._levels and self._levels[-1][0] < start:
            _, level = self._levels.pop()
            self._close(level)
            if level == PART:
                self._over.append((PART, ""))  # its words are no block, but its end will come

    def open(self, block: Block, words: str, *, at_once: bool) -> bool:
        """Take in a heading, which may follow the last at once, and tell whether its level is known."""
        self.reach(block.start)
        is_known = bool(self._levels) and self._levels[-1][0] < block.end
        level = self._levels.pop()[1] if is_known else BY_LOOK
        if level == BY_LOOK:
            self._open_by_look(words, at_once=at_once)
        else:
            self._close(level)
            self._over.append((level, words))
        return is_known

    def _open_by_look(self, words: str, *, at_once: bool) -> None:
        """Let a heading take the place of the last of its kind, and a run of them that of as many."""
        self._run = self._run if at_once else 0
        place = len(self._over) - self._run - 1
        if place >= 0 and self._over[place][0] == NO_LEVEL:
            del self._over[place]
        self._over.append((NO_LEVEL, words))
        self._run += 1

    def _close(self, level: int) -> None:
        """Let what ends at a place of a level stand over the text no more."""
        if level == PART_ENDS:
            self._over = self._parts.popitem()[1] if self._parts else []
        elif level in {BOX, PART}:
            self._begun += 1
            self._parts[self._begun] = list(self._over)
        else:
            while self._over and self._over[-1][0] != PART and self._over[-1][0] >= level:
                self._over.pop()
        self._run = 0


class _Lead:
    """A line that leads into what follows, and how far it reaches, which the first block below it tells.

    Into a list, it reaches over its items and what is set within them; into text that is set further in, over that;
    into other text, or into items that only their place tells, up to the next heading or line of its kind; but a sentence
    at the end of a paragraph that only points on reaches no further than the next.
    """

    def __init__(self, block: Block, text: str, part: int) -> None:
        self.words = words = _last_sentence(block, text)
        self.part = part
        self.of_item = block.kind == "item"
        self.indent = block.indent
        self.marker = _NUMBER.sub("1", text[block.start : block.body])
        self._lasts = _COLON.search(words) is not None or block.end - block.body == len(words)
        self.into = ""

    def holds(self, block: Block) -> bool:
        """Whether it reaches a block, which is the next one or stands below others that it reached."""
        deeper = block.indent > self.indent
        if not self.into:
            self.into = self._reach(block, deeper=deeper)
            return self.into != "nothing"
        match self.into:
            case "list":
                return deeper or (block.kind == "item" and block.indent == self.indent and not self.of_item)
            case "inner":
                return deeper
            case _:
                return self.into in _INTO_TEXT and self._lasts

    def gives_way_to(self, next_one: "_Lead") -> bool:
        """Whether the next line of its kind takes its place: for a line over text, any, and for an item, the next with a colon."""
        if self.into not in _INTO_TEXT or not next_one.of_item:
            return self.into in _INTO_TEXT
        beside = next_one.indent <= self.indent and next_one.marker == self.marker
        return self.of_item and beside and _COLON.search(next_one.words) is not None

    def _reach(self, block: Block, *, deeper: bool) -> str:
        if block.by_place:
            return "lines"
        if block.kind == "item":
            return "list" if deeper or not self.of_item else "nothing"
        if deeper:
            return "inner"
        return "text" if _COLON.search(self.words) or not self.of_item else "nothing"


class _Leads:
    """The lines that lead into the block that is being read."""

    def __init__(self) -> None:
        self._open: list[_Lead] = []

    def end(self, *, is_known: bool) -> None:
        """Come to a heading; one that is told by its look alone does not part a line from the first that it leads to."""
        self._open = [] if is_known else [lead for lead in self._open if not lead.into]

    def reach(self, block: Block, headings: _Headings) -> tuple[str | None, tuple[str, ...]]:
        """Go on to a block, and give the line that it completes as an item, and the others that lead to it, the nearest first."""
        self._open = [lead for lead in self._open if headings.holds(lead.part) and lead.holds(block)]
        lines = tuple(lead.words for lead in reversed(self._open))
        completes = block.kind == "item" and bool(lines) and self._open[-1].into in _INTO_ITEMS
        return (lines[0], lines[1:]) if completes else (None, lines)

    def leave(self, group: Sequence[Block], text: str, parts: tuple[int, int], *, headed: bool) -> None:
        """Come to the end of a group of blocks, of which the last may lead into what follows, and the first into the rest.

        `parts` are those in which the first leads, and the last.
        """
        first, last = group[0], group[-1]
        if first is not last and first.kind == "paragraph":
            lead = _Lead(first, text, parts[0])
            lead.holds(group[1])
            self._open.append(lead)
        if _leads_on(last, text, headed=headed):
            lead = _Lead(last, text, parts[1])
            self._open = [*(one for one in self._open if not one.gives_way_to(lead)), lead][-_MOST_LEADS:]


class Heads:
    """What stands over the block that is being read.

    Args:
        levels: Where headings begin, in characters, in order, each with its level, as `Reading.headings` tells them.
    """

    def __init__(self, levels: Sequence[tuple[int, int]]) -> None:
        self._headings = _Headings(levels)
        self._leads = _Leads()
        self._in_front = self._is_first = True
        self._headed = self._is_headed = self._at_once = False

    def open(self, heading: Block, words: str) -> None:
        """Come to a heading."""
        is_known = self._headings.open(heading, words, at_once=self._at_once)
        self._leads.end(is_known=is_known)
        self._headed = True
        # The title of a text, and lines on who wrote it and when, stand over no single heading below them.
        self._at_once = not (self._in_front and (self._is_first or is_front(words)))
        self._is_first = False

    def over(self, block: Block) -> tuple[Path, str | None]:
        """Come to the first block of a group.

        Returns:
            The lines over it, and the one that it completes as an item of a list that began before.
        """
        self._headings.reach(block.start)
        self._is_headed, self._headed = self._headed, False
        self._in_front = self._at_once = False
        lead_in, leading = self._leads.reach(block, self._headings)
        lines = self._headings.lines
        return Path(lines[0] if lines else None, (*leading, *lines[1:])), lead_in

    def leave(self, group: Sequence[Block], text: str) -> None:
        """Come to the end of a group, of which the last block may lead into what follows."""
        begun_in = self._headings.part
        self._headings.reach(group[-1].start)
        part = self._headings.part
        parts = (begun_in if self._headings.holds(begun_in) else part), part
        self._leads.leave(group, text, parts, headed=self._is_headed)


def is_open(block: Block, text: str) -> bool:
    """Whether a list may go on from a block: another item, a line that ends open, or one that points at what follows."""
    words = text[block.body : block.end]
    return block.kind == "item" or _COLON.search(words) is not None or _POINTS_ON.search(words) is not None


def _leads_on(block: Block, text: str, *, headed: bool) -> bool:
    """Whether what follows is led into by a block; of an item, by its few words what is set within it."""
    words = text[block.body : block.end]
    if _COLON.search(words) or (block.kind == "item" and is_short(words)):
        return True
    if block.kind == "item":
        return False
    if _POINTS_AT_TEXT.search(words, _start_of_the_end(words)):
        return True
    points = headed and _POINTS_AT_THESE.search(words) is not None
    return points and len(list(sentence_spans(text, block.body, block.end))) == 1


def _start_of_the_end(words: str) -> int:
    """Find where the words behind the last stop but one begin, outside which nothing that ends with a stop need be looked for."""
    return 1 + max(words.rfind(stop, 0, -1) for stop in ".!?")


def _last_sentence(block: Block, text: str) -> str:
    if block.kind == "item":
        return text[block.body : block.end]
    return "".join(text[start:end] for start, end, _ in list(sentence_spans(text, block.body, block.end))[-1:])
