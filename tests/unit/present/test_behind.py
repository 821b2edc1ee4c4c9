from dataclasses import dataclass

from isthmus.condition import Condition
from isthmus.present.behind import behind
from isthmus.present.told import Told
from isthmus.terms import ClaimId

FIRST, SECOND = Told("Most do well.", (ClaimId("PD-064"),), (), None), Told("Ask.", (), (), "plan")
THIRD = Told("They do.", (ClaimId("PD-064"), ClaimId("PD-065")), (), None)


@dataclass(frozen=True)
class Part:
    title: str
    says: Told


@dataclass(frozen=True)
class Page:
    lead: Told
    parts: tuple[Part, ...]
    again: Told


def test_every_sentence_is_found_however_deep_it_stands(condition: Condition) -> None:
    told = behind(Page(FIRST, (Part("a", SECOND), Part("b", THIRD)), FIRST), condition.evidence)
    assert list(told.marked) == [FIRST, SECOND, THIRD]
    assert [note.claim for note in told.notes] == ["PD-064", "PD-065"]
    assert [[note.number for note in told.marked[each].notes] for each in (FIRST, SECOND, THIRD)] == [[1], [], [1, 2]]


def test_a_page_without_sentences_has_nothing_behind_it(condition: Condition) -> None:
    told = behind(("words", 3, None, Part), condition.evidence)
    assert (told.marked, told.notes, told.words) == ({}, (), ())
