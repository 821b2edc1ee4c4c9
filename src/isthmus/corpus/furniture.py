"""Words that belong to a web page rather than to what it says: they stay in the text but are never quoted."""

import re
from collections.abc import Mapping, Sequence
from string import ascii_letters
from typing import NamedTuple

__all__ = [
    "LEFT_OUT",
    "Sign",
    "is_addressed_to_visitors",
    "is_back_matter",
    "is_furniture",
    "is_label_of_sellers",
    "signs_in",
    "without_tags",
]


class Sign(NamedTuple):
    """What betrays the furniture of a page: `part` occurs wherever `pattern` may hold, in a word that is one of `words`."""

    part: str
    words: frozenset[bytes]
    pattern: re.Pattern[str]


LEFT_OUT = "[left out]"
"""Stands in a line for what words cannot say there, such as a formula; a sentence that holds it is never quoted."""

_TAGS = (
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite "
    "code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font "
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend "
    "li link main map mark math menu meta meter nav noscript object ol optgroup option output p param picture pre "
    "progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary "
    "sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
)
# An address or a comparison may stand in the same brackets: "<https://example.org>", "below <LLN or above >ULN".
_TAG = rf"</?(?:{_TAGS.replace(' ', '|')})(?:\s[^<>]*=[^<>]*)?\s*/?>"
_ANY_TAG = re.compile(_TAG, re.IGNORECASE)
# What a template left behind: a short code with its settings, a comment, a tag, a placeholder; and words struck out.
_MARKUP = re.compile(
    rf"{_TAG}|{re.escape(LEFT_OUT)}|"
    r"""\[/?[a-z_]+\s+[a-z_-]+=["'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}][^\[\]]*\]+"""
    r"|\[/?[a-z]+_[a-z_]+\]|<!--[^<]*?-->|\{\{[^{}]*\}\}|\{%[^{}]*%\}"
    r"|\[(?:insert|enter|add|your|placeholder|to be (?:added|confirmed|written)|tbd|todo)\b[^\[\]]*\]"
    r"|\blorem ipsum\b|~~[^~\n]+~~",
    re.IGNORECASE,
)
_OPENS_MARKUP = re.compile(r"[\[<{]|~~")
_MENU = re.compile(
    r"(?:(?:main |site |mobile )?menu|home|search|close|share|print|log ?in|log ?out|sign in|submit|next|previous|logo"
    r"|personali[sz]e|about us|contact us|our team|our services|our locations|patient portal|careers|sitemap|site map"
    r"|select page|back to top|table of contents|on this page|in this article|jump to|read more|learn more|show more"
    r"|view all|see all|load more|related (?:articles|pages|posts|topics|content)|you may also like|did you know\??"
    r"|advertisement|sponsored|submitted|under review|approved|skip|page \d+(?: of \d+)?|toggle navigation"
    r"|(?:first|last|full|your) name|e-?mail(?: address)?|phone(?: number)?|message|required(?: fields?)?|captcha"
    r"|(?:facebook|twitter|instagram|linkedin|youtube|pinterest|tiktok|x|[|,&\s])+"
    r"|(?:book|request|schedule|make) an? (?:appointment|consultation|visit)(?: (?:now|today|online))?"
    r"|find an? (?:[a-z]+ ){0,3}(?:clinic|doctor|institute|location|provider|specialist))[\s*:]*",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"[\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}>→]\s*$"
)
_LEADERS = re.compile(r"\.(?: ?\.){4}")  # of a table of contents
_TRAIL = re.compile(
    r"[^.!?:;>\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}]{1,40}"
    r"(?: [>\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}] "
    r"[^.!?:;>\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}]{1,60}){2,8}"
)
_BACK_MATTER = re.compile(
    r"(?:references|bibliography|literature cited|works cited|further reading|footnotes|acknowledge?ments?"
    r"|(?:\d+ |one |two |leave (?:a|your) )?(?:comments?|repl(?:y|ies))|(?:\d+|one|two) (?:thoughts?|responses?) (?:on|to) .*"
    r"|(?:[a-z]+ ){0,2}(?:testimonials|reviews from (?:our )?[a-z]+|(?:customer|google|patient|user) reviews|(?:patient|success) stories)"
    r"|what (?:our )?(?:clients|customers|families|patients|people|readers|visitors) (?:are saying|say|think)(?: about us)?"
    r"|author contributions|competing interests|conflicts? of interests?|(?:data|code) availability|funding"
    r"|.*\bdisclaimer)\W*",
    re.IGNORECASE,
)


_OF_SELLERS = re.compile(
    r"\W*(?:ads?|adverts?|advertisements?|advertising|advertorial|(?:paid|sponsored|promoted)(?: (?:by .{1,40}|content|partnership|post|result))?)\W*",
    re.IGNORECASE,
)


