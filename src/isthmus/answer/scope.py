"""Decides whether the claims answer a question at all: one about something else gets no answer."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from isthmus.answer.question import Asked
from isthmus.claims import NOWHERE, Part, Words
from isthmus.search import Thesaurus, stems

__all__ = ["Fit", "Vocabulary", "asks_elsewhere", "enough", "fit"]

# Between two fits of `tests/benchmark/learn_scope.py`: of questions alone, and of messages with what a listener
# hears, which are stricter with short questions that name nothing. `docs/explanation/how-claims-are-chosen.md` tells how
# many of ours are missed.
_BASE = -4.3
_STRENGTH = 0.95
_UNKNOWN = -3.20
_COVERED = 2.70
_NAMED = 1.95
_ELSEWHERE = -0.60
_LEAST = 0.0
_EVERYDAY = 0.25
_TOPIC = 0.5
_MUCH_ALIKE = 8.0
_MOST_ELSEWHERE = 3.0
"""What speaks of the condition in words that no other illness shares may sound no more as if it were about another."""
_ASKING = re.compile(r"[^.!?;:]*\?")
_INTRODUCED = re.compile(r"[^.!?;]*:[^.!?;]*\?")
_SENTENCE = re.compile(r"[.!?;:]\s")
_LAST = re.compile(r"[.!;]\s+([^.!?;]+)[.!;\s]*$")


@dataclass(frozen=True)
class Vocabulary:
    """What is spoken of here, each concept with how rare it is, and words that settle nothing.

    `people` are keys for who is treated, which alone narrow nothing; `everyday` those of general English, which say
    little of what is asked, nor that something else is. `pointing` are words for a thing that was named before: where a
    question has no more than one of them, who is treated narrows it after all, as in `Do girls get it too?`.
    """

    rarity: Mapping[str, float]
    people: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()

    def weight(self, key: str) -> float:
        """Weigh a concept by its rarity; one that is never spoken of is the rarest, unless it is everyday English."""
        return self.rarity.get(key, _EVERYDAY * self._rarest if key in self.everyday else self._rarest)

    @cached_property
    def _rarest(self) -> float:
        return max(self.rarity.values(), default=1.0)

    def strange(self, keys: frozenset[str], *, named: bool = False) -> float:
        """Tell the share of keys that is never spoken of here; everyday English is none, beside what is spoken of.

        A question that is `named` speaks of the condition by its name, whatever its keys are.
        """
        known = keys & self.rarity.keys()
        unknown = keys - known - (self.everyday if known or named else frozenset())
        return len(unknown) / len(keys) if keys else 0.0


@dataclass(frozen=True)
class Fit:
    """How well a question fits what is known.

    `strength` is what it has in common with the known question that is most like it, in concepts of the rarest kind. Of
    what is asked, `unknown` is the share that is never spoken of here, and `covered` the share that what was found speaks
    of, rare words counting more. `named` says that it names the condition, `bare` that nothing else narrows it. `elsewhere`
    is how much more than most it sounds as if it were about something else, in log-odds.
    """

    strength: float
    unknown: float
    covered: float
    named: bool
    bare: bool = False
    elsewhere: float = 0.0


def enough(found: Fit) -> bool:
    """Whether a question fits well enough to be answered; one that names the condition and narrows nothing always does."""
    if found.named and found.bare:
        return True
    known = _STRENGTH * found.strength + _COVERED * found.covered + _NAMED * found.named
    return _BASE + known + _UNKNOWN * found.unknown + _ELSEWHERE * found.elsewhere >= _LEAST


def fit(asked: Asked, strength: float, told: Collection[str], vocabulary: Vocabulary, elsewhere: float = 0.0) -> Fit:
    """Hold what is asked against what is known and what was found.

    Args:
        asked: The question.
        strength: What the known question that is most like it has in common with it.
        told: The keys of what the best matches and the chosen claims speak of.
        vocabulary: What is spoken of here.
        elsewhere: How much more than most it sounds as if it were about something else, in log-odds.
    """
    every = frozenset(concept.key for concept in asked.concepts)
    keys = every - vocabulary.people
    points = not (asked.topics or vocabulary.pointing.isdisjoint(asked.words.words))
    weights = {key: vocabulary.weight(key) for key in sorted(keys or (every if points else ()))}
    covered = sum(weight for key, weight in weights.items() if key in told)
    return Fit(
        strength=strength,
        unknown=vocabulary.strange(keys, named=bool(asked.names)),
        covered=covered / sum(weights.values()) if weights else float(bool(asked.names)) or _TOPIC * bool(asked.topics),
        named=bool(asked.names),
        bare=not keys,
        elsewhere=min(elsewhere, _MOST_ELSEWHERE) if asked.ours and not asked.names else elsewhere,
    )


def asks_elsewhere(
    asked: Asked, thesaurus: Thesaurus, told: Collection[str], tried: Part = NOWHERE, strength: float = 0.0
) -> bool:
    """Whether a question asks of another illness, body part or treatment that what was found does not speak of.

    Where it speaks of the condition, or is much like a known question, another illness may stand in its story; what counts
    is then where it asks. Where it asks for nothing there that was found, as in `What can I take?`, so does what is told
    of the other alone since it last spoke of the condition, and where it asks whether something that was named before does
    any good, so does another treatment anywhere: `My brother had laser on his crack. Does it help?` One that introduces a
    question is asked for, too: `Laser: does a crack heal?`

    Args:
        asked: The question.
        thesaurus: The words that mean the same.
        told: The keys of what was found.
        tried: The ways to ask whether something that was named before does any good.
        strength: What the known question that is most like it has in common with it.
    """
    heard = asked.must
    if asked.ours or strength >= _MUCH_ALIKE:
        asking = " ".join(_ASKING.findall(asked.text) or _LAST.findall(asked.text))  # many leave out the mark
        heard = _keys_in(asking, thesaurus) if asking else asked.must
        heard |= _keys_in(_introduced(asked), thesaurus) if heard.isdisjoint(told) else frozenset()
        if heard.isdisjoint(told):
            heard = heard.union(*_told_besides(asked, thesaurus))
        if asked.remedies:
            heard |= _remedies_asked_for(asked, asking, thesaurus, tried)
    return any(key in heard and key not in told for key in asked.must)


def _told_besides(asked: Asked, thesaurus: Thesaurus) -> list[frozenset[str]]:
    """Find what is told of other matters alone: of another treatment anywhere, of all else since it spoke of the condition.

    A question that asks for nothing by itself asks of what was told last; what stands before is how the story began.
    """
    told_of = [_keys_in(sentence, thesaurus) for sentence in _SENTENCE.split(asked.text)]
    ours = [at for at, keys in enumerate(told_of) if not keys.isdisjoint(asked.ours)]
    begins = ours[-1] + 1 if ours else 0
    others = (keys if at >= begins else keys & asked.remedies for at, keys in enumerate(told_of) if at not in ours)
    return list(others)


def _remedies_asked_for(asked: Asked, asking: str, thesaurus: Thesaurus, tried: Part) -> frozenset[str]:
    """Find the other treatments that a question is about: any, where it asks whether one does good, or what introduces it."""
    if any(tried.spans_in(Words.of(asking))):
        return asked.remedies
    return asked.remedies & _keys_in(_introduced(asked), thesaurus)


def _introduced(asked: Asked) -> str:
    """Give what asks, with what it is introduced by: `Repair or fusion: what do trials show?`."""
    return " ".join(_INTRODUCED.findall(asked.text))


def _keys_in(text: str, thesaurus: Thesaurus) -> frozenset[str]:
    return frozenset(concept.key for concept in thesaurus.concepts(stems(text)) if thesaurus.narrows(concept))
