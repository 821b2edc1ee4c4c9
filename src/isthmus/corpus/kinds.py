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
_BY_TITLE = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _TITLES)


class _Mark(NamedTuple):
    """What betrays who wrote a page: one of `parts` occurs wherever `pattern` holds, and is found far sooner."""

    parts: tuple[str, ...]
    pattern: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        return any(part in text for part in self.parts) and self.pattern.search(text) is not None


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
            r"\bour (?:[a-z-]+ ){0,5}(?:specialists|experts|doctors|physicians|providers|practice|surgeons|clinics?)\b",
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

    >>> kind_of_title("Rest or brace: a randomised controlled trial"), kind_of_title("What is rest?")
    ('trial', 'other')
    """
    return next((kind for kind, pattern in _BY_TITLE if pattern.search(title)), "other")