# Words that the first word of a sign may be part of, beside its plural.
_LONGER = {"book": ["ebook"], "follow": ["followup"], "submi": ["submission", "submitting"]}
# Everything in UTF-8 that is no letter of ASCII parts words; letters are read small.
_SMALL_LETTERS = bytes(byte if chr(byte) in ascii_letters else ord(" ") for byte in range(256)).lower()


def _signs(table: Mapping[str, str]) -> tuple[Sign, ...]:
    return tuple(Sign(part, _words_of(part), re.compile(pattern)) for part, pattern in table.items())


def _words_of(part: str) -> frozenset[bytes]:
    word, *_ = part.split()
    return frozenset(one.encode() for one in (word, f"{word}s", *_LONGER.get(word, [])))


# Each pattern is tried only where its part occurs, which is found a hundred times as fast. All letters are small.
_SITE = _signs(
    {
        "step ": r"\bstep \d+ of \d+",
        "newsletter": r"newsletter",
        "subscribe": r"\bsubscribe\b",
        "sign up": r"^(?:please )?sign up\b|\bsign up (?:for|to) (?:our|receive|get)\b",
        "cookie": r"\bcookies? (?:policy|settings|preferences|notice|consent)|\b(?:uses?|using|accept|allow|reject|all|manage|essential|necessary|third-party) "
        r"(?:[a-z]+ ){0,2}cookies?\b",
        "your ": r"\byour (?:privacy|cookie|consent) (?:choices|preferences|settings)\b"
        r"|\b(?:change|manage|update) your (?:preferences|settings|consent|choices) (?:at any time|below|here)\b",
        "form": r"^(?:please )?(?:fill (?:in|out)|complete) (?:the|this|our) (?:[a-z-]+ ){0,3}form\b",
        "policy": r"(?:privacy|editorial) policy",
        "terms": r"terms (?:of (?:use|service)|and conditions)",
        "rights": r"all rights reserved",
        "\N{COPYRIGHT SIGN}": r"\N{COPYRIGHT SIGN}",
        "follow us": r"follow us",
        "skip to": r"skip to (?:main )?content",
        "download now": r"download now",
        "book": r"free e-?book",
        "last ": r"last (?:updated|reviewed|modified)",
        "reviewed by": r"^(?:medically )?reviewed by",
        "pending": r"pending human review",
        "advisory board": r"medical advisory board",
        "follow": r"have a follow-?up question",
        "zip code": r"zip code",
        "close to home": r"\bclose to home\b",
        "language": r"language that's most",
        "javascript": r"(?:enable|requires?|turn on) javascript",
        "browser": r"\b(?:your|this|web) browser",
        "this site": r"\b(?:use of|using|visit(?:ing)?|continu(?:e|ing) to use) this site",
        "robot": r"not a robot",
        "min read": r"\bmin read\b",
    }
)
# Whom to call when something goes wrong is no advertisement.
_NO_SIGN_OF_HARM = (
    r"^(?!.*\b(?:if|when|should)\b.*\b(?:bladder|bleed|bowel|breath|discharge|faint|fever|hot|leak|loses?|new|numb|red"
    r"|severe|swell|swollen|temperature|urine|vomit|weak|worse|wound)).*"
)
_VISITORS = _signs(
    {
        " us": _NO_SIGN_OF_HARM + r"\b(?:call|contact|email|visit|text|join) us\b|^let us\b",
        "schedule": r"\bschedule (?:a|an|your) (?:consultation|appointment|visit)\b(?: (?:now|today|with us)|!)",
        "book ": r"\bbook (?:a|an|your) (?:consultation|appointment|visit)\b(?: (?:now|today|online|with us)|!)",
        "request": r"\brequest an appointment\b",
        "thank you": r"^thank you!",
        "oops": r"^oops!",
        "submi": r"your submission|submitting the form",
        "follow": r"\bask any follow[- ]up",
        "experience": r"personali[sz]e your experience",
        "find relief": r"^find relief\b",
        "we offer": r"\bwe offer\b",
        "our ": _NO_SIGN_OF_HARM
        + r"\bour (?:[a-z-]+ ){0,5}(?:specialists?|experts?|doctors|physicians|providers?|practice|surgeons|clinics?)\b",
        "we ": r"\bwe (?:[a-z]+ ){0,2}(?:create|develop|design|tailor|customi[sz]e|provide|deliver) (?:[a-z]+ ){0,2}"
        r"(?:personali[sz]ed|customi[sz]ed|tailored|individuali[sz]ed|comprehensive|state-of-the-art|compassionate)\b",
        "match you": r"\bmatch you with\b",
        "let ": r"^let [a-z]+ (?:match|help|guide|connect|show) you\b",
        "you don": r"\byou don't (?:need|have) to (?:live|suffer) (?:with|in)\b",
        "recovery": r"\b(?:road|path|journey) to recovery\b(?=\W*$)",
        " offers": r"^(?!(?:a|an|each|every|no|one|surgery|the|this|that|your)\b).{0,60}\b(?:centers?|centres?|clinics?|institutes?)\b[^.,;]{0,40} offers\b",
        "click": r"\bclick (?:here|below|on the|the (?:link|button))\b",
        "your": r"\benter your (?:e-?mail|zip|name|phone|postcode|address)\b",
        "free": r"\bfree consultation\b",
        "to learn more": r"\b(?:call|dial) (?:\W*\d[\d\W]{5,}|now|today)",
        "todo": r"\btodo\b(?=:| -|$)|^todo\b",
        "tbd": r"\btbd\b",
        "fixme": r"\bfixme\b",
        "today": r"\bcall (?:now|today)\b",
    }
)
# A sentence in which a template left something is broken.
_BROKEN = tuple(Sign(part, frozenset(), _MARKUP) for part in ("[", "<", "{", "~~"))
_ANY = (*_BROKEN, *_signs({"lorem": r"\blorem ipsum\b"}), *_VISITORS, *_SITE)
_OF_MARKS = tuple(sign for sign in _ANY if not (sign.words and sign.part.strip().isascii()))
_OF_WORDS = tuple(sign for sign in _ANY if sign not in _OF_MARKS)
_TELLING = frozenset[bytes]().union(*(sign.words for sign in _OF_WORDS))
_BY_WORD = {word: [sign for sign in _OF_WORDS if word in sign.words] for word in _TELLING}
_LONGEST_LINE = 400
_MOST_WORDS_OF_A_LINE = 16
_MOST_WORDS_BESIDE_MARKUP = 3


