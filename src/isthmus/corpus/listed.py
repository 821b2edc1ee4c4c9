"""Which short lines are items of a list, or values of a form, though nothing but a mark or their place shows it.

A short line looks like a heading. It is none where it follows others of its kind with no text of its own below it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from isthmus.corpus.blocks import Block, is_short
from isthmus.corpus.marks import mark_of

__all__ = ["is_front", "with_lists"]

_FEWEST = 2
_FEWEST_BEFORE_TEXT = 3
_FEWEST_OF_A_PILE = 4
_MOST_WORDS_OF_A_HEAD = 3
_SMALL_SHARE = 0.5
# Of lines on who wrote a text and when; and what tells a line that heads a part of it, though it holds such signs.
_OF_FRONT = re.compile(r"[\d,:;@|]")
_SURELY_OF_FRONT = re.compile(r"@|\b(?:19|20)\d\d\b")
_OF_A_PART = re.compile(
    r"(?<!\ba )(?<!\bper )(?<!\beach )(?<!\bevery )\b(?:day|hour|level|month|part|phase|stage|step|week|year)s?\b",
    re.IGNORECASE,
)
# What may take back, forbid or doubt what stands below it, so that nothing below it may lose it.
_TAKES_BACK = re.compile(
    r"\b(?:no|nor|not|none|nothing|never|cannot|without|only|unless|avoid\w*"
    r"|stop\w*|forb[ai]d\w*|prohibit\w*|restrict\w*|limit\w*|contra-?indicat\w*|precaution\w*|caution\w*|warn\w*"
    r"|danger\w*|harm\w*|risk\w*|unsafe|bad|worse\w*|wrong\w*|mistakes?|errors?|myths?|false\w*|misconceptions?|fictions?"
    r"|old|former\w*|quiz|too|off|away|leave|refrain\w*|abstain\w*|beware|refuse\w*)\b"
    r"|n['\N{RIGHT SINGLE QUOTATION MARK}]t\b",
    re.IGNORECASE,
)
# What tells when or for what the lines below it hold, where it begins a line; within one it may be of that line alone.
_HOLDS_FOR = re.compile(
    r"(?:after|before|beyond|during|from|if|in|once|since|until|up to|when|while|within|complications?|problems?)\b"
    r"|(?:\w+ )?(?:day|hour|level|month|part|phase|stage|step|week|year)s?\b",
    re.IGNORECASE,
)
_SHORT = frozenset(["heading", "label"])
_CAPTION = re.compile(r"(?:box|chart|fig(?:ure)?|table)\b", re.IGNORECASE)
_LEADS = re.compile(r":\W*\Z")
_QUESTION = r"(?:are|can|could|did|do|does|how|is|may|must|should|was|what|when|where|which|who|why|will)\b"
_ASKS = re.compile(_QUESTION, re.IGNORECASE)
# A line of a form: a label of a few words, and a value that is no clause or question, as a title behind a colon may be.
_OF_A_FORM = re.compile(rf"[A-Z][^\W\d]*(?: [^\W\d]+){{0,2}}: (?=[A-Z\d])(?!(?i:{_QUESTION}))")


def with_lists(blocks: Sequence[Block], text: str, headings: Sequence[int] = ()) -> list[Block]:
    """Take lines that only look like headings for what they are.

    A line with a tick or a cross heads no more than the text that follows it alone. A line of a form, such as
    `Allergies: Penicillin` among others, heads nothing. Of a run of short lines, those below a known heading or a line
    that ends with a colon are its items; elsewhere those within a long run are neither headings nor quoted.

    Args:
        blocks: The blocks of a text, as `read_blocks` gives them.
        text: The whole text.
        headings: Where headings are known to begin, in characters, in order.
    """
    if not any(map(_is_told_by_others, blocks)):
        return list(blocks)
    found = _Known(headings)
    marked = [_of_mark(*three, text, found) for three in _threes(blocks)]
    return list(_with_runs(list(_without_forms(_on_one_level(marked, text), text, found)), text, found))


def _is_told_by_others(block: Block) -> bool:
    """Whether what a block is may depend on the blocks around it, as is so of short lines and marked ones."""
    return block.kind in _SHORT or block.mark is not None


def is_front(line: str) -> bool:
    """Tell whether a line below a title reads like one on who wrote the text and when, and not like the head of a part.

    >>> is_front("Jane Doe, 2020"), is_front("Phase 1 (weeks 0-6)")
    (True, False)
    """
    if _OF_A_PART.search(line) and not _SURELY_OF_FRONT.search(line):
        return False
    return _OF_FRONT.search(line) is not None


class _Known:
    """The headings that are known from the reader of a text."""

    def __init__(self, places: Sequence[int]) -> None:
        self._places = places

    def holds(self, block: Block) -> bool:
        at = bisect_left(self._places, block.start)
        return at < len(self._places) and self._places[at] < block.end


def _threes(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, Block, Block | None]]:
    return zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)


def _of_mark(before: Block | None, block: Block, after: Block | None, text: str, known: _Known) -> Block:
    """Make a heading of a marked line over text that bears no mark, unless it is the last of a run with the same mark."""
    if not block.mark or after is None or known.holds(after) or mark_of(text[block.start : block.end])[0] is None:
        return block
    words = text[block.body : block.end]
    goes_on = before is not None and before.mark == block.mark
    bans = len(words.split()) <= _MOST_WORDS_OF_A_HEAD and _TAKES_BACK.search(words) is not None
    over_marks = block.mark == "cross" and after.mark == "tick" and bans
    heads = is_short(words) and not goes_on and (after.mark is None or over_marks)
    return replace(block, kind="heading", body=block.start, mark=None) if heads else block


def _on_one_level(blocks: Sequence[Block], text: str) -> list[Block]:
    """Set marked lines as far in as the next of their run, and a sentence with a tick as the list that it does not lead into."""
    told: list[Block] = []
    for block in reversed(blocks):
        after = told[-1] if told else None
        if _is_marked_line(block, text) and after is not None and after.kind == "item":
            closed = block.mark == "tick" and text[block.end - 1] == "."
            level = after.indent if closed or _is_marked_line(after, text) else block.indent
            told.append(replace(block, indent=max(block.indent, level)))
        else:
            told.append(block)
    return told[::-1]


def _is_marked_line(block: Block, text: str) -> bool:
    return block.kind == "item" and mark_of(text[block.start : block.end])[0] is not None


def _without_forms(blocks: Sequence[Block], text: str, known: _Known) -> Iterator[Block]:
    """Take lines of a form that stand beside others of their kind, whatever labels stand between, for labels."""
    said = [block for block in blocks if block.kind != "label"]
    beside = {block.start: (before, after) for before, block, after in _threes(said)}
    for block in blocks:
        others = (one for one in beside.get(block.start, ()) if one and not known.holds(one))
        own = block.kind == "heading" and not known.holds(block) and _is_of_form(block, text)
        is_value = own and not _may_head(text[block.body : block.end]) and any(_is_of_form(one, text) for one in others)
        yield replace(block, kind="label") if is_value else block


def _is_of_form(block: Block, text: str) -> bool:
    return _OF_A_FORM.match(text, block.body, block.end) is not None


def _may_head(words: str) -> bool:
    """Tell a line that has to stand over what follows if it is a heading at all."""
    return any(sign.search(words) for sign in (_TAKES_BACK, _OF_A_PART)) or _HOLDS_FOR.match(words) is not None


def _with_runs(blocks: Sequence[Block], text: str, known: _Known) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_short_line(blocks[end], text, known):
            end += 1
        run = blocks[at:end]
        if run:
            before = blocks[at - 1] if at else None
            over_text = end < len(blocks) and not known.holds(blocks[end])
            yield from _of_run(before, run, text, known, over_text=over_text)
            at = end
        else:
            yield blocks[at]
            at += 1


def _is_short_line(block: Block, text: str, known: _Known) -> bool:
    """Tell a line that looks like a heading, or would, were it to stand first; no row of a table is one."""
    if block.kind not in _SHORT or block.body != block.start or known.holds(block):
        return False
    words = text[block.start : block.end]
    return "|" not in words and "\n" not in words and is_short(words)


def _of_run(
    before: Block | None, run: Sequence[Block], text: str, known: _Known, *, over_text: bool
) -> Iterator[Block]:
    """Tell the items of a run of short lines, of which the last may head the text behind it."""
    lines = [text[block.start : block.end] for block in run]
    last = len(run) - (over_text and run[-1].kind == "heading")
    led = before is not None and before.kind == "paragraph" and _LEADS.search(text[before.body : before.end])
    headed = before is not None and before.kind == "heading" and known.holds(before)
    if (led or headed) and len(run) >= (_FEWEST_BEFORE_TEXT if last < len(run) else _FEWEST):
        items = next((at for at in range(last) if not _may_be_item(lines[at], is_led=bool(led))), last)
        yield from (replace(block, kind="item", by_place=True) for block in run[:items])
        yield from _thinned(run[items:], lines[items:], is_led=bool(led))
    elif headed and not over_text:
        yield from (
            replace(block, kind="label") if _is_clause(lines[0]) and not _may_head(lines[0]) else block for block in run
        )
    elif len(run) >= _FEWEST_OF_A_PILE:
        yield run[0]
        yield from _thinned(run[1:], lines[1:])
    else:
        yield from run


def _thinned(run: Sequence[Block], lines: Sequence[str], *, is_led: bool = False) -> Iterator[Block]:
    """Keep the last of a run as a heading, and those of which what stands below may lean on."""
    for block, words in zip(run[:-1], lines, strict=False):
        falls = not _may_head(words) and (is_led or (_is_clause(words, fewest=4) and not _ASKS.match(words)))
        yield replace(block, kind="label") if falls else block
    yield from run[-1:]


def _may_be_item(words: str, *, is_led: bool) -> bool:
    """Tell a line of a list from one that may be the head of those behind it."""
    may_head = _TAKES_BACK.search(words) or _HOLDS_FOR.match(words) or _CAPTION.match(words)
    return not may_head and (is_led or _is_clause(words))


def _is_clause(words: str, fewest: int = 3) -> bool:
    """Tell whether words read like a clause rather than a name: a few at least, of which most begin small."""
    found = words.split()
    small = sum(word[:1].islower() for word in found)
    return len(found) >= fewest and small >= len(found) * _SMALL_SHARE
