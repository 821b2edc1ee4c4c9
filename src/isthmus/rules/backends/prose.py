"""What an expression says in English, in words that a clinician can put a name to.

What is not known is never passed over: `fails` is said only of what is known to be false, and where an operator is sure
of its answer all the same, the words say that something is, or is not, known or established. "Not established" stands
where "not known that" could be read as "not known whether".
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from isthmus.rules import syntax
from isthmus.rules.backend import Backend
from isthmus.rules.meanings.iso import iso
from isthmus.rules.meanings.phrase import Joined, Phrase, listed, quoted, stated, with_unit
from isthmus.terms import PERIODS, Moment

__all__ = ["Prose", "spaced"]


def spaced(name: str) -> Phrase:
    """Write a name as it is, its underscores as spaces."""
    return Phrase(name.replace("_", " "))


class Prose(Backend[Phrase]):
    """Reads an expression as English.

    Args:
        words: The words for a name.
    """

    def __init__(self, words: Callable[[str], Phrase] = spaced) -> None:
        self.words = words

    # leaf

    def on_literal(self, node: syntax.Literal) -> Phrase:
        """What is written."""
        match node.value:
            case None:
                return Phrase("not known", known=False)
            case bool():
                said = ("always", "never") if node.value else ("never", "always")
                holds, fails = (f"this is {word} so" for word in said)
                return Phrase("yes" if node.value else "no", holds=holds, fails=fails, certain=True)
            case str():
                return Phrase(quoted(node.value), word=node.value, certain=True)
            case Moment():
                return Phrase(iso(node.value), moment=True, certain=True)
            case _:
                return Phrase(_number(node.value), bare=True, certain=True)

    def on_quantity(self, node: syntax.Quantity) -> Phrase:
        """A number with its unit."""
        unit = f"{node.unit}s" if node.unit in PERIODS else node.unit
        return Phrase(with_unit(_number(node.value), unit))

    def on_list_of(self, node: syntax.ListOf, *items: Phrase) -> Phrase:
        """A list."""
        noun = f"the list of {listed([item.noun for item in items], 'and')}" if items else "an empty list"
        return Phrase(noun, items=items)

    def on_name(self, node: syntax.Name) -> Phrase:
        """What it is called."""
        return self.words(node.name)

    # logical

    def on_not(self, node: syntax.Not, operand: Phrase) -> Phrase:
        """That it does not hold."""
        return operand.opposite()

    def on_and(self, node: syntax.And, left: Phrase, right: Phrase) -> Phrase:
        """One and the other; it fails where either does."""
        return _both("and", left, right)

    def on_or(self, node: syntax.Or, left: Phrase, right: Phrase) -> Phrase:
        """One or the other; it fails where both do."""
        return _both("or", left, right)

    def on_xor(self, node: syntax.Xor, left: Phrase, right: Phrase) -> Phrase:
        """Just one of two."""
        two = f"{left.so_in('other')}; {right.so_in('other')}"
        return Phrase(holds=f"just one of these: {two}", fails=f"both or neither of these: {two}", joined="other")

    def on_implies(self, node: syntax.Implies, left: Phrase, right: Phrase) -> Phrase:
        """Either the one does not hold or the other does."""
        return _both("or", left.opposite(), right)

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: Phrase) -> Phrase:
        """That it is not known."""
        if operand.noun:
            return stated(operand.noun, "is not known", "is known", certain=True)
        whether = f"known whether {operand.so_in('')}"
        return Phrase(holds=f"it is not {whether}", fails=f"it is {whether}", certain=True)

    def on_is_true(self, node: syntax.IsTrue, operand: Phrase) -> Phrase:
        """That it is known to hold."""
        return replace(_established(operand.so_in("")), hangs_on=operand.hangs_on, sure=operand)

    def on_is_false(self, node: syntax.IsFalse, operand: Phrase) -> Phrase:
        """That it is known not to hold."""
        contrary = operand.opposite()
        return replace(_established(contrary.so_in("")), hangs_on=operand.hangs_on, sure=contrary)

    def on_coalesce(self, node: syntax.Coalesce, *choices: Phrase) -> Phrase:
        """The first that is known."""
        otherwise = " or, where that is not known, "
        if not any(choice.holds for choice in choices):
            return Phrase(otherwise.join(choice.thing for choice in choices), joined="sum", unit=choices[0].unit)
        holds = otherwise.join(choice.so_in("") for choice in choices)
        fails = otherwise.join(choice.not_so_in("") for choice in choices)
        return Phrase(holds=holds, fails=fails, joined="other")

    # comparison

    def on_equal(self, node: syntax.Equal, left: Phrase, right: Phrase) -> Phrase:
        """`is`."""
        return _same(left, right)

    def on_not_equal(self, node: syntax.NotEqual, left: Phrase, right: Phrase) -> Phrase:
        """`is not`."""
        return _same(left, right).opposite()

    def on_equivalent(self, node: syntax.Equivalent, left: Phrase, right: Phrase) -> Phrase:
        """`is`, where both not being known counts as the same."""
        same = _same(left, right)
        holds, fails = f"{same.holds}, or neither is known", f"{same.fails}, or just one of them is known"
        return Phrase(holds=holds, fails=fails, joined="other", certain=True)

    def on_less(self, node: syntax.Less, left: Phrase, right: Phrase) -> Phrase:
        """`is under`."""
        return _ordered(left, right, "under", "at least")

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: Phrase, right: Phrase) -> Phrase:
        """`is at most`."""
        return _ordered(left, right, "at most", "over")

    def on_greater(self, node: syntax.Greater, left: Phrase, right: Phrase) -> Phrase:
        """`is over`."""
        return _ordered(left, right, "over", "at most")

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: Phrase, right: Phrase) -> Phrase:
        """`is at least`."""
        return _ordered(left, right, "at least", "under")

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: Phrase) -> Phrase:
        """`minus`."""
        return _sum(f"minus {operand.part}", operand)

    def on_add(self, node: syntax.Add, left: Phrase, right: Phrase) -> Phrase:
        """`plus`."""
        return _sum(f"{left.part} plus {right.beside(left).part}", left)

    def on_subtract(self, node: syntax.Subtract, left: Phrase, right: Phrase) -> Phrase:
        """`minus`."""
        return _sum(f"{left.part} minus {right.beside(left).part}", left)

    def on_multiply(self, node: syntax.Multiply, left: Phrase, right: Phrase) -> Phrase:
        """`times`."""
        return _sum(f"{left.part} times {right.part}")

    def on_divide(self, node: syntax.Divide, left: Phrase, right: Phrase) -> Phrase:
        """`divided by`."""
        return _sum(f"{left.part} divided by {right.part}")

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: Phrase, right: Phrase) -> Phrase:
        """How often it goes whole into the other."""
        return _sum(f"the whole times {right.part} goes into {left.part}")

    def on_modulo(self, node: syntax.Modulo, left: Phrase, right: Phrase) -> Phrase:
        """The remainder."""
        return _sum(f"the remainder of {left.part} divided by {right.part}")

    def on_abs(self, node: syntax.Abs, operand: Phrase) -> Phrase:
        """The number without its sign."""
        return _sum(f"{operand.part} without its sign", operand)

    def on_ceiling(self, node: syntax.Ceiling, operand: Phrase) -> Phrase:
        """Rounded up."""
        return _sum(f"{operand.part} rounded up to a whole number", operand)

    def on_floor(self, node: syntax.Floor, operand: Phrase) -> Phrase:
        """Rounded down."""
        return _sum(f"{operand.part} rounded down to a whole number", operand)

    def on_truncate(self, node: syntax.Truncate, operand: Phrase) -> Phrase:
        """The whole part."""
        return _sum(f"the whole part of {operand.part}", operand)

    def on_successor(self, node: syntax.Successor, operand: Phrase) -> Phrase:
        """The next value."""
        return _sum(f"the next value after {operand.part}", operand)

    def on_predecessor(self, node: syntax.Predecessor, operand: Phrase) -> Phrase:
        """The value before."""
        return _sum(f"the last value before {operand.part}", operand)

    # datetime

    def on_component(self, node: syntax.Component, operand: Phrase) -> Phrase:
        """The part of it."""
        return _sum(f"the {node.part.word} of {operand.part}")

    def on_shift(self, node: syntax.Shift, operand: Phrase) -> Phrase:
        """So long after it, or before it."""
        length = with_unit(str(abs(node.amount)), f"{node.period}s")
        return _sum(f"{length} {'before' if node.amount < 0 else 'after'} {operand.part}", operand)

    def on_duration(self, node: syntax.Duration, left: Phrase, right: Phrase) -> Phrase:
        """The whole periods from one to the other."""
        return Phrase(f"the time from {left.part} to {right.part} in whole {node.period}s", joined="sum")

    def on_difference(self, node: syntax.Difference, left: Phrase, right: Phrase) -> Phrase:
        """The periods that begin between them."""
        begins = "Sundays" if node.period == "week" else f"{node.period}s of the calendar that begin"
        return Phrase(f"the number of {begins} after {left.part} and up to {right.part}", joined="sum")

    # membership

    def on_in(self, node: syntax.In, left: Phrase, right: Phrase) -> Phrase:
        """One of a list; where the one or the other may not be known, that it is known to be."""
        if not isinstance(node.right, syntax.ListOf):
            return _included(left, right)
        items = ", ".join(item.thing for item in right.beside(left).items) or "nothing"
        so, not_so = ("one of", "none of") if left.certain else ("known to be one of", "not known to be one of")
        return Phrase(holds=f"{left.thing} is {so} {items}", fails=f"{left.thing} is {not_so} {items}", certain=True)

    def on_exists(self, node: syntax.Exists, operand: Phrase) -> Phrase:
        """That the list is known to have a member."""
        entry = "known to have an entry"
        return Phrase(holds=f"{operand.thing} is {entry}", fails=f"{operand.thing} is not {entry}", certain=True)

    # conditional

    def on_if(self, node: syntax.If, condition: Phrase, then: Phrase, otherwise: Phrase) -> Phrase:
        """One or the other; the condition decides only where it is known to hold."""
        about = condition.about if isinstance(node.condition, syntax.IsNull) and not then.known else ""
        guards = about and about == otherwise.hangs_on
        sure = otherwise.sure or otherwise
        if guards and not sure.cases:
            return sure  # what is said of a thing that is not known is not known anyway
        given = condition.so if condition.certain else f"it is established that {condition.so_in('')}"
        choice = _choice(given, then, sure if guards else otherwise)
        if not (condition.hangs_on and then.certain and otherwise.hangs_on in ("", condition.hangs_on)):
            return choice
        return replace(choice, hangs_on=condition.hangs_on, sure=_choice((condition.sure or condition).so, then, sure))


def _number(value: int | Decimal) -> str:
    return str(value) if isinstance(value, int) else format(value.normalize(), "f")


def _both(joined: Joined, left: Phrase, right: Phrase) -> Phrase:
    other: Joined = "or" if joined == "and" else "and"
    parts = _in_one_breath([*left.parts_in(joined), *right.parts_in(joined)], joined)
    whole = Phrase(
        holds=_row(joined, [part.so_in(joined) for part in parts]),
        fails=_row(other, [part.not_so_in(other) for part in parts]),
        joined=joined,
        parts=parts,
        certain=left.certain and right.certain,
    )
    return whole if len(parts) > 1 else replace(parts[0], parts=parts)


def _in_one_breath(parts: Iterable[Phrase], joined: Joined) -> tuple[Phrase, ...]:
    """Put parts that follow each other and are about the same thing together."""
    kept: list[Phrase] = []
    for part in parts:
        together = kept and kept[-1].goes_with(part, joined)
        kept.append(kept.pop().with_also(part, joined) if together else part)
    return tuple(kept)


def _row(joined: str, parts: Iterable[str]) -> str:
    words = tuple(parts)
    comma = "," if any("it is " in part for part in words) else ""  # which ends what `it is known whether` is said of
    return f"{comma} {joined} ".join(words)


def _established(words: str) -> Phrase:
    return Phrase(holds=f"it is established that {words}", fails=f"it is not established that {words}", certain=True)


def _included(left: Phrase, right: Phrase) -> Phrase:
    """Say that something is in a list that may not be known; the language takes that for a no, and so must the words."""
    item = left.beside(right).thing
    plain = Phrase(holds=f"{right.thing} includes {item}", fails=f"{right.thing} does not include {item}")
    held = f"known to include {item}"
    surely = stated(right.thing, f"is {held}", f"is not {held}", certain=True)
    return replace(surely, hangs_on=right.noun if left.certain else "", sure=plain)


def _same(left: Phrase, right: Phrase) -> Phrase:
    two_truths = not (left.noun or right.noun)
    return _compared(left, right, *(("is the same as", "is not the same as") if two_truths else ("is", "is not")))


def _compared(left: Phrase, right: Phrase, so: str, not_so: str) -> Phrase:
    one, other = left.beside(right).thing, right.beside(left).thing
    phrase = stated(one, f"{so} {other}", f"{not_so} {other}", certain=left.certain and right.certain)
    return replace(phrase, hangs_on=left.noun if right.certain and not left.certain else "")


_OTHERWISE = "; otherwise, "
_IN_TIME = {"under": "before", "over": "after", "at most": "at or before", "at least": "at or after"}


def _ordered(left: Phrase, right: Phrase, so: str, not_so: str) -> Phrase:
    if left.moment or right.moment:
        so, not_so = _IN_TIME[so], _IN_TIME[not_so]
    return _compared(left, right, f"is {so}", f"is {not_so}")


def _choice(given: str, then: Phrase, otherwise: Phrase) -> Phrase:
    """Say a choice; one within the last value of another is part of the same row of cases."""
    if not (then.holds or otherwise.holds):
        cases = (f"if {given}, {then.part}", *(otherwise.cases or (otherwise.thing,)))
        return Phrase(_OTHERWISE.join(cases), joined="sum", unit=then.unit, cases=cases)
    cases = (f"if {given}, {then.so_in('and')}", *(otherwise.cases or (otherwise.so,)))
    fails = (f"if {given}, {then.not_so_in('and')}", otherwise.not_so)
    return Phrase(holds=_OTHERWISE.join(cases), fails=_OTHERWISE.join(fails), joined="other", cases=cases)


def _sum(words: str, like: Phrase | None = None) -> Phrase:
    """Name the result of a sum, which has the unit of what it is like."""
    return Phrase(words, joined="sum", unit=like.unit if like else "", moment=bool(like and like.moment))
