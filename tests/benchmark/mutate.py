"""Make false statements out of true ones, one small lie at a time, and true ones by moving their parts.

Nothing of the verifier is used here: what is changed is found by patterns of its own, so that what the verifier does not
read can escape it and be counted.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence

__all__ = ["LIES", "LIES_OF_MODELS", "lies", "lies_of_models", "merged", "moved"]

Lie = Callable[[str, random.Random], Iterator[str]]

_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w]|[.,]\d)")
_NUMERALS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
_WORDS = _NUMERALS.split()
_SPELT = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_UNITS = (
    ("hours", "days", "weeks", "months", "years"),
    ("hour", "day", "week", "month", "year"),
    ("mm", "cm", "m"), ("mg", "g", "kg"), ("ml", "l"), ("%", " mm", " points"), ("points", "percent", "degrees"),
)  # fmt: skip
_DENIABLE = r"is|are|was|were|can|could|may|might|should|must|will|would|has been|have been|does|do|did|had been"
_LEVEL = re.compile(r"\b([CLTS])(\d)(?:([-/]+)([LS]?)(\d))?\b")
_ROMAN = ("I", "II", "III", "IV", "V")
_ORDINALS = ("third", "fourth", "fifth")
_DIRECTIONS = """
    more/less more/fewer higher/lower greater/smaller larger/smaller increase/decrease increases/decreases increased/decreased
    increasing/decreasing increases/reduces increased/reduced rise/fall rises/falls rose/fell better/worse improves/worsens
    improve/worsen improved/worsened improvement/worsening before/after longer/shorter earlier/later faster/slower above/below
    over/under most/least often/rarely common/rare early/late first/last high/low long/short large/small raises/lowers
    raise/lower best/worst forward/backward positive/negative eases/worsens eased/worsened relieves/aggravates gained/lost
    maximum/minimum younger/older strong/weak severe/mild upper/lower bigger/smaller likely/unlikely stable/unstable
    superior/inferior anterior/posterior proximal/distal begins/ends start/stop acute/chronic
