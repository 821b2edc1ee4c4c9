"""Boxes, signs and one-word replies of a form, written as the sentences that they stand for."""

import re

__all__ = ["in_sentences", "without_answered_no"]

_LABEL = r"(?P<label>(?<![\w'-])[^\W\d_][\w'-]*(?:(?:\s|\s?/\s?)[^\W\d_][\w'-]*){0,4})"
_YES = "yes|yep|yeah|present|positive"
_NO = "no|nope|nil|none|negative|absent|denied"
_END = r"(?=\s*(?:[.,;!?)/>](?!\d)|$))"
_REPLY = rf"(?P<reply>{_YES}|{_NO})(?![\w-]){_END}"
_CROSSES = "\u2610\u2717\u2718\u274c"
_TICKS = "\u2611\u2612\u2713\u2714\u2705"
_BOX = rf"(?:\[\s?(?P<mark>[xX\u2713\u2714]?)\s?\]|\(\s?(?P<round>[xX\u2713\u2714]?)\s?\)|[{_CROSSES}]|(?P<tick>[{_TICKS}]))"
_UNBOXED = rf"[^\[\]{_CROSSES}{_TICKS}.,;"
_FIRST_BOX = re.compile(rf"(?P<label>\w?)\s*{_BOX}")
_BOX_BEFORE = re.compile(rf"{_BOX}\s*(?P<label>{_UNBOXED}()]{{0,80}}\w)[.,;]?\s*")
_BOX_BEHIND = re.compile(rf"(?P<label>{_UNBOXED}():\s]{_UNBOXED}():]{{0,80}})\s*{_BOX}[.,;]?\s*")
_MARK = r"(?:\((?P<sign>[-+\u2013\u2212])\)|(?<!\()(?P<grown>[-+\u2013\u2212])\s?ve\b)"
_MARKED = re.compile(rf"(?P<before>\w?)\s*{_MARK}\s*(?P<behind>\w?)")
_SIGN_BEFORE = re.compile(rf"{_MARK}\s*(?:for\s|of\s)?{_LABEL}[.,;]?\s*")
_SIGN_BEHIND = re.compile(rf"{_LABEL}\s*{_MARK}")
_CODE = re.compile(rf"{_LABEL}\s(?P<reply>[NY]){_END}")
_COLON = re.compile(rf"{_LABEL}(?:\s?[:=]\s?|\s[-\u2013\u2014]\s){_REPLY}", re.IGNORECASE)
_DENIED_LIST = re.compile(
    r"\b(?:(?:pertinent |relevant )?neg(?:ative)?s?(?: for)?|absent|denie[sd]|nil|red flags? (?:neg(?:ative)?|absent|nil))\s?:\s*(?=\w)",
    re.IGNORECASE,
)
_DENIED_IN_BRACKETS = re.compile(
    r"\b(?:(?:neg(?:ative)?|nil|no|clear|without)(?: for| of)?(?: all| any| other)* (?:rfs?|red flags?)"
    r"|(?:rfs?|red flags?)(?: all| are| were)* (?:neg(?:ative)?|nil|clear|absent|denied))\s?\((?P<list>[^()?]{1,200})\)",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(
    r"\b(?:except|but|apart|other than|besides|yes|present|positive|has|new|now)\b|\+", re.IGNORECASE
)
_ANSWERED_NO = re.compile(
    r"(?:^|(?<=[.!?]))[^.!?]{1,200}\?+\s*(?:no|none|nope|nil|never|not at all|nothing)(?:[.!;]|$)", re.IGNORECASE
)
_QUESTION = re.compile(rf"(?:\bany\s)?{_LABEL}\s?\?+\s*{_REPLY}", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:i|he|she|it|we|they|you|that|this|there|what|why|how|who|when|where|which|is|are|was|were|am|do|does|did|has|have"
    r"|had|can|could|should|would|will|may|might|must|if|no|not|never|without|so|or not)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""What stands in a sentence of its own, and in no label of a form."""


def in_sentences(text: str) -> str:
    """Write what is ticked, signed or answered with one word as words that tell it or deny it.

    >>> in_sentences("[ ] fever [x] back pain")
    'no fever. has back pain.'
    >>> in_sentences("Fever (-), cough (+). Weight loss: no. Numbness? Yes.")
    'no Fever, has cough. no Weight loss. has Numbness.'
    >>> in_sentences("Neg for all red flags (saddle, fever).")
    'no saddle. no fever.'
    >>> in_sentences("16F. (+) saddle numbness (-) fever")
    '16F. has saddle numbness. no fever.'
    """
    first = _FIRST_BOX.search(text)
    if first:
        text = (_BOX_BEHIND if first["label"] else _BOX_BEFORE).sub(_ticked, text).strip()
    text = _DENIED_IN_BRACKETS.sub(_denied_each, text)
    text = _signed(_DENIED_LIST.sub("no ", text))
    for form in (_CODE, _COLON, _QUESTION):
        text = form.sub(_replied, text)
    return text


def without_answered_no(text: str) -> str:
    """Leave out each question that is answered with a bare no, which tells that nothing of it is so.

    >>> without_answered_no("Has he lost weight? No. When may he play?")
    ' When may he play?'
    """
    return _ANSWERED_NO.sub("", text)


def _signed(text: str) -> str:
    """Read signs before what they are of, as in `(+) numbness (-) fever`, or behind it, as the first and the last of them stand.

    Several between words might be either, and are not read.
    """
    marks = list(_MARKED.finditer(text))
    if not marks:
        return text
    if not marks[0]["before"]:
        return _SIGN_BEFORE.sub(_sentence, text).strip()
    return text if len(marks) > 1 and marks[-1]["behind"] else _SIGN_BEHIND.sub(_replied, text)


def _sentence(found: re.Match[str]) -> str:
    return f"{_replied(found)}. "


def _denied_each(found: re.Match[str]) -> str:
    if _EXCEPTED.search(found["list"]):
        return found[0]
    return ". ".join(f"no {item.strip()}" for item in re.split(r"[,;/]", found["list"]) if item.strip())


def _ticked(found: re.Match[str]) -> str:
    label, ticked = found["label"].strip(), found["mark"] or found["round"] or found["tick"]
    if not _SENTENCE.search(label):
        return f"{'has' if ticked else 'no'} {label}. "
    unticked = not ticked and found["round"] is None and not found[0].startswith(label)
    return f"if {label}. " if unticked else found[0]  # a sentence by an empty box is not said


def _replied(found: re.Match[str]) -> str:
    if _SENTENCE.search(found["label"]):
        return found[0]
    signs = found.groupdict()
    said = signs.get("reply") or signs.get("sign") or signs.get("grown") or ""
    told = said in {"+", "Y"} or said.lower() in _YES.split("|")
    return f"{'has' if told else 'no'} {found['label']}"
