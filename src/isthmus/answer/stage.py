"""Groups what is found by stage of care, for a question about treatment as a whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from isthmus.answer.documents import Candidate, DocumentShelf
from isthmus.answer.keys import keys_of
from isthmus.answer.question import Asked
from isthmus.claims import Lexicon, Stage, Words, plain_words
from isthmus.search import Thesaurus, stems
from isthmus.terms import StageId

__all__ = ["Staged", "asks_for_whole_treatment", "by_stage", "unlike"]

_MOST_PER_STAGE = 5
_FEW = 3
_SAME_WORDS = 0.6


@dataclass(frozen=True)
class Staged:
    """A candidate and the stage of care it belongs to."""

    stage: StageId
    candidate: Candidate


def asks_for_whole_treatment(asked: Asked, lexicon: Lexicon) -> bool:
    """Whether a question asks for treatment as a whole, with nothing that narrows it to one part or case."""
    first_line = [topic for stage in lexicon.stages[:1] for topic in stage.topics[:1]]
    by_topic = {key for topic in first_line for key in asked.topics.get(topic, ())}
    whole = asked.staged | by_topic | frozenset(lexicon.people)
    return bool(asked.staged) and all(concept.key in whole for concept in asked.concepts)


def by_stage(asked: Asked, shelf: DocumentShelf, lexicon: Lexicon, thesaurus: Thesaurus) -> list[Staged]:
    """Find the best few candidates for each stage, in the order of the stages; a stage may find none.

    A question that names a stage gets that stage alone.

    Each stage is looked for with its own terms beside the words of the question, so that what says most about the
    stage is taken. Of what is taken the strongest kind of source comes first.
    """
    staged: list[Staged] = []
    for stage in _asked_for(asked, lexicon):
        terms = [concept for term in stage.terms for concept in thesaurus.concepts(stems(term))]
        found = shelf.find(asked.text, (*asked.concepts, *terms), asked.names)
        told = frozenset(key for term in stage.terms for key in keys_of(term, thesaurus))
        ours = [candidate for candidate in found if _belongs(candidate, stage, told, lexicon.stages)]
        best = sorted(unlike(ours), key=lambda candidate: (-_tells(candidate, told), candidate.id))
        staged += [Staged(stage.id, candidate) for candidate in sorted(_varied(best), key=shelf.turn)]
    return staged


def unlike(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Drop what says nearly the same as something before it."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if not any(_alike(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def _alike(one: Candidate, other: Candidate) -> bool:
    union = one.concepts | other.concepts
    return bool(union) and len(one.concepts & other.concepts) / len(union) > _SAME_WORDS


def _asked_for(asked: Asked, lexicon: Lexicon) -> Sequence[Stage]:
    """Find the stages that a question names, as `first treatment` does; one that names none asks for all."""
    keys = {concept.key for concept in asked.concepts}
    named = [stage for stage in lexicon.stages if " ".join(plain_words(stage.id)) in keys]
    return named or lexicon.stages


def _belongs(candidate: Candidate, stage: Stage, told: frozenset[str], stages: Sequence[Stage]) -> bool:
    """Whether a sentence belongs to a stage, by what it and its headings show."""
    if not candidate.concepts & told:
        return False
    shown = _shown(candidate.text, stages)
    around = next((one for one in map(partial(_shown, stages=stages), candidate.headings) if len(one) == 1), None)
    return stage.id in (shown or around or ()) and (around or shown) == {stage.id}


def _shown(text: str, stages: Sequence[Stage]) -> set[StageId]:
    words = Words.of(text)
    return {stage.id for stage in stages if any(mark.found_in(words) for mark in stage.marks)}


def _tells(candidate: Candidate, told: frozenset[str]) -> float:
    """Rate how much of a stage a candidate tells: its share of the stage's terms beside the rank of its passage."""
    return candidate.score + len(candidate.concepts & told) / max(1, len(told))


def _varied(best: Sequence[Candidate]) -> list[Candidate]:
    """Take the best of each document before more of the same, so that more than one is heard."""
    parts: dict[str, list[Candidate]] = {}
    for candidate in best:
        parts.setdefault(candidate.id.partition("@")[0], []).append(candidate)
    taken = [own[0] for own in parts.values()][:_MOST_PER_STAGE]
    more = [candidate for candidate in best if candidate not in taken]
    return taken + more[: max(0, _FEW - len(taken))]
