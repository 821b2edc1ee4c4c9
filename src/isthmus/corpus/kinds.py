"""What sort of source a document is: told from its title and from clear marks on it, and otherwise not at all."""

import re
from typing import NamedTuple

from isthmus.corpus.document import DocumentKind
from isthmus.corpus.reading import Reading

__all__ = ["kind_of", "kind_of_title"]

_TITLES: tuple[tuple[DocumentKind, str], ...] = (
    (
        "review",
        r"\b(?:systematic|scoping|narrative|umbrella|literature) review\b|\bmeta-?analys[ie]s\b|: a review\b",
    ),
    ("trial", r"\brandomi[sz]ed\b.*\btrial\b|\bcontrolled (?:clinical )?trial\b"),
    (
        "study",
        (
            r"\b(?:cohort|case[- ]control|cross-sectional|observational|pilot|feasibility|prospective|retrospective) "
            r"(?:[a-z-]+ ){0,2}(?:study|analysis|series)\b|\bcase (?:report|series)\b"
        ),
    ),
    (
        "guideline",
        (
            r"\b(?:clinical|practice|evidence-based|management|treatment) guidelines?\b|\bguidelines? (?:for|on) the\b"
            r"|\bconsensus (?:statement|guidelines?|recommendations?)\b|\bposition statement\b"
        ),
    ),
    ("patient-page", r"\bpatient (?:information|education|leaflet|handout|guide)\b|\bleaflet for patients\b"),
)
# What a title says of guidelines, which is then none itself.
_ABOUT_GUIDELINES = re.compile(
    r"\b(?:adher(?:e|ing|ence)|audit|awareness|compar\w+|compl(?:iance|y|ying)|concordan(?:ce|t)|critiques?|criticisms?|disagree\w*"
    r"|fail\w*|implement\w*|knowledge|quality|survey|uptake|usage|why)\b",
    re.IGNORECASE,
)
_PARTS_OF_A_TITLE = re.compile(r"[:.|;]\s+|\s[-\N{EN DASH}\N{EM DASH}]\s")
_NAMED_GUIDELINE = re.compile(r"(?:(?:an?|the)\s+)?(?P<by>.*?)\bguidelines?(?![\w-])\s*(?P<on>.*)", re.IGNORECASE)
# What parts the name of a guideline from what it guides, such as its number; and who issues one that needs no such word.
_ON = re.compile(r"(?:\Z|[,(\[]|[a-z]{0,3}\d|(?:for|of|on|to)\b)", re.IGNORECASE)
_ISSUER = re.compile(
    r"\b(?:clinic|college|department(?:al)?|hospital|local|national|nhs|nice|regional|society|trust)\s*\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:and|are|can|did|do(?:es)?|ha[ds]|have|in|is|may|or|should|was|were|with|(?:chang|improv|increas|reduc|us)\w+)\b",
    re.IGNORECASE,
)
_OF_A_SENTENCE_WORDS = (
    "a about against an and are at behind between beyond by do does follow following for from how ignore in into is need not of on or our "
    "the their these to toward towards understanding use using versus vs we what when where which who with without"
)
_OF_A_SENTENCE = frozenset(_OF_A_SENTENCE_WORDS.split())
_BY_TITLE = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _TITLES)


class _Mark(NamedTuple):
    """What betrays who wrote a page: one of `parts` occurs wherever `pattern` holds, and is found far sooner."""

    parts: tuple[str, ...]
    pattern: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        for part in self.parts:
            if part in text:
                return self.pattern.search(text) is not None
        return False


_WRITTEN_BY_A_MACHINE = _Mark(
    ("pending human review", "ai language model", "our medical a", "generated", "powered"),
    re.compile(
        r"\bpending human review\b|\bas an ai language model\b|\bour medical a\.?i\b"
        r"|\bai[- ](?:generated|powered) (?:answers?|summar(?:y|ies)|content|overviews?|responses?)\b"
        r"|\bthis (?:answer|page|content|article|summary|text|response) (?:was|is|has been) (?:\w+ ){0,2}generated "
        r"(?:by|with|using) (?:an? )?(?:ai\b|artificial intelligence|(?:large )?language model)"
    ),
)
_MARKS_OF_A_CLINIC = tuple(
    _Mark(parts, re.compile(pattern))
    for parts, pattern in (
        (
            ("consultation", "appointment"),
            r"\b(?:schedule|book|request|make) (?:a|an|your) (?:[a-z]+ )?(?:consultation|appointment)",
        ),
        (("call us", "contact us", "email us", "visit us"), r"\b(?:call|contact|email|visit) us\b"),
        (
            ("our ",),
            r"our(?<!\wour) (?:[a-z-]+ ){0,5}(?:specialists|experts|doctors|physicians|providers|practice|surgeons|clinics?)\b",
        ),
        (("we offer", "match you with", "find relief"), r"\bwe offer\b|\bmatch you with\b|\bfind relief\b"),
        ((" offers",), r"\b(?:centers?|centres?|clinics?|institutes?)\b[^.,;]{0,40} offers\b"),
    )
)
_FEWEST_MARKS_OF_A_CLINIC = 2
_LOOKED_AT = 20_000


def kind_of(reading: Reading) -> DocumentKind:
    """Tell the kind of a source where it is plain, and otherwise `other`."""
    if len(reading.parts) > 1:
        return "search-page"
    text = f"{reading.text[:_LOOKED_AT]} {reading.text[_LOOKED_AT:][-_LOOKED_AT:]}".lower()
    if _WRITTEN_BY_A_MACHINE.is_in(text):
        return "ai-page"
    if (kind := kind_of_title(reading.title)) != "other":
        return kind
    marks = sum(mark.is_in(text) for mark in _MARKS_OF_A_CLINIC)
    return "clinic-page" if marks >= _FEWEST_MARKS_OF_A_CLINIC else "other"


def kind_of_title(title: str) -> DocumentKind:
    """Tell what a title calls its own document.

    >>> kind_of_title("Rest or brace: a randomised controlled trial"), kind_of_title("Why guidelines fail")
    ('trial', 'other')
    """
    kind: DocumentKind = next((kind for kind, pattern in _BY_TITLE if pattern.search(title)), "other")
    if kind == "guideline" or (kind == "other" and any(map(_names_a_guideline, _PARTS_OF_A_TITLE.split(title)))):
        return "other" if _ABOUT_GUIDELINES.search(title) else "guideline"
    return kind


def _names_a_guideline(words: str) -> bool:
    """Whether a part of a title is the name of a guideline, and no sentence in which there is one."""
    named = _NAMED_GUIDELINE.match(words.strip())
    if named is None or not _OF_A_SENTENCE.isdisjoint(named["by"].lower().split()):
        return False
    if _ON.match(named["on"]):
        return True
    return _ISSUER.search(named["by"]) is not None and not _SAYS.match(named["on"])
