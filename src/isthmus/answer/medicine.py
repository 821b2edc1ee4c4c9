"""Whether a sentence tells how a medicine is taken: how much, how often or at most; or when it is stopped, left out or begun."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from isthmus.answer.numerals import in_plain_figures

__all__ = ["directs_medicine", "heads_stopping"]

_SENTENCES = 8192
"""Of how many sentences is remembered what they say."""

_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    )
} | {
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100", "thousand": "1000", "dozen": "12", "couple": "2", "half": "0.5", "quarter": "0.25",
}  # fmt: skip
_FIGURE = re.compile(
    rf"\b(?:(?:{'|'.join(_FIGURES)})\b(?:-| )?(?:(?<=half )an? )?(?:and (?:an? )?(?=(?:{'|'.join(_FIGURES)})\b))?)+"
)
_OF_A = re.compile(r"\b(?:an? )?(\d[\d.]*) of (?:an? |one )?(?=[A-Z])")
"""What is left of `half of a tablet` and of `a couple of tablets`, before a mark."""
_MORE = re.compile(
    r"\b(?:another|(?:an?|the) (?:second|third|fourth|further|single|whole|full|extra)|an? (?:few|pair of))\b"
)

# All numbers are figures here, and what names a medicine is a mark in capitals: MED by its own name, SUP what is taken as
# food is not, KIND a kind of medicine, TAB a form that is counted by itself, FORM another one.
_ANY = r"\b(?:MED|SUP|KIND|TAB|FORM)\b"
_NAMED = r"\b(?:MED|SUP|KIND|TAB)\b"
_N = r"\d[\d.,]*(?: ?/ ?\d+)?"
_RANGE = rf"{_N}(?: ?(?:-|to|or|and|up to) ?(?:up to |as many as )?{_N})?"
_SPAN = r"(?:hours?|hrs?|h|days?|nights?|mornings?|evenings?|afternoons?|weeks?|months?|meals?|mealtimes?)"
_BEDTIME = (
    r"(?:at (?:night|bed-?time|mealtimes?|breakfast|lunch|dinner|supper)|(?:before|on going to) (?:bed|bed-?time|sleep|sleeping|going to bed)"
    r"|last thing|nightly|(?:in the|every|each) (?:morning|evening)|with (?:each |every |your |the |main )?(?:meals?|breakfast|lunch|dinner|supper))\b"
)
_SHORT = r"(?:[bt]\.? ?d\.?|[tq]\.? ?d\.? ?s\.?|[btq]\.? ?i\.? ?d\.?|p\.? ?r\.? ?n\.?|o\.? ?d\.?|nocte|mane|q ?\d+ ?h(?:rs?)?)(?![\w.])"
_OFTEN = (
    rf"(?:\b(?:once|twice|thrice|{_N} ?(?:x|times)?|times|hours?)[ -](?:an?|per|each|every|in an?|in the|in|/)[ -]?(?:day|night|24|week|month|year|hour|morning|evening)\b"
    rf"|\b(?:once|twice|thrice|times|\d ?x)[ -]?(?:daily|nightly|weekly|monthly)\b"
    rf"|\bevery (?:single |other |second |third |few |{_RANGE} )?{_SPAN}\b|\beach (?:day|night|morning|evening|meal)\b"
    rf"|\balternate (?:days|nights)\b|\b(?:hourly|hrly|daily|nightly|weekly|fortnightly)\b|\b(?:a|the) clock\b|\b(?:a)?round the clock\b"
    rf"|\bmornings? and (?:nights?|evenings?)|\b{_N} ?(?:in|within|over) (?:any |an? |every |each )?24 ?(?:hours|h)\b|\b{_SHORT})"
)
_MOST = r"(?:(?:no|not|never) more than|at most|maximum|max|exceed\w*|limit(?:ed)? (?:to|of|is)|as (?:many|much) as|(?:do not|dont|never) go (?:over|above|beyond)|more than the)"
_TAKING = r"(?:takes?|taken|taking|took|swallow\w*|gives?|given|giving|us(?:e|ed|ing)|have|apply|applied|rub|dissolve|suck|chew|inhale)"
_OF_PEOPLE = r"(?: ?(?:percent|patients?|people|participants?|persons|cases|subjects|men|women|children|adults|athletes|players|recruits|controls|had|were|was|did|improved|reported|of (?:the )?\d|out of))"
_TIMES = r"(?: ?-?(?:weeks?|months?|years?|days?|hours?|minutes?|mm|cm|points?|degrees?))"
_STUDIES = r"(?: (?:trials?|stud(?:y|ies)|groups?|arms?|users?|patients?|prescriptions?|courses?|reviews?|levels?|types?|kinds?|classes))"
_BLOOD = r"(?!\s?(?:/|per)\s?(?:d?l|ml|g|litre)\b)"
_RADIATION = re.compile(
    r"radiation|x-?rays?\b|\bct\b|\b[mμµ]?(?:sv|gy)\b|sievert|\bgray|shock ?wave|radio|exposure|contrast"
)

_DOSES = (
    rf"(?:{_N}) ?-?(?:mg|mcg|[\N{{MICRO SIGN}}\N{{GREEK SMALL LETTER MU}}]g|micro-?gram(?:me)?s?|milli-?gram(?:me)?s?|iu|international units)\b{_BLOOD}",
    rf"(?:{_N}) ?-?(?:units? of MED|(?:units?|g|gram(?:me)?s?|ml|drops?)(?: of \w+)? (?:{_OFTEN}|{_BEDTIME}))",
    r"(?:%(n)s) ?(?:%(between)s[\w'-]+ (?:and )?){0,3}TAB\b(?! (?:computers?|devices?|apps?)\b)",
    r"\b(?:an?|per) (?:\w+ )?TAB of (?:\w+ ){0,2}(?:MED|SUP|KIND|FORM)\b",
    rf"(?:{_N}) ?(?:ml|g)? ?(?:of )?(?:\w+ )?MED\b(?!{_STUDIES})",
    rf"{_TAKING} (?:up to |about |only |just )?(?:{_N}) ?(?:ml|g|drops)? ?(?:of )?(?:MED|SUP|KIND)\b(?!{_STUDIES})",
    rf"\b(?:MED|SUP)(?: (?:TAB|FORM|SUP|at|of|in doses of|cr|sr|xl|mr))*,?:? \(?(?!(?:19|20)[0-2]\d\b\)?)(?:\d{{2}}[\d.,]*|\d ?,\d+)s?\b(?!{_OF_PEOPLE}|{_TIMES}|\))",
    rf"\bSUP(?: (?:TAB|FORM|SUP|at|of))*,?:? (?:\d{{3}}|\d{{1,2}},\d{{3}})\b(?!{_OF_PEOPLE}|{_TIMES})",
    rf"{_TAKING} (?:just |only |about )?(?:{_RANGE}) (?:of (?:these|them) )?(?:(?:up )?to )?(?:{_N} times|{_OFTEN}|{_BEDTIME}|(?:with|after|before) (?:food|meals|water)|(?:as|when|if) (?:needed|required|necessary))",
    rf"(?:no|not|never) more than (?:{_N}) (?:in|within|per|over|an?|each) (?:any |an? |every |each )?(?:24 ?(?:hours|h)|day)\b",
    rf"\b{_N} ?(?:t\.?d\.?s|q\.?d\.?s|b\.d|t\.?i\.?d|prn|nocte)\b",
)
"""A dose, whatever is named."""

_DOSES_OF = (
    _OFTEN,
    rf"(?:{_N}) ?-?(?:g|gram(?:me)?s?|ml|millilit\w+|drops?|units?|i\.?u)\b{_BLOOD}",
    rf"{_MOST} (?:[a-zA-Z]+ ){{0,4}}?(?:{_N})(?!{_OF_PEOPLE})",
    rf"\bup to (?:{_RANGE})(?!{_OF_PEOPLE}|{_TIMES}|[\d.,]| ?-| to| or)",
    rf"(?:{_N}) ?(?:hours?|hrs?|h)\b(?= (?:apart|between|after (?:the|your|each)|later|before (?:the|your|an?) (?:next|second|other)))",
    rf"(?:{_TAKING}|repeat\w*|another|next|again|wait|leave|gap|interval) (?:[a-zA-Z]+ ){{0,6}}(?:{_N}) ?(?:hours?|hrs?|h)\b",
    rf"(?:{_TAKING}|TAB)\b.*{_BEDTIME}", rf"(?:MED|SUP|TAB|FORM) (?:\w+ ){{0,2}}{_BEDTIME}", rf"{_BEDTIME},? {_TAKING}",
    r"\b(?:MED|SUP|TAB)\b.*\b(?:as|when|if) (?:needed|required|necessary)\b",
    r"\b(?:daily|usual|maximum|max|total|single|starting|recommended|next|normal|adult|largest|highest|right) dos(?:es?|age)\b.* \d",
    r"\bdos(?:es?|age)s?:? (?:\w+ ){0,2}\d[\d.]*\b(?! times| percent)", r"(?<![a-z] )\b\d[\d.]* (?:\w+ )?dos(?:es?|age)\b(?! ?-?(?:response|dependent))", r"\b0\.\d+ (?:of )?(?:the|your|an?|that|this) (?:[a-z]+ )?dose",
    r"\b\d[\d.]* ?percent (?:gel|cream|ointment|FORM|MED|solution)", r"\b(?:MED|SUP) \d[\d.]* ?percent (?:gel|cream|ointment|FORM|solution|patch|TAB)",
)  # fmt: skip
"""A dose where a medicine is named in the sentence, or above it."""

_TIME = rf"(?:\b(?:before|prior to|until|till|ahead of|in the run-?up)\b|\bfor (?:at least |about |the (?:first|last) )?(?:{_RANGE})? ?(?:hours?|days?|weeks?|months?)\b|\b(?:on|by) the (?:day|morning|evening|night)\b|\b(?:hours?|days?|weeks?) (?:after|before|beforehand)\b|\bafter (?:the |your |an? )?(?:surgery|operation|injection|procedure|fusion)\b)"
_THIS = r"(?:the|your|his|her|their|all|any|every|these|those|them|it|an?|both|this|that|MED|KIND|TAB|SUP)"
_HALTING = (
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bthe )\bmiss(?:es|ed|ing)?\b(?! (?:data|values|out|school|work|training|games|matches|the diagnosis))",
    r"\b(?:leav(?:e|es|ing)|left) (?:\w+ ){0,5}?(?:out|off|aside|away)\b",
    rf"\b(?:drop(?:s|ped|ping)?|hold(?:s|ing)?|halt\w*|suspend\w*|interrupt\w*|ceas\w+|quit\w*|stop\w*|skip\w*|paus\w+) (?:off |taking |using |with )*(?:{_THIS} (?:[\w-]+ ){{0,3}}?(?:MED|KIND|TAB|SUP)|MED|KIND|TAB|SUP|them|it|these|those)\b",
    r"\b(?:is|are|be|being|was|were|get|gets) (?:usually |often |also |then )?(?:held|halted|suspended|interrupted|ceased|stopped|paused|skipped|missed|dropped|switched|swapped|restarted|resumed|recommenced)\b",
    r"\b(?:gives?|given|giving|gave) up\b",
    r"\b(?:go|goes|going|do) without\b",
    r"\b(?:stay|stays|keep|keeps|be|come|comes|coming|get|remain|went|taken|take) (?:off|away from|clear of)\b",
    r"\b(?:switch\w*|swap\w*|change|changed|changing) (?:(?:from|to|over|your|the|his|her|their) )?(?:[\w-]+ ){0,2}?(?:MED|KIND|TAB|dose)\b",
    r"\b(?:break|holiday|rest) from\b",
    r"\b(?:last|final) (?:dose|tablet|pill|TAB|MED|KIND)\b",
    r"(?<!before )(?<!after )(?<!since )(?<!when )\b(?:start|begin|commenc|recommenc|restart|resum)(?:s|e|es|ed|ing|ning)? (?:again )?(?:taking|on|using|back|a course of|your|the|his|her|their|these|them|it|an? |MED|KIND|TAB)",
    r"\b(?:go|goes|going|get|gets|back) (?:back )?(?:on|onto|to) (?:taking |the |your |his |her |their )?(?:\w+ )?(?:MED|KIND|TAB)",
)
_LEAVING = (
    rf"\b(?:do not|dont|does not|never|not|must not|mustnt|should not|shouldnt|cannot|cant|no longer) (?:\w+ ){{0,2}}?(?:takes?|taken|taking|us(?:e|ed|ing)|have|given?|swallow)\b.*{_TIME}",
    rf"{_TIME}.*\b(?:do not|dont|never|must not|mustnt|should not|shouldnt|cannot|cant) (?:\w+ ){{0,2}}?(?:take|taken|use|used|have|give|given|swallow)\b",
    rf"\b(?:no|without) (?:\w+ ){{0,3}}?(?:MED|KIND|TAB|SUP)\b.*{_TIME}",
    rf"\bavoid\w* (?:[\w-]+ ){{0,4}}?(?:MED|KIND|TAB)\b.*\bfor (?:at least |about )?{_RANGE} (?:hours?|days?|weeks?) before\b",
    rf"\b(?:{_RANGE}) ?(?:hours?|days?|weeks?) (?:before|prior|ahead|beforehand)\b",
    rf"\b(?:continu\w+|carry on|keep|stay on) (?:taking |on |with |to take )*(?:\w+ ){{0,3}}?(?:MED|KIND|TAB)\b.*{_TIME}",
)
_HEAD = re.compile(
    r"\b(?:stop|hold|miss|skip|paus|withh|omit|discontinu|restart|resum|start|begin|leav(?:e|ing) (?:out|off))\w*\b"
)
_POINTING = re.compile(r"\b(?:them|it|these|those|this|that|taking|they)\b")


@dataclass(frozen=True)
class _Medicine:
    """Patterns of a sentence in which numbers are figures and medicines marks."""

    aside: re.Pattern[str]
    marks: Sequence[tuple[str, re.Pattern[str]]]
    activity: re.Pattern[str]
    doses: re.Pattern[str]
    doses_of: re.Pattern[str]
    halting: re.Pattern[str]
    leaving: re.Pattern[str]

    def marked(self, text: str) -> str:
        """Write numbers as figures and medicines as marks."""
        plain = unicodedata.normalize("NFKC", in_plain_figures(text)).casefold()
        plain = re.sub(
            "['\N{RIGHT SINGLE QUOTATION MARK}]", "", re.sub("[\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}]", "-", plain)
        )
        plain = self.aside.sub("aside", plain.replace("%", " percent").replace("\N{MULTIPLICATION SIGN}", "x"))
        for mark, pattern in self.marks:
            plain = pattern.sub(mark, plain)
        plain = _FIGURE.sub(_in_figures, _MORE.sub("1", plain))
        return _OF_A.sub(r"\1 ", re.sub(r"\s+", " ", plain))


@lru_cache(maxsize=_SENTENCES)
def _marked(text: str) -> str:
    return _medicine().marked(text)


def directs_medicine(text: str, above: Iterable[str] = ()) -> bool:
    """Whether a text tells how much of a medicine is taken, how often, or at most, or when to stop, leave out or begin one.

    Args:
        text: A sentence, or a line.
        above: What is said before it, or stands above it, and may name the medicine.

    >>> directs_medicine("Have two aspirin before bed.")
    True
    >>> directs_medicine("Do three sets of ten twice a day.")
    False
    """
    if _directs_by_itself(text):
        return True
    told, said = _medicine(), _marked(text)
    if re.search(_ANY, said) or not any(re.search(_NAMED, _marked(line)) for line in above):
        return False
    halts = _POINTING.search(said) and told.halting.search(said)
    return bool(halts or (not told.activity.search(said) and told.doses_of.search(said)))


@lru_cache(maxsize=_SENTENCES)
def _directs_by_itself(text: str) -> bool:
    """Whether a text tells how a medicine is taken without anything said before it."""
    told, said = _medicine(), _marked(text)
    if told.doses.search(said):
        return True
    if re.search(_ANY, said):
        stops = re.search(_NAMED, said) and (told.halting.search(said) or told.leaving.search(said))
        return bool(stops or _is_dose(said))
    return re.search(r"\bdos(?:es?|age)\b", said) is not None and _is_dose(said)


def heads_stopping(line: str) -> bool:
    """Whether a heading is about stopping, leaving out or beginning a medicine, as `Medicines to stop` is."""
    said = _marked(line)
    return re.search(_NAMED, said) is not None and _HEAD.search(said) is not None


def _is_dose(said: str) -> bool:
    found = _medicine().doses_of.search(said)
    return found is not None and not (_RADIATION.search(said) and not re.search(_ANY, said))


def _in_figures(found: re.Match[str]) -> str:
    """Write `one hundred` as 100, `one and a half` as 1.5 and `five` as 5, keeping the space after it."""
    words = re.findall(r"[a-z]+", found.group())
    numbers = [float(_FIGURES[word]) for word in words if word in _FIGURES]
    total = 0.0
    for number in numbers:
        total = max(total, 1) * number if number in {100, 1000} else total + number
    return f"{total:g}{' ' if found.group()[-1:] in ' -' or words[-1] in {'a', 'an'} else ''}"


def _choice(words: Iterable[str]) -> str:
    rows = list(words)
    endings = "|".join(row[1:] for row in rows if row.startswith("*"))
    others = [row.replace("*", r"\w*") for row in rows if not row.startswith("*")]
    return "|".join([*others, rf"\w*(?:{endings})"] if endings else others)


@cache
def _medicine() -> _Medicine:
    """Read what came with the package, once."""
    told: Mapping[str, list[str]] = tomllib.loads(Path(__file__).with_name("medicine.toml").read_text(encoding="utf-8"))
    counted = f"(?!(?:{_choice(told['between'])})\\b)"
    doses = [one % {"n": _RANGE, "between": counted} if "%(" in one else one for one in _DOSES]
    marks = [("MED", "names"), ("SUP", "supplements"), ("KIND", "kinds"), ("TAB", "counted"), ("FORM", "forms")]
    return _Medicine(
        aside=re.compile(rf"\b(?:{'|'.join(told['aside'])})\b"),
        marks=[(mark, re.compile(rf"\b(?:{_choice(told[name])})\b")) for mark, name in marks],
        activity=re.compile(rf"\b(?:{_choice(told['activity'])})\b"),
        doses=re.compile("|".join(doses)),
        doses_of=re.compile("|".join(_DOSES_OF)),
        halting=re.compile("|".join(_HALTING)),
        leaving=re.compile("|".join(_LEAVING)),
    )
