"""Words that belong to a web page rather than to what it says: they stay in the text but are never quoted."""

import re

__all__ = ["is_addressed_to_visitors", "is_back_matter", "is_furniture"]

# What a template left behind: a short code with its settings, a comment, a tag, a placeholder.
_MARKUP = re.compile(
    r"""\[/?[a-z_]+\s+[a-z_-]+=["'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}][^\[\]]*\]+"""
    r"|\[/?[a-z]+_[a-z_]+\]|<!--[^<]*?-->|</?[a-z][^<>]*>|\{\{[^{}]*\}\}",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"(?:menu|home|search|close|share|print|log ?in|log ?out|sign in|submit|next|previous|logo|personali[sz]e|about us|contact us"
    r"|select page|back to top|table of contents|read more|learn more|did you know\??|advertisement|submitted"
    r"|under review|approved"
    r"|find an? (?:[a-z]+ ){0,3}(?:clinic|doctor|institute|location|provider|specialist))",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"step \d+ of \d+|newsletter|\bsubscribe\b|\bsign up\b|\bcookies?\b|privacy policy|editorial policy"
    r"|terms of (?:use|service)|all rights reserved|\N{COPYRIGHT SIGN}|follow us|skip to (?:main )?content"
    r"|download now|free e-?book|last (?:updated|reviewed)|pending human review|medical advisory board"
    r"|have a follow-?up question|zip code|\bclose to home\b|language that's most",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"[\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}>→]\s*$"
)
_VISITORS = re.compile(
    r"\b(?:call|contact|email|visit) us\b|\bschedule (?:a|an|your) (?:consultation|appointment|visit) (?:now|today)"
    r"|^thank you!|^oops!|your submission|submitting the form|\bask any follow[- ]up|personali[sz]e your experience"
    r"|^let us\b|\bfind relief\b|\bwe offer\b"
    r"|\bour (?:[a-z-]+ ){0,5}(?:specialists?|experts?|doctors|physicians|providers?|practice)\b",
    re.IGNORECASE,
)
_BACK_MATTER = re.compile(
    r"(?:references|bibliography|literature cited|further reading|footnotes|acknowledge?ments|.*\bdisclaimer)\W*",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_LINE = 16
_MOST_WORDS_BESIDE_MARKUP = 3


def is_furniture(line: str) -> bool:
    """Tell whether a whole line belongs to the page: a menu, a button, a form, a line without a letter."""
    if not any(character.isalpha() for character in line):
        return True
    bare = _without_markup(line)
    words = bare.split()
    if bare != line and len(words) <= _MOST_WORDS_BESIDE_MARKUP:
        return True
    short = len(words) <= _MOST_WORDS_OF_A_LINE
    return short and bool(_MENU.fullmatch(bare.strip()) or _SITE.search(bare) or _POINTER.search(bare))


def is_addressed_to_visitors(sentence: str) -> bool:
    """Tell whether a sentence bids the visitor of a page, praises its owner, or is broken by what a template left.

    >>> is_addressed_to_visitors("Contact us today to schedule an appointment.")
    True
    >>> is_addressed_to_visitors("Contact sports put the pars under stress.")
    False
    """
    return _without_markup(sentence) != sentence or bool(_VISITORS.search(sentence) or _SITE.search(sentence))


def is_back_matter(heading: str) -> bool:
    """Tell whether a heading opens a part that says nothing about its subject, such as a list of references."""
    return bool(_BACK_MATTER.fullmatch(heading))


def _without_markup(text: str) -> str:
    return _MARKUP.sub("", text)
