"""What a question asks: its words, its topics, and whether it may be asked."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from isthmus.answer.facts import Fact
from isthmus.answer.figures import without_figures
from isthmus.answer.numerals import in_plain_figures
from isthmus.answer.watch import as_told
from isthmus.claims import Asking, Kind, Lexicon, Naming, Wording, Words, plain_words
from isthmus.errors import InvalidQuestion
from isthmus.search import Concept, Thesaurus, stems
from isthmus.terms import AudienceId, ClaimId, TopicId

__all__ = ["Asked", "apart", "clean", "understand"]

_MOST_CHARACTERS = 10_000
_SENTENCE = re.compile(r"(?:[^.!?;\n]|[.!?;](?!\s|$))+[.!?;]*")
_SHORT = re.compile(r"\b(?:i\.\s?e|e\.\s?g)\.(?=\s)", re.IGNORECASE)  # i.e. and e.g. end no sentence

_WRAPPED = 50
"""A line so long may end only because its page did."""

_NO_FIGURES = Asking()

Opens = Callable[[str], bool]
"""Whether a sentence opens as a question does."""


@dataclass(frozen=True)
class Asked:
    """A question as it was understood.

    `words` are all its words. The rest is read from its sentences that ask, where they say what they ask for, and from
    the whole otherwise: `concepts` narrow what is asked, each once; `names` are the condition's own names; `topics`
    lead to the keys of the concepts that show the topic; `staged` holds those that ask for treatment as a whole.
    `must` are keys of another illness, body part or treatment, wherever they stand, and `remedies` those of a
    treatment. `meanings` are the claims behind the terms of the glossary that it names.

    `facts` are what it and the questions before it tell of a patient; `kind`, the kind of answer it wants; `audience`,
    who seems to ask, which is only a suggestion; `seeks_next`, whether it asks for the next step of one person; `disputed`,
    whether it says that others do not agree. `ours` are the keys by which it speaks of the condition or what is akin to
    it, and `lead` is what a long story asks at last, where that is plain by itself. `parts` are the several questions
    that it holds, and `leans_on` the earlier questions without which it says too little. `before` is all that was said before it in
    the conversation, oldest first; before one of several questions also the text that holds them.
    `stands` is whether it only opens as one that leans, and asks by itself for something that is spoken of here.
    `slips` are what looks like no word, each with the word that it was read as.
    """

    text: str
    words: Words
    concepts: tuple[Concept, ...]
    names: tuple[Concept, ...]
    topics: Mapping[TopicId, frozenset[str]]
    staged: frozenset[str]
    must: frozenset[str]
    remedies: frozenset[str] = frozenset()
    meanings: frozenset[ClaimId] = frozenset()
    facts: tuple[Fact, ...] = ()
    kind: Kind | None = None
    audience: AudienceId | None = None
    seeks_next: bool = False
    disputed: bool = False
    ours: frozenset[str] = frozenset()
    lead: str = ""
    parts: "tuple[Asked, ...]" = ()
    leans_on: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    stands: bool = False
    slips: Mapping[str, str] = field(default_factory=dict)


def clean(question: str, *, goes_on: bool = False) -> str:
    r"""Make a question fit to be read.

    What cannot be shown becomes spaces, a line that ends without a mark ends a sentence, and numbers in one character
    are written out.

    Args:
        question: In anybody's words.
        goes_on: Whether it goes on from others, when it may be a bare number or a sign.

    Raises:
        InvalidQuestion: It is empty, too long, or the first and holds no words.

    >>> clean("My son is 15\N{VULGAR FRACTION ONE HALF}\nHe cannot run")
    'My son is 15.5. He cannot run'
    """
    if len(question) > _MOST_CHARACTERS:
        what = f"The question is longer than {_MOST_CHARACTERS:,} characters."
        raise InvalidQuestion(what, where="question", remedy="Ask it in a few sentences.")
    lines = ("".join(map(_shown, line)).split() for line in question.splitlines())
    text = _joined([" ".join(words) for words in lines if words])
    if not text:
        raise InvalidQuestion("The question is empty.", where="question", remedy="Ask something.")
    if not goes_on and not any(character.isalpha() for word in plain_words(text) for character in word):
        raise InvalidQuestion("The question holds no words.", where="question", remedy="Ask it in words.")
    return in_plain_figures(text)


def _shown(character: str) -> str:
    return " " if unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"} else character


def _joined(lines: Sequence[str]) -> str:
    """Put lines together; each is a sentence, unless it has a mark at its end or was only too long for its page."""
    text = ""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        wrapped = len(line) >= _WRAPPED and following[:1].islower()
        marked = unicodedata.category(line[-1]).startswith("P")
        text += line if wrapped or marked or not following else f"{line}."
        text += " " if following else ""
    return text


def understand(
    text: str, lexicon: Lexicon, thesaurus: Thesaurus, opens: Opens = lambda _: False, asking: Asking = _NO_FIGURES
) -> Asked:
    """Work out what a question asks.

    Args:
        text: The question, cleaned.
        lexicon: The words of the condition.
        thesaurus: Its synonyms, whose first row holds the condition's own names.
        opens: Tells a sentence that opens as a question does, for those who leave out the mark.
        asking: Holds the figures of speech, whose words speak of nothing.
    """
    corrected = lexicon.spelling.corrected(text)
    plain = without_figures(corrected, asking)
    whole = _read(plain, lexicon, thesaurus)
    asks, besides = apart(plain, opens)
    focus = _read(asks, lexicon, thesaurus) if asks and besides else whole
    leans = any(word in lexicon.leaning for word in focus.words.words)  # "Does it heal?" asks of what was said before
    says = bool(focus.concepts or focus.topics or focus.staged)
    told = focus if says and not leans else _with_known(focus, whole, thesaurus) if says else whole
    concepts = (*told.concepts, *_elsewhere_besides(whole, told))
    meant = _meant(concepts, lexicon, thesaurus)
    return Asked(
        text=text,
        words=Words.of(as_told(corrected)),
        concepts=concepts,
        names=whole.names,
        topics=told.topics or _named_alone(told, whole, lexicon) or _of_one_term(concepts, meant),
        staged=told.staged,
        must=whole.must,
        remedies=whole.must.intersection(lexicon.remedies),
        ours=whole.ours,
        meanings=frozenset(claim for term, _ in meant for claim in term.claims),
    )


def _elsewhere_besides(whole: Asked, told: Asked) -> list[Concept]:
    """Find what names another illness or treatment beside what is asked; in a story about our own it is only colour."""
    if whole.ours:
        return []
    missed = whole.must.difference(concept.key for concept in told.concepts)
    return [concept for concept in whole.concepts if concept.key in missed]


def _named_alone(told: Asked, whole: Asked, lexicon: Lexicon) -> Mapping[TopicId, frozenset[str]]:
    """Take a bare name of the condition for the question what it is."""
    bare = bool(whole.names) and not told.concepts
    return {lexicon.topics[0].id: frozenset({lexicon.condition.words[0]})} if bare else {}


def _meant(concepts: Sequence[Concept], lexicon: Lexicon, thesaurus: Thesaurus) -> list[tuple[Naming, str]]:
    """Find the terms of the glossary that are named, each with the key of what names it."""
    named = [(term, thesaurus.key_of(term.written[0])) for term in lexicon.terms if term.claims]
    return [(term, concept.key) for term, key in named for concept in concepts if concept.key == key]


def _of_one_term(concepts: Sequence[Concept], meant: Iterable[tuple[Naming, str]]) -> Mapping[TopicId, frozenset[str]]:
    """Take the topics of a term that is all that is asked about."""
    alone = len(concepts) == 1
    return {topic: frozenset({key}) for term, key in meant for topic in term.topics if alone}


def apart(text: str, opens: Opens) -> tuple[str, str]:
    """Part the sentences that ask, by their mark or by how they open, from those that tell.

    Beside one with a mark only the last asks without, if it has no mark at all: `Repair or fusion? which one is mine`.
    """
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(_SHORT.sub(" ", text))]
    marked = [sentence for sentence in sentences if sentence.endswith("?")]
    last = [sentence for sentence in sentences[-1:] if sentence[-1:].isalnum() and opens(sentence)]
    asking = [*marked, *last] if marked else list(filter(opens, sentences))
    return " ".join(asking), " ".join(sentence for sentence in sentences if sentence and sentence not in asking)


def _with_known(focus: Asked, whole: Asked, thesaurus: Thesaurus) -> Asked:
    """Add to what is asked what is told besides, as far as the words are known: the rest could not be answered."""
    own = {concept.key for concept in focus.concepts}
    known = (concept for concept in whole.concepts if concept.key in thesaurus.words and concept.key not in own)
    return replace(whole, concepts=(*focus.concepts, *known))


def _read(text: str, lexicon: Lexicon, thesaurus: Thesaurus) -> Asked:
    words = Words.of(text)
    concepts = thesaurus.concepts(stems(" ".join(words.words)))
    name = lexicon.condition.words[0]
    narrowing = {c.key: c for c in reversed(concepts) if _narrows(c, thesaurus) and c.key != name}
    found = ((topic.id, _keys(topic.asked, words, concepts)) for topic in lexicon.topics)
    return Asked(
        ours=_keys(lexicon.kindred, words, concepts).union(c.key for c in concepts if c.key == name),
        text=text,
        words=words,
        concepts=tuple(reversed(narrowing.values())),
        names=tuple(concept for concept in concepts if concept.key == name),
        topics={topic: keys for topic, keys in found if keys},
        staged=_keys(lexicon.staged, words, concepts),
        must=frozenset(narrowing).intersection(lexicon.elsewhere),
    )


def _narrows(concept: Concept, thesaurus: Thesaurus) -> bool:
    return thesaurus.narrows(concept) and not concept.key[0].isdecimal()  # `16yo` and `6mm` are numbers too


def _keys(wordings: Iterable[Wording], words: Words, concepts: Sequence[Concept]) -> frozenset[str]:
    """Collect the concepts at the words that make any of the wordings."""
    positions = {at for wording in wordings for at in wording.found_in(words)}
    return frozenset(c.key for c in concepts if positions.intersection(range(c.start, c.end)))
