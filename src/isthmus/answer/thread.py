"""A question as it stands in a conversation: what it leans on, and what is known from what was asked before."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from isthmus.answer.figures import without_figures
from isthmus.answer.hear import heard
from isthmus.answer.pieces import each_by_itself, pieces_of
from isthmus.answer.question import Asked, clean
from isthmus.answer.reply import asks_nothing
from isthmus.answer.said import sentences_of
from isthmus.answer.story import asked_of_afar, run_together, told_afar
from isthmus.answer.told_before import of_another, urgent_beside
from isthmus.answer.watch import as_told, first_watch, stop_of, stop_together, words_of
from isthmus.claims import URGENT, Asking, Evidence, Watch, Words
from isthmus.errors import InvalidQuestion

__all__ = [
    "ByItself",
    "clean_thread",
    "danger_in",
    "in_thread",
    "leans",
    "only_corrects",
    "urgent_in_part",
    "watch_in_thread",
    "worse_together",
]

LONGEST_THREAD = 50
"""Questions before the last one of a conversation."""

Read = Callable[[str], Asked]
"""How a question by itself is understood."""
Known = Callable[[str], bool]
"""Whether a key is one of what is spoken of here."""


@dataclass(frozen=True)
class ByItself:
    """How a question by itself is read, with the keys of `people` who are treated, and of what is `known` here.

    `only_denies` tells a turn that does nothing but deny danger signs, or say that all is well.
    """

    read: Read
    people: frozenset[str]
    known: Known
    only_denies: Callable[[str], bool] = field(default=lambda _: False)


def in_thread(text: str, thread: Sequence[str], by_itself: ByItself, asking: Asking) -> Asked:
    """Understand a question with the questions before it.

    One that leans takes topic, names and concepts from what it leans on, and so does a short one that names nothing; one
    that brings its own topic takes only the names, and one that leans on nothing stands alone. Who it is about is what it
    says last.

    Args:
        text: The question, cleaned.
        thread: The questions before it, oldest first.
        by_itself: Understands one question by itself.
        asking: How people ask.
    """
    read, people = by_itself.read, by_itself.people
    alone = read(text)
    before = _leant_on(text, thread, by_itself, asking)
    if not before:
        return alone
    earlier = read(_asked(before))
    if only_corrects(text, asking):
        return replace(earlier, text=text, words=alone.words, leans_on=before)
    own = [concept for concept in alone.concepts if concept.key not in people]
    if (own or alone.topics) and leans(text, asking) and not _points_back(text, asking):
        stands = _stands(alone, by_itself.known, asking)
        return replace(alone, names=alone.names or earlier.names, leans_on=before, stands=stands)
    both = read(_asked([*before, text]))
    new_people = {concept.key for concept in alone.concepts} & people
    kept = [c for c in both.concepts if not new_people or c.key not in people or c.key in new_people]
    topics = alone.topics or both.topics
    return replace(both, text=text, words=alone.words, concepts=tuple(kept), topics=topics, leans_on=before)


def clean_thread(thread: Sequence[str]) -> list[str]:
    """Make the questions of a conversation fit to be read, as `clean` does each; any may be a bare number or a sign.

    Raises:
        InvalidQuestion: There are too many, or one of them is empty or too long.
    """
    if len(thread) > LONGEST_THREAD:
        what = f"There are more than {LONGEST_THREAD} questions before it."
        raise InvalidQuestion(what, where="thread", remedy="Leave out the oldest.")
    return [clean(question, goes_on=True) for question in thread]


def watch_in_thread(asked: Asked, dangers: Sequence[Watch], evidence: Evidence) -> Watch | None:
    """Find what stops a question, be it in its own words, in those it leans on, or as an emergency said before it.

    An emergency that was told of earlier in a conversation does not end with the next question. What is never done was refused
    when it was asked for, and no whole question after it is refused for it again. Where no watch holds, or
    none that is urgent, the words as a whole or a part of them may yet sound like danger, and where none holds like a
    request for what is never done.

    Args:
        asked: The question.
        dangers: What was told before it and is not over.
        evidence: What is known of the condition.
    """
    guard, spelling = evidence.guard, evidence.lexicon.spelling
    ways = [asked.words]
    leant_on = [one for one in asked.leans_on if not of_another(one, [asked.text], evidence.asking)]
    if leant_on:
        ways.append(words_of(_asked([*leant_on, asked.text]), evidence))
    found = list(_that_hold(asked, (first_watch(words, guard, spelling) for words in ways)))
    urgent = [watch for watch in (*found, *dangers) if watch and watch.behaviour == "emergency"]
    watch = next(
        (watch for watch in (*urgent, *found) if watch and (watch is found[0] or watch.behaviour != "clarify")), None
    )
    if watch and watch.behaviour in URGENT:
        return worse_together(watch, asked.text, asked.before, evidence)
    hearing = next(filter(None, _that_hold(asked, (heard(words, guard) for words in ways))), None)
    danger = danger_in(asked.text, asked.before, hearing, evidence)
    return danger or watch or _refused_afar(asked.text, evidence) or hearing


def _that_hold(asked: Asked, found: Iterable[Watch | None]) -> Iterator[Watch | None]:
    """Give what holds in a question, and then in it with those before it; where it stands by itself, no refusal of these."""
    for at, watch in enumerate(found):
        if not (at and asked.stands and watch and watch.behaviour == "abstain"):
            yield watch


def danger_in(text: str, before: Sequence[str], hearing: Watch | None, evidence: Evidence) -> Watch | None:
    """Find the danger in a question that no watch holds as a whole: in a part of it, beside what was told before, or heard.

    Args:
        text: The question, cleaned.
        before: The questions before it, oldest first.
        hearing: What is heard in it.
        evidence: What is known of the condition.
    """
    in_part = urgent_in_part(text, evidence)
    found = [in_part] if in_part else [urgent_beside(text, before, evidence), hearing]
    return next((watch for stop in URGENT for watch in found if watch and watch.behaviour == stop), None)


def worse_together(watch: Watch, text: str, before: Sequence[str], evidence: Evidence) -> Watch:
    """Give the emergency that two short tellings make of a warning sign, such as `My leg is weak. Now both are.`; else the sign."""
    if watch.behaviour == "emergency":
        return watch
    stops = (stop_together(*two, evidence) for two in run_together(pieces_of(text, evidence.asking)))
    found = (*stops, urgent_beside(text, before, evidence))
    return next((one for one in found if one and one.behaviour == "emergency"), watch)


def urgent_in_part(text: str, evidence: Evidence) -> Watch | None:
    """Find a danger sign that is told or asked about beside another question, which must not explain it away.

    `Her foot drops. How common is a slip?` asks about people in general, but what it tells is of her.
    """
    meant = as_told(evidence.lexicon.spelling.corrected(text))
    pieces = pieces_of(meant, evidence.asking)
    apart = [] if len(pieces) == 1 else list(each_by_itself(pieces))
    apart += told_afar(meant, evidence.asking)
    found = [watch for one in dict.fromkeys(apart) for watch in _stops_or_sounds(one, evidence)]
    for first, both in run_together(pieces):
        found += [stop_together(first, both, evidence), _sounds(both, evidence)]
    return next((watch for stop in URGENT for watch in found if watch and watch.behaviour == stop), None)


def _stops_or_sounds(meant: str, evidence: Evidence) -> Iterator[Watch | None]:
    yield first_watch(Words.of(meant), evidence.guard, evidence.lexicon.spelling)
    yield _sounds(meant, evidence)


def _sounds(meant: str, evidence: Evidence) -> Watch | None:
    return heard(Words.of(without_figures(meant, evidence.asking)), evidence.guard, part=True)


def _refused_afar(text: str, evidence: Evidence) -> Watch | None:
    """Find what is never answered here where a question only points at what was named far before it."""
    stopped = (stop_of(one, evidence) for one in asked_of_afar(text, evidence.asking))
    return next((watch for watch in stopped if watch and watch.behaviour == "abstain"), None)


def leans(text: str, asking: Asking) -> bool:
    """Whether a question says too little by itself: it opens as one that goes on, or is short and points back."""
    sentences = sentences_of(text, asking.numbers)
    cues = asking.follow_ups
    if len(sentences) != 1 or len(sentences[0].words.words) > cues.most_words:
        return False
    words = sentences[0].words
    opens = bool(cues.opening.ends(words, 0) - {0}) or only_corrects(text, asking)
    bare = len(words.words) in cues.bare.ends(words, 0)
    return opens or bare or not cues.pointing.isdisjoint(words.words)


def only_corrects(text: str, asking: Asking) -> bool:
    """Whether a text does nothing but correct a number that was told before, as `sorry, I meant 13` does."""
    sentences = sentences_of(text, asking.numbers)
    if len(sentences) != 1:
        return False
    tokens = sentences[0].tokens
    ends = asking.corrections.ends(sentences[0].words, 0) - {0}
    return len(tokens) in ends or (len(tokens) - 1 in ends and tokens[-1].word in asking.numbers.times)


def _leant_on(text: str, thread: Sequence[str], by_itself: ByItself, asking: Asking) -> tuple[str, ...]:
    """Go back from a question that leans to the last that does not; what only replied or denied is passed over."""
    chain: list[str] = []
    cued, read = leans(text, asking), by_itself.read
    for earlier in reversed(thread) if cued or _says_too_little(text, by_itself, asking) else ():
        if by_itself.only_denies(earlier) or _only_replies(earlier, read, asking):
            continue
        chain.insert(0, earlier)
        if not (leans(earlier, asking) or _says_too_little(earlier, by_itself, asking)):
            break
    first = read(chain[0]) if chain else None
    holds = first is not None and bool(first.topics or first.names or first.ours)
    return tuple(chain) if holds or cued else ()


def _stands(alone: Asked, known: Known, asking: Asking) -> bool:
    """Whether a question is whole although it opens as one that goes on, as `And how long is a brace worn?` does."""
    speaks = bool(alone.topics) and any(known(concept.key) for concept in alone.concepts)
    return speaks and any(whole.found_in(alone.words) for whole in asking.follow_ups.whole)


def _says_too_little(text: str, by_itself: ByItself, asking: Asking) -> bool:
    """Whether a short question names nothing of which it asks, and nothing from elsewhere, as in `how many weeks?`."""
    sentences = sentences_of(text, asking.numbers)
    short = len(sentences) == 1 and len(sentences[0].tokens) <= asking.follow_ups.most_words
    if not short or asks_nothing(text, asking):
        return False
    alone = by_itself.read(text)
    says = alone.names or alone.topics or alone.ours or alone.staged or alone.must
    return not says and all(by_itself.known(concept.key) for concept in alone.concepts)


def _only_replies(text: str, read: Read, asking: Asking) -> bool:
    """Whether an earlier turn asks nothing, names nothing that could be leant on, and points at nothing."""
    alone = read(text)
    points = not asking.follow_ups.things.isdisjoint(alone.words.words)
    return asks_nothing(text, asking) and not (points or alone.names or alone.topics or alone.ours)


def _points_back(text: str, asking: Asking) -> bool:
    return not asking.follow_ups.pointing.isdisjoint(Words.of(text).words)


def _asked(questions: Sequence[str]) -> str:
    return " ".join(f"{question.rstrip(' .!?')}?" for question in questions)
