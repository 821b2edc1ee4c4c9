"""The options of a talk in one patient's case: what speaks for and against each, and what is open."""

from collections.abc import Iterable

from isthmus.pathway import Option, Reason, Register, Sentence
from isthmus.plan.model import Weighed
from isthmus.plan.reading import Reading
from isthmus.terms import Truth

__all__ = ["weigh"]


def weigh(options: Iterable[Option], reading: Reading, register: Register) -> tuple[Weighed, ...]:
    """Lay the options side by side; nothing is weighed for the patient, and none is ranked.

    Args:
        options: The options, in the order in which they are shown.
        reading: What each name of the pathway comes to for the patient.
        register: Whose wording to use.
    """
    return tuple(
        Weighed(
            id=option.id,
            title=option.title[register],
            procedure=option.procedure,
            speaks_for=_said(option.reasons_for, reading, register, Truth.TRUE),
            speaks_against=_said(option.reasons_against, reading, register, Truth.TRUE),
            could_speak_for=_said(option.reasons_for, reading, register, Truth.UNKNOWN),
            could_speak_against=_said(option.reasons_against, reading, register, Truth.UNKNOWN),
        )
        for option in options
    )


def _said(reasons: Iterable[Reason], reading: Reading, register: Register, truth: Truth) -> tuple[Sentence, ...]:
    return tuple(reason.says[register] for reason in reasons if reading.read(reason.when.tree).truth is truth)
