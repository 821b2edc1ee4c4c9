"""What the handbook adds to a plan: the decision aid for its action, and the questions to take along."""

from collections.abc import Iterator
from dataclasses import dataclass

from isthmus.guide import Choice, GuideBook, Procedure, Spoken
from isthmus.present.teller import FactTold, Teller
from isthmus.present.told import Told
from isthmus.terms import ActionId

__all__ = ["NO_TALK", "Aid", "AidOption", "Questions", "Talk", "aids_for", "spoken_of", "talk_of"]


@dataclass(frozen=True)
class AidOption:
    """A way to choose as its decision aid tells it: what it is, what speaks for and against it, what it is like."""

    title: str
    what: tuple[Told, ...]
    benefits: tuple[FactTold, ...]
    harms: tuple[FactTold, ...]
    like: tuple[Told, ...]

    def told(self) -> tuple[Told, ...]:
        """Everything that is said of it."""
        return (*self.what, *(fact.says for fact in (*self.benefits, *self.harms)), *self.like)


@dataclass(frozen=True)
class Aid:
    """A decision aid beside a plan: the decision, and its options side by side; none is preferred."""

    name: str
    title: str
    decision: tuple[Told, ...]
    options: tuple[AidOption, ...]


@dataclass(frozen=True)
class Questions:
    """Questions to take along, and the procedure that they are about."""

    procedure: str
    title: str
    asks: tuple[Told, ...]


@dataclass(frozen=True)
class Talk:
    """What to talk over: the decision aid that fits best, the names and titles of others, and questions to take along."""

    aid: Aid | None
    other_aids: tuple[tuple[str, str], ...]
    questions: tuple[Questions, ...]

    def texts(self) -> tuple[str, ...]:
        """Everything that is said in it."""
        options = self.aid.options if self.aid else ()
        said = [told for each in options for told in each.told()]
        asked = (question for group in self.questions for question in group.asks)
        return tuple(told.text for told in (*(self.aid.decision if self.aid else ()), *said, *asked))


NO_TALK = Talk(None, (), ())
"""What a plan says without a handbook."""


def talk_of(action: ActionId, book: GuideBook, teller: Teller) -> Talk:
    """Gather what to talk over about an action."""
    aids = aids_for(action, book)
    return Talk(
        aid=_aid(aids[0], teller) if aids else None,
        other_aids=tuple((choice.name, choice.title.in_register(teller.register)) for choice in aids[1:]),
        questions=_questions_for(action, book, teller),
    )


def aids_for(action: ActionId, book: GuideBook) -> tuple[Choice, ...]:
    """Find the decision aids for an action, the one that is meant for the fewest actions first."""
    fitting = (choice for choice in book.choices.values() if action in choice.actions)
    return tuple(sorted(fitting, key=lambda choice: len(choice.actions)))


def spoken_of(action: ActionId, book: GuideBook) -> Iterator[Spoken]:
    """Every sentence that `talk_of` tells of an action, in reading order."""
    for choice in aids_for(action, book)[:1]:
        yield from choice.decision
        for option in choice.options:
            yield from (*option.what, *(fact.says for fact in (*option.benefits, *option.harms)), *option.like)
    for procedure in _procedures(action, book):
        yield from procedure.questions


def _aid(choice: Choice, teller: Teller) -> Aid:
    """Tell a choice beside a plan."""
    return Aid(
        name=choice.name,
        title=choice.title.in_register(teller.register),
        decision=teller.all(choice.decision),
        options=tuple(
            AidOption(
                title=option.title.in_register(teller.register),
                what=teller.all(option.what),
                benefits=teller.facts(option.benefits),
                harms=teller.facts(option.harms),
                like=teller.all(option.like),
            )
            for option in choice.options
        ),
    )


def _questions_for(action: ActionId, book: GuideBook, teller: Teller) -> tuple[Questions, ...]:
    """Gather the questions worth asking about an action, for each procedure that it may mean."""
    return tuple(
        Questions(procedure.name, procedure.title.in_register(teller.register), teller.all(procedure.questions))
        for procedure in _procedures(action, book)
    )


def _procedures(action: ActionId, book: GuideBook) -> Iterator[Procedure]:
    return (procedure for procedure in book.procedures.values() if action in procedure.actions)
