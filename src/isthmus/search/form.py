"""What the place of a sentence in its document, and its form, tell of whether it answers a question."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from isthmus.search.asking import Question, cues
from isthmus.search.counted import Counted
from isthmus.search.held import Column

__all__ = ["Form"]

_OPENING, _FIRST, _LAST, _AFTER_SUMMARY = 4, 12, 7, 6
_LAST_OF_SUMMARY, _LATE = 3, 0.8
_FADING = 15
_ROOMY = 20
_ALWAYS = ("negation", "finding", "comparison", "figure", "purpose")
_ANSWERED_BY = {
    "amount": ("fresh_number", "percent", "no_number"),
    "time": ("when", "number"),
    "person": ("names",),
    "reason": ("because",),
    "way": ("by",),
    "definition": ("means",),
    "several": ("lists", "length"),
    "finding": ("conclusion", "summary", "place"),
    "conclusion": ("ours", "suggesting", "seen", "ends_summary", "near_end", "in_last_12"),
    "aim": ("aiming", "ours"),
    "method": ("done", "ours"),
    "result": ("seen", "ours", "suggesting"),
    "whereabouts": ("a_place", "a_name"),
    "age": ("ages",),
    "duration": ("spans",),
    "share": ("percent",),
    "whether": ("judging", "bearing"),
    "which": ("a_name", "capitals", "bracket", "lists", "adding"),
    "role": ("bearing",),
    "symptom": ("symptoms", "lists"),
    "tool": ("tools", "capitals"),
    "merit": ("merits", "lists"),
    "what": ("bracket", "capitals"),
}
"""For each kind of question, the cues that count for it."""
_SHOWN = {
    "a_name": re.compile(r"(?<=[a-z,;:] )[A-Z][A-Za-z-]"),
    "a_place": re.compile(r"\b(?:in|from|at|across|to) (?:the )?(?:[a-z]+ )?[A-Z][a-z]"),
    "capitals": re.compile(r"[A-Z][\w-]*[A-Z]"),
    "bracket": re.compile(r"\("),
}
"""Cues that show in how a sentence is written; looked for only where they count."""
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+ [A-Z][a-z]+")
_SHORT_FORM = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})[);,]")


@dataclass(frozen=True)
class Form:
    """What each sentence looks like and where it stands, whatever is asked.

    `columns` are the signs that count for every question, `cues` those that count for some kinds of question only.
    """

    columns: Mapping[str, Column]
    cues: Mapping[str, Column]
    texts: Sequence[str]
    numbers: Sequence[frozenset[str]]

    @classmethod
    def of(cls, counted: Counted) -> "Form":
        """Look at sentences."""
        texts = [sentence.text for sentence in counted.sentences]
        words = [frozenset(line.split()) for line in counted.line]
        told = {name: [float(not own.isdisjoint(one)) for one in words] for name, own in cues().words.items()}
        numbers = [frozenset(_DIGITS.findall(text)) for text in texts]
        length = [math.log1p(length) for length in counted.length]
        place = _of_place(counted)
        own: dict[str, Column] = {
            "length": length,
            "length_of_mean": [length / counted.mean_length for length in counted.length],
            "room": [min(1.0, length / _ROOMY) for length in counted.length],
            "percent": [float("%" in text or " per " in text) for text in texts],
            "when": _either(told["month"], (_YEAR.search(text) for text in texts)),
            "names": [float(_NAME.search(text) is not None) for text in texts],
            "lists": _either(told["lists"], (text.count(",") > 1 or ";" in text for text in texts)),
            "cites": [float("[" in text) for text in texts],
            **{name: told[name] for name in _ALWAYS},
        }
        number = _either(told["number"], numbers)
        formed = {name: _holding_any(counted, wanted) for name, wanted in cues().stems.items()}
        more = {**told, **formed, **own, "number": number, "no_number": [1 - one for one in number], **place}
        return cls({**place, **own}, {**more, **_of_ends(counted)}, texts, numbers)

    def signs(self, question: Question) -> dict[str, Column]:
        """Tell what each sentence looks like, and whether that is what the question asks for."""
        nothing = [0.0] * len(self.texts)
        fresh = [float(not own <= question.digits) for own in self.numbers]
        known = {**self.cues, "fresh_number": fresh}
        matched = {
            f"{kind}_{cue}": known.get(cue) or self._shown(cue) if kind in question.kinds else nothing
            for kind, wanted in _ANSWERED_BY.items()
            for cue in wanted
        }
        return {**self.columns, "fresh_number": fresh, **matched, "short_form": self._short_form(question)}

    def _shown(self, cue: str) -> Column:
        return [float(_SHOWN[cue].search(text) is not None) for text in self.texts]

    def _short_form(self, question: Question) -> Column:
        """Whether a sentence introduces a short form that is asked about, as in `whole name (WN)`."""
        if not question.acronyms:
            return [0.0] * len(self.texts)
        return [float(not question.acronyms.isdisjoint(_SHORT_FORM.findall(text))) for text in self.texts]


def _of_place(counted: Counted) -> dict[str, Column]:
    rows = [(at - low, high - low) for at, (low, high) in enumerate(counted.document)]
    summary = _summary_bounds(counted)
    passage = counted.passage
    return {
        "place": [at / length for at, length in rows],
        "log_place": [math.log1p(at) for at, _ in rows],
        "near_start": [math.exp(-at / _FADING) for at, _ in rows],
        "in_first_12": [float(at < _FIRST) for at, _ in rows],
        "in_first_4": [float(at < _OPENING) for at, _ in rows],
        "in_last_7": [float(at >= length - _LAST) for at, length in rows],
        "opens_passage": [float(not at or passage[at - 1] != own) for at, own in enumerate(passage)],
        "closes_passage": [float(passage[at + 1 : at + 2] != (own,)) for at, own in enumerate(passage)],
        "summary": [float(own) for own in counted.in_summary],
        "before_summary": [float(at < start) for at, (start, _) in enumerate(summary)],
        "after_summary": [float(end <= at < end + _AFTER_SUMMARY) for at, (_, end) in enumerate(summary)],
    }


def _of_ends(counted: Counted) -> dict[str, Column]:
    """Tell what ends a document, or its summary: where conclusions are drawn."""
    rows = [(at - low, high - low) for at, (low, high) in enumerate(counted.document)]
    summary = _summary_bounds(counted)
    return {
        "ends_summary": [
            float(max(start, end - _LAST_OF_SUMMARY) <= at < end) for at, (start, end) in enumerate(summary)
        ],
        "near_end": [max(0.0, (at / length - _LATE) / (1 - _LATE)) for at, length in rows],
        "in_last_12": [float(at >= length - _FIRST) for at, length in rows],
    }


def _holding_any(counted: Counted, wanted: Iterable[str]) -> Column:
    """Tell which sentences hold any of some stems."""
    column = [0.0] * len(counted)
    for stem in wanted:
        for at in counted.places.get(stem, ()):
            column[at] = 1.0
    return column


def _summary_bounds(counted: Counted) -> list[tuple[int, int]]:
    """For each sentence, where the summary of its document begins and ends; both at its start where there is none."""
    bounds: dict[tuple[int, int], tuple[int, int]] = {}
    for low, high in dict.fromkeys(counted.document):
        inside = [at for at in range(low, high) if counted.in_summary[at]]
        bounds[low, high] = (inside[0], inside[-1] + 1) if inside else (low, low)
    return [bounds[document] for document in counted.document]


def _either(told: Column, shown: Iterable[object]) -> Column:
    return [max(one, float(bool(other))) for one, other in zip(told, shown, strict=True)]
