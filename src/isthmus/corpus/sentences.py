"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

__all__ = ["sentence_spans", "without_references"]

_OPEN_STOPS = r".!?\N{HORIZONTAL ELLIPSIS}"
_FULL_STOPS = r"\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
# A full stop in any of these ways, with the quotes and brackets that close after it. One character of all that it may
# begin with stands first, so that it is found four times as fast as either way by itself.
_STOP = re.compile(
    rf"[{_OPEN_STOPS}{_FULL_STOPS}](?:(?<=[{_FULL_STOPS}])[{_FULL_STOPS}]*|[{_OPEN_STOPS}]*"
    r"""["'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"""
    r"""\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK})\]]*)"""
)
# Most sentences end like this, and nothing else does: a long word that is no short form, a stop, a space, a capital.
_PLAIN_END = re.compile(r"(?<=[a-z]{5})(?<!pprox)\. (?=[A-Z])")
# The numbers of references, which stand between two sentences and belong to neither: [1], (1, 2), 1, 2 or raised.
_NUMBERS = r"\d{1,3}(?:\s?[,\N{EN DASH}-]\s?\d{1,3})*"
_RAISED = r"[\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}\N{SUPERSCRIPT ZERO}\N{SUPERSCRIPT FOUR}-\N{SUPERSCRIPT NINE}]"
_REFERENCES = re.compile(
    rf"(?:\s*\[{_NUMBERS}\]|\s*\({_NUMBERS}\)|\s*{_RAISED}(?:{_RAISED}|,)*|\s*{_NUMBERS}(?=\s+[^\W\d_a-z]|\s*\Z))+"
)
_STOPS_WITHOUT_SPACE = re.compile(rf"[{_FULL_STOPS}]")
_LAST_WORD = re.compile(r"[\w.&-]+\Z")
_NEXT_WORD = re.compile(r"\W{0,40}?([\w']+)")
_SPACE = re.compile(r"\s*")
# A label that has lost its line, and stands before a sentence as if it were part of it; the marks of Markdown.
_LABEL = re.compile(r"(?:>[ \t]?)+|#{1,6}[ \t]+|(?:Summary|Abstract|Overview)\s+(?=[^\W\d_a-z])")
_LAST_REFERENCES = re.compile(r"(?<=[a-z)])(?: ?[,;])? ?\[?\d{1,2}(?: ?[,\N{EN DASH}-] ?\d{1,2})*\]?\Z")
_COUNTED_WORDS = (
    "a about above age aged ages an and approximately around at below between by case category class day days factor "
    "from grade group hour hours in least level levels line month months most no of option or over part phase rank "
    "score scores stage step than the times to top type types under up version week weeks within year years"
)
_COUNTED = frozenset(_COUNTED_WORDS.split())
_LONGEST_WORD = 24

# Never the end of a sentence: a name, a number or a reason follows.
_ALWAYS_GOES_ON_WORDS = "approx ca cf dr e.g eg eq eqs esp fig figs hon i.e ie incl mr mrs ms prof resp rev st viz vs"
_ALWAYS_GOES_ON = frozenset(_ALWAYS_GOES_ON_WORDS.split())
# Short for something only where a number follows: "no. 5", but "The answer is no."
_GOES_ON_BEFORE_A_NUMBER_WORDS = "ch eq fig no nos p par pp ref refs sec tab vol"
_GOES_ON_BEFORE_A_NUMBER = frozenset(_GOES_ON_BEFORE_A_NUMBER_WORDS.split())
# May end a sentence, and do where the next one plainly begins: "et al. The", "U.S. It", but "J. Smith".
_MAY_GO_ON = frozenset(["al", "co", "etc", "inc", "jr", "ltd", "sr"])
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_a-z]|Ph\.D")
_BEGINNINGS_WORDS = (
    "a after all although an and as at because before both but by each every few for from he her his however if "
    "in it its many most no nor not of on one or other our she since so some such that the their there these they "
    "this those three to two until we what when where whether which while who with without you your"
)
_BEGINNINGS = frozenset(_BEGINNINGS_WORDS.split())


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Find the sentences of one paragraph.

    Args:
        text: The text that holds the paragraph.
        start: Where the paragraph begins, in characters.
        end: Where it ends.

    Yields:
        The first character of each sentence and the one behind its last, and whether it ends in a full stop of
        any kind; space and the numbers of references around a sentence are left out.
    """
    begin = _skip_space(text, start, end)
    if label := _LABEL.match(text, begin, end):
        begin = label.end()
    for stop in _STOP.finditer(text, start, end):
        if _PLAIN_END.match(text, stop.start(), end) and stop.start() > begin:
            yield begin, stop.end(), True
            begin = stop.end() + 1
            continue
        after = _behind_references(text, stop, end)
        if stop.end() > begin and _ends_a_sentence(text, stop, after, end):
            yield begin, stop.end(), True
            begin = _skip_space(text, after, end)
    last = begin + len(text[begin:end].rstrip())
    if begin < last:
        yield begin, last, False


def without_references(text: str, start: int, end: int) -> int:
    """Find where an item of a list without a full stop ends when the numbers of references behind it are left out.

    A number that the word before it counts, as in "grade 2" or "at least 3", is no reference.
    """
    numbers = _LAST_REFERENCES.search(text, max(start, end - _LONGEST_WORD), end)
    if numbers is None:
        return end
    before = text[start : numbers.start()].rstrip()
    last = _LAST_WORD.search(before[-_LONGEST_WORD:])
    counts = last is not None and last[0].lower() in _COUNTED
    return end if counts or not before else start + len(before)


def _skip_space(text: str, start: int, end: int) -> int:
    space = _SPACE.match(text, start, end)
    return space.end() if space else start


def _behind_references(text: str, stop: re.Match[str], end: int) -> int:
    references = _REFERENCES.match(text, stop.end(), end)
    # "4.5 The": a figure that touches the stop is a decimal unless a word stands before it.
    touches = references is not None and references[0][:1].isdecimal() and not text[stop.start() - 1].isalpha()
    return stop.end() if references is None or touches else references.end()


def _ends_a_sentence(text: str, stop: re.Match[str], after: int, end: int) -> bool:
    if after >= end or _STOPS_WITHOUT_SPACE.match(stop[0]):
        return True
    if not text[after].isspace():
        return False
    following = _NEXT_WORD.match(text, after, end)
    if following is None:
        return True
    word = following[1]
    return not word[0].islower() and not (stop[0][0] == "." and stop[0][1:2] != "." and _goes_on(text, stop, word))


def _goes_on(text: str, stop: re.Match[str], following: str) -> bool:
    """Tell whether a full stop belongs to a shortened word within a sentence."""
    word = text[max(0, stop.start() - _LONGEST_WORD) : stop.start()].rpartition(" ")[2]
    if not word.isalnum():
        last = _LAST_WORD.search(word)
        word = last[0].lstrip(".&-") if last else ""
    if word.lower() in _ALWAYS_GOES_ON:
        return True
    if following[0].isdecimal() and word.lower() in _GOES_ON_BEFORE_A_NUMBER:
        return True
    shortened = word.lower() in _MAY_GO_ON or _DOTTED.fullmatch(word)
    return bool(shortened) and following.lower() not in _BEGINNINGS
