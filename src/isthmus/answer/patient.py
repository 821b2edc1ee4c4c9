"""Whose facts are the patient's, turn by turn of a conversation, so that two people are never mixed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from isthmus.answer.stance import Mention, Telling, Who, of_one_sex
from isthmus.claims import Asking, Persons

__all__ = ["may_be_one_person", "none_of_several", "patients_of"]

_NOBODY: frozenset[Who] = frozenset()
_ANYBODY = frozenset(["a", "an", "another", "some"])
_OWN = {("my",), ("mine",)}
_SOON = 2
_NO_NAMES: frozenset[str] = frozenset()
_CALLED = frozenset(["my", "our", "his", "her", "their", "the", "a", "an", "this"])


@dataclass(frozen=True)
class _Subject:
    """Who is the patient of one turn, and how they are called; `sure` where the turn tells of them or asks for them.

    It is nobody's turn where it tells of two and asks for neither. `pointed` are the pronouns that stand for them.
    """

    who: Who
    names: frozenset[str] = frozenset()
    sure: bool = True
    pointed: frozenset[str] = frozenset()


def patients_of(
    turns: Sequence[Sequence[Telling]], tellers: Sequence[Collection[Who]], asking: Asking
) -> list[frozenset[Who]]:
    """Say for each turn whose words tell of the patient for whom the last one asks.

    That is whom the last turn that tells of anybody asks for. Of the turns before, what was told of somebody else is left
    out, and so is all that was told before another one was named.

    Args:
        turns: The questions of a conversation, oldest first.
        tellers: For each turn, of whom it tells facts.
        asking: How people ask.
    """
    subjects, patient = _subjects(turns, tellers, asking)
    if patient is None:
        return [frozenset({"unspoken"})] * len(turns)
    begins = max((at for at, turn in enumerate(turns) if _names_another(turn, asking)), default=0)
    running = _running(subjects)
    return [
        _NOBODY if at < begins or _of_several(turn, asking) else _told_of(patient, running[at], turn, asking.persons)
        for at, turn in enumerate(turns)
    ]


def none_of_several(turns: Sequence[Sequence[Telling]], tellers: Sequence[Collection[Who]], asking: Asking) -> bool:
    """Whether more than one patient was told of and nobody can tell for whom the last turn asks; as `patients_of` judges."""
    _, patient = _subjects(turns, tellers, asking)
    return patient is not None and patient.who == "nobody"


def _subjects(
    turns: Sequence[Sequence[Telling]], tellers: Sequence[Collection[Who]], asking: Asking
) -> tuple[list[_Subject | None], _Subject | None]:
    """Find who is the patient of each turn, and of the last turn that tells of anybody."""
    subjects = _with_names(
        [
            _Subject("nobody") if _of_several(turn, asking) else _subject(turn, tells, asking)
            for turn, tells in zip(turns, tellers, strict=True)
        ],
        asking.persons,
    )
    sure = [at for at, subject in enumerate(subjects) if subject and subject.sure]
    last = max(sure or (at for at, subject in enumerate(subjects) if subject), default=-1)
    return subjects, subjects[last] if last >= 0 else None


def may_be_one_person(words: frozenset[str], others: frozenset[str], persons: Persons) -> bool:
    """Whether one person may be called by both: neither their sex, their age nor what they are to who asks differs."""
    return of_one_sex(words, others, persons) and _may_be_one(words - _CALLED, others - _CALLED, persons)


def _with_names(subjects: Sequence[_Subject | None], persons: Persons) -> list[_Subject | None]:
    """Call who is only pointed at, as in `she has pain`, by the last names of one whom that may mean."""
    named: list[_Subject | None] = []
    for subject in subjects:
        now = replace(subject, names=subject.names or _last_names(subject, named, persons)) if subject else None
        named.append(now)
    return named


def _last_names(subject: _Subject, before: Sequence[_Subject | None], persons: Persons) -> frozenset[str]:
    called = (one.names for one in reversed(before) if one and one.who == subject.who)
    return next((names for names in called if of_one_sex(subject.pointed, names, persons)), _NO_NAMES)


def _running(subjects: Sequence[_Subject | None]) -> list[_Subject | None]:
    """Say of each turn whom those words tell of that name nobody: who was the patient last, or who is first."""
    now = next((subject for subject in subjects if subject and subject.sure), None)
    running = []
    for subject in subjects:
        now = subject if subject and subject.sure else now
        running.append(now)
    return running


def _told_of(patient: _Subject, running: _Subject | None, turn: Sequence[Telling], persons: Persons) -> frozenset[Who]:
    if patient.who == "nobody":
        return _NOBODY
    names = _names(turn, patient.who)
    if not _may_be_one(patient.names, names, persons):
        return _NOBODY
    same = running is None or (running.who == patient.who and _may_be_one(patient.names, running.names, persons))
    return frozenset({patient.who, "unspoken"} if same else {patient.who} - {"unspoken"})


def _subject(turn: Sequence[Telling], tells: Collection[Who], asking: Asking) -> _Subject | None:
    """Find who is the patient of one turn; None where it names nobody."""
    named = {here.whose[mention.start] for here in turn for mention in here.mentions} - {"nobody"}
    if not named:
        return None
    target = _target(turn, asking.persons)
    if target:
        return _called(target, turn, asking.persons)
    ill = set(_ill(turn, asking))
    if "ward" in named:
        if "asker" not in ill:
            return _called("ward", turn, asking.persons)
        return _Subject("nobody") if "ward" in ill else _Subject("asker")
    told = "asker" in ill or "asker" in tells
    if "other" not in named or told:
        return _Subject("asker", sure=told)
    return _of_another(turn, ill, asking) if "asker" not in named else _beside_another(turn, ill, asking.persons)


def _of_another(turn: Sequence[Telling], ill: Collection[Who], asking: Asking) -> _Subject:
    """Judge a turn that names only somebody else, who is the patient where it is asked of them."""
    asked_of = any(
        here.whose[mention.start] == "other" and not here.plain[mention.start]
        for here in turn
        for mention in here.mentions
    )
    return _called("other", turn, asking.persons) if asked_of else _Subject("unspoken", sure="other" in ill)


def _beside_another(turn: Sequence[Telling], ill: Collection[Who], persons: Persons) -> _Subject:
    """Judge a turn that tells only of somebody else and is asked by one who may ask for either."""
    undirected = any(persons.undirected.spans_in(here.sentence.words) for here in turn)
    return _Subject("nobody") if undirected and "other" in ill else _Subject("asker", sure=False)


def _called(who: Who, turn: Sequence[Telling], persons: Persons) -> _Subject:
    """Name a patient, unless the turn tells of two who could be meant."""
    each = [_heads(mention) for mention in _mentions_of(who, turn)]
    several = any(not _may_be_one(one, other, persons) for one in each for other in each)
    return _Subject("nobody") if several else _Subject(who, frozenset().union(*each), pointed=_pronouns(who, turn))


def _target(turn: Sequence[Telling], persons: Persons) -> Who | None:
    """Find for whom a turn asks, as in `what next for him`."""
    targets = [
        here.whose[mention.start]
        for here in turn
        for mention in here.mentions
        if mention.start > 0
        and here.sentence.tokens[mention.start - 1].word in persons.for_whom
        and (here.sentence.asks or not here.plain[mention.start])
        and mention.who != "bystander"
        and mention.words[0] not in _ANYBODY
    ]
    return next((who for who in reversed(targets) if who != "nobody"), None)


def _ill(turn: Sequence[Telling], asking: Asking) -> Iterator[Who]:
    """Give each who is told to have a complaint, or whose it is said to be."""
    for here in turn:
        for start, end in asking.complaints.spans_in(here.sentence.words):
            near = [mention for mention in here.mentions if mention.start <= start]
            if near and _has(near[-1], start, here):
                yield here.whose[end - 1]


def _has(mention: Mention, start: int, here: Telling) -> bool:
    """Whether somebody has the complaint that begins here; `my` owns only what follows soon: `my club sees slips`."""
    owns = mention.words in _OWN
    soon = (
        start - mention.end < _SOON and here.sentence.tokens[start].phrase == here.sentence.tokens[mention.start].phrase
    )
    return mention.start == start or (here.plain[start] and (soon or not owns))


def _of_several(turn: Sequence[Telling], asking: Asking) -> bool:
    """Whether a turn tells of more than one patient at once, as `my twins` does; what is asked tells of nobody."""
    return any(not here.asks and asking.persons.several.spans_in(here.sentence.words) for here in turn)


def _names_another(turn: Sequence[Telling], asking: Asking) -> bool:
    return any(asking.persons.another.spans_in(here.sentence.words) for here in turn)


def _names(turn: Sequence[Telling], who: Who) -> frozenset[str]:
    return frozenset().union(*(_heads(mention) for mention in _mentions_of(who, turn)))


def _mentions_of(who: Who, turn: Sequence[Telling]) -> list[Mention]:
    """List where somebody is named by name."""
    found = ((here, mention) for here in turn for mention in here.mentions)
    return [
        mention
        for here, mention in found
        if here.whose[mention.start] == who and mention.who not in {"pronoun", "together", "asker"}
    ]


def _pronouns(who: Who, turn: Sequence[Telling]) -> frozenset[str]:
    found = (mention for here in turn for mention in here.mentions if here.whose[mention.start] == who)
    return frozenset(word for mention in found if mention.who == "pronoun" for word in mention.words)


def _heads(mention: Mention) -> frozenset[str]:
    return frozenset(mention.words) - _CALLED


def _may_be_one(names: frozenset[str], others: frozenset[str], persons: Persons) -> bool:
    """Whether one person may be called by all these names, whose ages do not differ and whose heads stand in one row."""
    ages = {word for word in names if word.isdecimal()}, {word for word in others if word.isdecimal()}
    if all(ages) and ages[0].isdisjoint(ages[1]):
        return False
    if _contrast(names, others, persons):
        return False
    known = frozenset().union(*persons.apart)
    return all(any({name, other} <= row for row in persons.apart) for name in names & known for other in others & known)


def _contrast(names: frozenset[str], others: frozenset[str], persons: Persons) -> bool:
    """Whether one is told from the other, as the younger from the older."""
    said = [{at for at, row in enumerate(persons.contrasts) if not row.isdisjoint(one)} for one in (names, others)]
    return all(said) and said[0].isdisjoint(said[1])