"""
_PEOPLE = "children/adults child/adult adolescents/adults men/women boys/girls males/females male/female teenagers/adults young/elderly"
_FIRMNESS = "must/may may/must can/must could/must should/may might/must sometimes/always usually/always often/always"
_TAILS = (
    ", which is harmless", ", so ignore it", ", and that is fine", "; you can go on", ", so you can do all of it", ", so take ibuprofen",
    ", so have surgery", ": cancer", ", which is normal", ", so play on", " if you are you", " for years", " daily", ", which cures",
    ", and soon passes", ". So do as you would", ". You may go", ", which is a myth", ", so stay home", ", so rest in bed",
)  # fmt: skip
_COMMON = frozenset(["about", "also", "been", "being", "both", "could", "does", "each", "from", "have", "into", "most", "other", "over", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "very", "were", "what", "when", "where", "which", "while", "will", "with", "would", "your"])  # fmt: skip
_EXCHANGES = 6
_MERGED = 6
_CONDITIONS = (
    "if|when|unless|until|except|only|without|under|after|before|in (?:adults|children|young|adolescent)[a-z]*"
)


def _replaced(text: str, found: "re.Match[str]", by: str) -> str:
    cased = by.capitalize() if found.group()[:1].isupper() and found.group()[1:].islower() else by
    return text[: found.start()] + cased + text[found.end() :]


def numbers(text: str, chance: random.Random) -> Iterator[str]:
    """Change a number, in digits or in words, or put another of the same text in its place."""
    found = list(_NUMBER.finditer(text))
    for one in found:
        value = float(one.group().replace(",", ""))
        others = [value + 1, value * 2 + 1, value * 10 or 3, max(0, value - 2) or value + 3]
        told = chance.choice([other for other in others if other != value])
        yield _replaced(text, one, f"{told:.10g}")
        inside = sorted({other.group() for other in found} - {one.group()})
        if inside:
            yield _replaced(text, one, chance.choice(inside))
    for one in _SPELT.finditer(text):
        yield _replaced(text, one, chance.choice([word for word in _WORDS if word != one.group().lower()]))


def units(text: str, chance: random.Random) -> Iterator[str]:
    """Put another unit behind a number."""
    for row in _UNITS:
        for unit in row:
            pattern = (
                rf"(?<=\d)\s?{re.escape(unit)}(?!\w)"
                if unit.strip() in {"%", "mm", "cm", "m", "mg", "g", "kg", "ml", "l"}
                else rf"(?<!\w){re.escape(unit)}(?!\w)"
            )
            for one in re.finditer(pattern, text):
                if (
                    re.search(rf"(?:\d|{'|'.join(_WORDS)}|a|one)[ -]?$", text[: one.start()], re.IGNORECASE)
                    or one.group()[0] == " "
                ):
                    lead = " " if one.group().startswith(" ") else ""
                    other = chance.choice([u for u in row if u != unit])
                    yield text[: one.start()] + (other if other.startswith(" ") else lead + other) + text[one.end() :]


def negation_added(text: str, chance: random.Random) -> Iterator[str]:
    """Deny what is said."""
    del chance
    for one in re.finditer(rf"\b(?:{_DENIABLE})\b(?! (?:not|no|never|rarely|neither)\b)(?=[ ][a-z])", text):
        yield f"{text[: one.end()]} not{text[one.end() :]}"


def negation_removed(text: str, chance: random.Random) -> Iterator[str]:
    """Say what is denied."""
    del chance
    rows = ((r"\b(?:not|never|rarely|seldom) (?!only\b|just\b)", ""), (r"\bno (?=[a-z])(?!one|more than|matter|longer than)", ""), (r"\bwithout\b", "with"),
            (r"\b(?:cannot|can't)\b", "can"), (r"\b(do|does|did|is|are|was|were|should|would)n't\b", r"\1"), (r"\bfails? to ", ""), (r"\bneither\b", "both"), (r"\bnone\b", "all"))  # fmt: skip
    for pattern, by in rows:
        for one in re.finditer(pattern, text):
            yield text[: one.start()] + one.expand(by) + text[one.end() :]


def sides(text: str, chance: random.Random) -> Iterator[str]:
    """Mistake the left for the right."""
    del chance
    yield from _pairs(text, "left/right left-sided/right-sided")


def one_or_both(text: str, chance: random.Random) -> Iterator[str]:
    """Mistake one side for both."""
    del chance
    yield from _pairs(text, "unilateral/bilateral one-sided/two-sided unilaterally/bilaterally")
    for pattern, by in (
        (r"\bone side\b", "both sides"),
        (r"\bboth sides\b", "one side"),
        (r"\bboth (?=\w+s\b(?! and))", "one of the "),
        (r"\bone leg\b", "both legs"),
    ):
        for one in re.finditer(pattern, text):
            yield _replaced(text, one, by)


def levels(text: str, chance: random.Random) -> Iterator[str]:
    """Name another vertebra."""
    for one in _LEVEL.finditer(text):
        region, number, join, to, last = one.groups()
        other = chance.choice([n for n in "12345" if n != number])
        yield _replaced(text, one, f"{region}{other}" + (f"{join}{to}{last}" if join else ""))
    for one in re.finditer(rf"\b({'|'.join(_ORDINALS)})(?= lumbar| sacral| cervical)", text):
        yield _replaced(text, one, chance.choice([word for word in _ORDINALS if word != one.group()]))


def grades(text: str, chance: random.Random) -> Iterator[str]:
    """Name another grade, stage or type."""
    for one in re.finditer(r"(?:(?<=rade )|(?<=tage )|(?<=type )|(?<=hase )|(?<=lass ))(?:I{1,3}|IV|V|[1-5])\b", text):
        row = _ROMAN if one.group()[0] in "IV" else tuple("12345")
        yield _replaced(text, one, chance.choice([grade for grade in row if grade != one.group()]))
    yield from _pairs(text, "high-grade/low-grade")


def directions(text: str, chance: random.Random) -> Iterator[str]:
    """Say the opposite of a comparison or direction."""
    del chance
    yield from _pairs(text, _DIRECTIONS)
    for pattern, by in (
        (r"\bat least\b", "at most"),
        (r"\bat most\b", "at least"),
        (r"\bup to(?= \d)", "at least"),
        (r"\bmore than\b", "less than"),
        (r"\bless than\b", "more than"),
    ):
        for one in re.finditer(pattern, text):
            yield _replaced(text, one, by)


def people(text: str, chance: random.Random) -> Iterator[str]:
    """Speak of other people."""
    del chance
    yield from _pairs(text, _PEOPLE)


def firmness(text: str, chance: random.Random) -> Iterator[str]:
    """Say what may be as what must be, or the other way round."""
    del chance
    for pair in _FIRMNESS.split():
        word, by = pair.split("/")
        for one in re.finditer(rf"\b{word}\b", text):
            yield _replaced(text, one, by)


def tail_added(text: str, chance: random.Random) -> Iterator[str]:
    """Say something more at the end: comfort, advice, a diagnosis, doubt."""
    del chance
    yield from (f"{text.rstrip('.')}{tail}." for tail in _TAILS)


def words_exchanged(text: str, chance: random.Random) -> Iterator[str]:
    """Put two words of a sentence in each other's place."""
    found = [one for one in re.finditer(r"\b[A-Za-z][a-z-]{3,}\b", text) if one.group().lower() not in _COMMON]
    for _ in range(_EXCHANGES if len(found) > 1 else 0):
        one, other = sorted(chance.sample(found, 2), key=lambda word: word.start())
        if one.group().lower() != other.group().lower():
            between = text[one.end() : other.start()]
            yield f"{text[: one.start()]}{other.group()}{between}{one.group()}{text[other.end() :]}"