def is_furniture(line: str) -> bool:
    """Tell whether a whole line belongs to the page: a menu, a button, a form, a line without a letter."""
    if len(line) > _LONGEST_LINE:
        return False
    if not any(map(str.isalpha, line)):
        return True
    if _LEADERS.search(line):
        return True
    bare = _without_markup(line)
    words = bare.split()
    if bare is not line and len(words) <= _MOST_WORDS_BESIDE_MARKUP:
        return True
    if len(words) > _MOST_WORDS_OF_A_LINE:
        return False
    bare = bare.strip()
    return bool(_MENU.fullmatch(bare) or _shows(_SITE, bare) or _POINTER.search(bare) or _TRAIL.fullmatch(bare))


def is_label_of_sellers(line: str) -> bool:
    """Tell whether a line only tells that what stands below it was paid for.

    >>> is_label_of_sellers("ADVERTISEMENT")
    True
    """
    return _OF_SELLERS.fullmatch(line.strip()) is not None


def without_tags(text: str) -> str:
    """Leave out the tags of HTML that may stand in a text, and nothing that only stands in the same brackets.

    >>> without_tags("Slips <50% and <b>above</b>")
    'Slips <50% and above'
    """
    return _ANY_TAG.sub("", text) if "<" in text else text


def signs_in(text: str) -> tuple[Sign, ...]:
    """Collect the signs that may matter to any sentence of a text, so that most need not be looked for in each."""
    small = _small(text)
    words = _TELLING.intersection(text.encode().translate(_SMALL_LETTERS).split())
    of_words = {sign for word in words for sign in _BY_WORD[word]}
    return tuple([sign for sign in (*_OF_MARKS, *of_words) if sign.part in small])


def is_addressed_to_visitors(sentence: str, signs: Sequence[Sign] | None = None) -> bool:
    """Tell whether a sentence bids the visitor of a page, praises its owner, or is broken by what a template left.

    Args:
        sentence: The sentence.
        signs: What `signs_in` found in a text that holds it; without them all are looked for.

    >>> is_addressed_to_visitors("Contact us today to schedule an appointment.")
    True
    >>> is_addressed_to_visitors("Contact sports put the pars under stress.")
    False
    """
    return _shows(_ANY if signs is None else signs, sentence)


def is_back_matter(heading: str) -> bool:
    """Tell whether a heading opens a part that says nothing about its subject, such as a list of references."""
    return bool(_BACK_MATTER.fullmatch(heading))


def _shows(signs: Sequence[Sign], text: str) -> bool:
    if not signs:
        return False
    small = _small(text)
    for part, _, pattern in signs:  # noqa: SIM110 - asked of every sentence, for which `any` is twice as slow
        if part in small and pattern.search(small):
            return True
    return False


def _small(text: str) -> str:
    """Write words as signs are written: in small letters, with the plain apostrophe."""
    return text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _without_markup(text: str) -> str:
    """Take out what a template left; a text without any is given back as the very same object."""
    if not (_OPENS_MARKUP.search(text) or "orem ipsum" in text):
        return text
    bare, found = _MARKUP.subn("", text)
    return bare if found else text
