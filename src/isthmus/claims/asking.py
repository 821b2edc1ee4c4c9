"""How people ask: of whom they tell and what they only suppose, what states a fact, what kind of answer they want."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from isthmus.claims.wording import NOWHERE, Part, Wording
from isthmus.terms import FeatureName

__all__ = [
    "Asking",
    "Cue",
    "FactValue",
    "FollowUps",
    "Kind",
    "Numbers",
    "Persons",
    "Reading",
    "Replies",
    "Setting",
    "Stance",
]

FactValue = bool | str | Decimal | tuple[str, ...]
"""A value of a case feature, as it was told."""

Kind = Literal[
    "what",
    "why",
    "how-long",
    "how-likely",
    "which",
    "compare",
    "may-i",
    "how-to",
    "when",
    "who",
    "whether",
]
"""What kind of answer a question wants."""


@dataclass(frozen=True)
class Numbers:
    """Words for numbers and for units of time, and what makes a number another one than it seems.

    `times` leads from a word to its unit, such as `wks` to `week`. A number is not taken after `inexact` unless it stands right after `beside`, before
    `going_on`, nor, where its wording says no unit, before `measures`.
    """

    units: Mapping[str, int] = field(default_factory=dict)
    tens: Mapping[str, int] = field(default_factory=dict)
    grades: Mapping[str, int] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    inexact: Part = NOWHERE
    beside: Part = NOWHERE
    going_on: Part = NOWHERE
    measures: Part = NOWHERE


@dataclass(frozen=True)
class Persons:
    """Wordings for those of whom something is told; `asking.yaml` says what each is.

    Two heads of `apart` that stand in no row together are two people, and so are two words of `sexes`, pronouns among them.
    So are two who are called by words of two rows of `contrasts`, such as older and younger; `several` tells of more than one
    patient at once. `another` is nobody who was told of before. Who
    stands after a word that is `for_whom` is the one asked for. Where `undirected` is asked, it may be for anybody.
    """

    ward: Part = NOWHERE
    other: Part = NOWHERE
    nobody: Part = NOWHERE
    asker: Part = NOWHERE
    together: Part = NOWHERE
    pronoun: Part = NOWHERE
    opening: Part = NOWHERE
    bystander: Part = NOWHERE
    another: Part = NOWHERE
    undirected: Part = NOWHERE
    for_whom: frozenset[str] = frozenset()
    apart: tuple[frozenset[str], ...] = ()
    sexes: tuple[frozenset[str], ...] = ()
    contrasts: tuple[frozenset[str], ...] = ()
    several: Part = NOWHERE


@dataclass(frozen=True)
class Stance:
    """Wordings by which a text asks, supposes, orders, doubts or denies, so that it does not tell.

    What opens with `plainly` asks or requests wherever a sentence begins, and with `further` within one too. A denial
    holds only where what it denies ends its clause, but for `after`, and where nothing `excepting` follows.

    A denial of danger is held to more: nothing `narrowing` may follow but what is `beside`, the next sentence may not
    open by `taking_back`, unless it is `denying_on`, and no word `doubling` it may stand before. What is `refuting` denies what stands before it. Where one that is `naming` opens a list of whatever
    else, and is not `idle`, it reaches to the end; `afresh` something else begins. A denial that `replies` and stands
    before one of the `subjects` denies nothing: `no he is 13`.
    """

    opening_sentence: Part = NOWHERE
    opening_clause: Part = NOWHERE
    plainly: Part = NOWHERE
    further: Part = NOWHERE
    telling: Part = NOWHERE
    joins: frozenset[str] = frozenset()
    supposing: Part = NOWHERE
    ordered: Part = NOWHERE
    hedges: Part = NOWHERE
    denials: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    anew: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    after: Part = NOWHERE
    excepting: Part = NOWHERE
    naming: frozenset[str] = frozenset()
    idle: Part = NOWHERE
    afresh: frozenset[str] = frozenset()
    replies: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    narrowing: Part = NOWHERE
    beside: Part = NOWHERE
    taking_back: Part = NOWHERE
    denying_on: Part = NOWHERE
    doubling: frozenset[str] = frozenset()
    refuting: Part = NOWHERE


@dataclass(frozen=True)
class Reading:
    """Wordings that state one fact.

    The words of a wording's first part are what was said; where their clause goes on, it goes on with what they may be
    `followed_by`, or with anything where that is None, but not with what they are `not_followed_by`. `per` leads from a unit of time to the number of units of the
    case feature; it is empty for a number that counts as it stands, and None where `value` is the value. `denied` is the
    value when the words are denied, and may be the only one. What is `firm` holds within a question too. A `red_flag` is a danger sign, which is
    ruled out only by a denial that nothing weakens. What is `here_and_now` is not read where the setting is another.
    """

    feature: FeatureName
    said: tuple[Wording, ...]
    unless: tuple[Wording, ...] = ()
    followed_by: Part | None = None
    not_followed_by: Part = NOWHERE
    value: FactValue | None = None
    per: Mapping[str, Decimal] | None = None
    denied: FactValue | None = None
    firm: bool = False
    red_flag: bool = False
    here_and_now: bool = False


@dataclass(frozen=True)
class Setting:
    """Wordings that tell of another part of the body or another illness, and of the past; `ours` name what matters here.

    What opens with a word `pointing` back says more of what stands before it.
    """

    elsewhere: Part = NOWHERE
    ours: Part = NOWHERE
    past: Part = NOWHERE
    pointing: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Cue:
    """Wordings that show a kind of question, or who asks it."""

    shows: str
    asked: tuple[Wording, ...]


@dataclass(frozen=True)
class FollowUps:
    """What shows that a question leans on the one before: how it opens, a short word that points back, or bareness.

    Of the words that point back, `things` may mean what was named before, but for where they stand in `standing`. `tried`
    asks whether something that was named before does any good. What is `whole` only opens as a question that leans.
    """

    opening: Part = NOWHERE
    pointing: frozenset[str] = frozenset()
    bare: Part = NOWHERE
    most_words: int = 0
    things: frozenset[str] = frozenset()
    standing: Part = NOWHERE
    tried: Part = NOWHERE
    whole: tuple[Wording, ...] = ()


@dataclass(frozen=True)
class Replies:
    """What opens or closes a reply to questions that were asked back, and what is said where it is `unclear` to which.

    A sentence that is `none` of them denies all that was asked, as `none of the above` does. What is only `courtesy` asks
    nothing, and is met with what is `unasked`.
    """

    opening: Part = NOWHERE
    closing: Part = NOWHERE
    none: Part = NOWHERE
    unclear: str = ""
    courtesy: Part = NOWHERE
    unasked: str = ""


@dataclass(frozen=True)
class Asking:
    """How people ask, in data; empty, it reads nothing out of a question.

    Whoever has one of the `complaints` is a patient. `speaks` holds for a case feature words that speak of it, whatever they
    say; `corrections` are numbers that stand for one told before, `restated` those of which that is not sure, and
    `retractions` words that take back what was told before them.
    """

    numbers: Numbers = field(default_factory=Numbers)
    persons: Persons = field(default_factory=Persons)
    stance: Stance = field(default_factory=Stance)
    readings: tuple[Reading, ...] = ()
    complaints: Part = NOWHERE
    setting: Setting = field(default_factory=Setting)
    speaks: Mapping[FeatureName, Part] = field(default_factory=dict)
    corrections: Part = NOWHERE
    restated: Part = NOWHERE
    retractions: Part = NOWHERE
    kinds: tuple[Cue, ...] = ()
    audiences: tuple[Cue, ...] = ()
    follow_ups: FollowUps = field(default_factory=FollowUps)
    replies: Replies = field(default_factory=Replies)
    second_question: Part = NOWHERE
    next_steps: tuple[Wording, ...] = ()
    disputed: tuple[Wording, ...] = ()
    idioms: Part = NOWHERE
    unsettled: str = ""
    of_several: str = ""