def condition_cut(text: str, chance: random.Random) -> Iterator[str]:
    """Leave out what ties a statement to a condition or to some people."""
    del chance
    for one in re.finditer(rf",? (?:{_CONDITIONS})\b[^,.;:]*(?=[,.;:])", text):
        yield text[: one.start()] + text[one.end() :]


def merged(text: str, other: str) -> str:
    """Begin with the words of one text and end with those of another."""
    first, second = text.split(), other.split()
    return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


def _pairs(text: str, pairs: str) -> Iterator[str]:
    rows = [pair.split("/") for pair in pairs.split()]
    for word, by in [*rows, *(row[::-1] for row in rows)]:
        for one in re.finditer(rf"(?<![\w-]){word}(?![\w-])", text, re.IGNORECASE):
            yield _replaced(text, one, by)


LIES: dict[str, Lie] = {
    "number": numbers,
    "unit": units,
    "negation added": negation_added,
    "negation removed": negation_removed,
    "left or right": sides,
    "one or both": one_or_both,
    "vertebral level": levels,
    "grade or stage": grades,
    "direction": directions,
    "population": people,
    "must or may": firmness,
}


LIES_OF_MODELS: dict[str, Lie] = {
    "tail added": tail_added,
    "two words exchanged": words_exchanged,
    "condition cut": condition_cut,
}
"""Lies that a language model may tell of what it was given."""


def lies_of_models(text: str, others: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str, str | None]]:
    """Make every lie that a model may tell of a text, and halves of it merged with some others.

    Yields:
        The kind of the lie, the false statement, and the other text where it is merged with one.
    """
    for kind, lie in LIES_OF_MODELS.items():
        yield from ((kind, told, None) for told in dict.fromkeys(lie(text, chance)) if told != text)
    for other in chance.sample(others, min(_MERGED, len(others))):
        if other != text:
            yield "halves of two", merged(text, other), other


def lies(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Make every lie of every kind, and combined ones of two kinds.

    Yields:
        The kind of the lie and the false statement.
    """
    made = [(kind, told) for kind, lie in LIES.items() for told in dict.fromkeys(lie(text, chance)) if told != text]
    yield from made
    for kind, told in made[:: max(1, len(made) // 3)]:
        others = [other for other in LIES if other.split()[0] != kind.split()[0]]  # two lies of a kind may make a truth
        more = [twice for other in others for twice in LIES[other](told, chance) if twice not in {told, text}]
        if more:
            yield "two of these", chance.choice(more)


def moved(text: str) -> Iterator[str]:
    """Move the parts of a sentence so that it says the same: halves, a condition, the items of a list."""
    if "(" in text or '"' in text:
        return
    for join in ("; ",):
        if text.count(join) == 1 and text.endswith("."):
            first, second = text[:-1].split(join)
            yield f"{_upper(second)}; {_lower(first)}."
    for word in ("if", "when", "after", "before"):
        parts: Sequence[str] = text[:-1].split(f" {word} ")
        if len(parts) == 2 and not re.search(r"[,;:.]", text[:-1]) and text.endswith("."):
            yield f"{word.capitalize()} {parts[1]}, {_lower(parts[0])}."
    for found in re.finditer(r"\b([a-z]+), ([a-z]+) (and|or) ([a-z]+)(?=[.,;])", text):
        one, two, join, three = found.groups()
        yield f"{text[: found.start()]}{three}, {one} {join} {two}{text[found.end() :]}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text if text[1:2].isupper() or text[:1].isdigit() else text[:1].lower() + text[1:]
