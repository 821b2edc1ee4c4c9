"""Whether operands fit their operator and one another, and the type that they have in common."""

from dataclasses import replace

from isthmus.errors import nearest
from isthmus.rules import syntax
from isthmus.rules.constants import without_value
from isthmus.rules.expr import Expr, Unary
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.refusal import refusal_of
from isthmus.terms import Form, Precision, Unit, unit_of

__all__ = [
    "LISTED",
    "NULLS",
    "TRUTH_REMEDY",
    "alike",
    "common",
    "counted",
    "known_to",
    "logical",
    "multiplied",
    "no_strange_word",
    "ordered",
    "precision_for_shift",
    "precision_of",
    "same_number",
    "sameness",
    "summed",
    "within_cql",
]

_TRUTH = Type(Kind.BOOLEAN)
TRUTH_REMEDY = "Write a comparison, or put parentheses where they belong."
"""How to make a truth of an expression that is none."""

NULLS = {
    "null as Boolean": Kind.BOOLEAN,
    "null as Integer": Kind.INTEGER,
    "null as Decimal": Kind.DECIMAL,
    "null as String": Kind.CHOICE,
}
"""The kind of a null that says it."""
LISTED = (Kind.CHOICE, Kind.INTEGER, Kind.DECIMAL, Kind.MOMENT)
"""What a list may hold."""
_COARSE = ("year", "month", "week", "day", "hour")


def logical(node: Expr, *operands: Type) -> Type:
    """Find the type of what combines truths."""
    for expr, operand in zip(node.operands(), operands, strict=True):
        if operand.kind not in (Kind.BOOLEAN, Kind.NULL):
            raise refusal_of(expr, f"is {operand.words}, not a truth", TRUTH_REMEDY)
    return replace(_TRUTH, certain=all(operand.certain for operand in operands))


def ordered(node: Expr, left: Type, right: Type) -> Type:
    """Find the type of a question which of two values is greater."""
    what = f"sets {left.words} against {right.words}"
    for operand in (left, right):
        if not operand.number and operand.kind not in (Kind.QUANTITY, Kind.MOMENT, Kind.NULL):
            raise refusal_of(node, what, "Compare numbers.")
    return _compared(node, left, right, what)


def sameness(node: Expr, left: Type, right: Type) -> Type:
    """Find the type of a question whether two values are the same."""
    what = f"sets {left.words} against {right.words}"
    if Kind.LIST in (left.kind, right.kind):
        raise refusal_of(node, what, "Ask whether something is `in` a list.")
    if left.kind is right.kind is Kind.CHOICE:
        no_strange_word(node, left, right)
    return _compared(node, left, right, what)


def _compared(node: Expr, left: Type, right: Type, what: str) -> Type:
    if {operand.text for operand in node.operands()} == {"null"}:
        raise refusal_of(node, "compares null with null", "Leave it out.")
    alike(node, left, right, what)
    return replace(_TRUTH, certain=left.certain and right.certain)


def summed(node: Expr, left: Type, right: Type) -> Type:
    """Find the type of two numbers or quantities together."""
    what = f"sets {left.words} against {right.words}"
    if Kind.MOMENT in (left.kind, right.kind):
        raise refusal_of(node, what, "Add whole periods to a point in time, as in `x + 3 months`.")
    for operand in (left, right):
        if not operand.number and operand.kind not in (Kind.QUANTITY, Kind.NULL):
            raise refusal_of(node, what, "Compare numbers.")
    if left.kind is right.kind is Kind.NULL:
        raise refusal_of(node, "calculates with null alone", "Leave it out.")
    if left.kind is right.kind is Kind.QUANTITY:
        alike(node, left, right, what)
        return Type(Kind.QUANTITY, unit=_finer(node, unit_of(str(left.unit)), unit_of(str(right.unit))))
    return replace(alike(node, left, right, what), certain=False)


def _finer(node: Expr, one: Unit, other: Unit) -> str:
    """Find the unit of two amounts together: the finer one, of which the other must be a whole multiple."""
    finer, coarser = sorted((one, other), key=lambda unit: unit.factor)
    if coarser.factor % finer.factor:
        what = f"puts together {one.code} and {other.code}, of which neither is a whole number of the other"
        raise refusal_of(node, what, "Give both in one unit.")
    return finer.code


def multiplied(node: Expr, left: Type, right: Type) -> Kind:
    """Find the kind of number that two numbers make."""
    for expr, operand in zip(node.operands(), (left, right), strict=True):
        if not operand.number and operand.kind is not Kind.NULL:
            raise refusal_of(expr, f"is {operand.words}, not a number", "Calculate with numbers.")
    kinds = {left.kind, right.kind} - {Kind.NULL}
    if not kinds:
        raise refusal_of(node, "calculates with null alone", "Leave it out.")
    return Kind.DECIMAL if Kind.DECIMAL in kinds else Kind.INTEGER


def same_number(node: Unary, operand: Type, *others: Kind) -> Type:
    """Find the type of a number, or of what else an operator takes, after an operator that keeps its type."""
    if not operand.number and operand.kind not in others:
        raise refusal_of(node.operand, f"is {operand.words}, not a number", "Write a number.")
    return replace(operand, certain=operand.certain and isinstance(node, syntax.Negate) and _is_written(node.operand))


def within_cql(node: Expr, found: Type) -> Type:
    """Refuse a part that is written out and lies beyond the calendar or CQL's numbers."""
    if without_value(node):
        raise refusal_of(node, "is beyond the calendar or the numbers of CQL", "Correct it.")
    return found


def _is_written(node: Expr) -> bool:
    return isinstance(node, syntax.Literal | syntax.Quantity)


def common(node: Expr, one: Type, other: Type) -> Type:
    """Find the type of one of several values, of which CQL would change none."""
    what = f"is {one.words} or {other.words}"
    if {one.kind, other.kind} == {Kind.INTEGER, Kind.DECIMAL}:
        raise refusal_of(node, what, "Give both the same type.")
    if one.kind is other.kind is Kind.QUANTITY and one.unit != other.unit:
        raise refusal_of(node, f"is in {one.unit} or in {other.unit}", "Give both in one unit.")
    return alike(node, one, other, what)


def alike(node: Expr, one: Type, other: Type, what: str) -> Type:
    """Find the type of two values that must be of one kind, known as finely, or in units that compare."""
    if Kind.NULL in (one.kind, other.kind):
        return replace(one if other.kind is Kind.NULL else other, certain=False)
    if one.kind is not other.kind and not (one.number and other.number):
        raise refusal_of(node, what, "Give both the same type.")
    match one.kind:
        case Kind.MOMENT:
            if (one.form, one.precision) != (other.form, other.precision):
                remedy = "Use points in time that are known as finely, or compare by a period, as in `same month as`."
                raise refusal_of(node, what, remedy)
        case Kind.QUANTITY:
            if one.words != other.words:
                raise refusal_of(node, what, "Use units that measure the same.")
        case Kind.LIST:
            if (one.item, one.form, one.precision) != (other.item, other.form, other.precision):
                raise refusal_of(node, what, "Give both the same type.")
        case Kind.INTEGER | Kind.DECIMAL:
            return _number_of(node, one, other)
    return replace(one, choices=one.choices | other.choices)


def _number_of(node: Expr, one: Type, other: Type) -> Type:
    if one.unit and other.unit and one.unit != other.unit:
        raise refusal_of(node, f"sets {one.unit} against {other.unit}", "Give both in one unit.")
    kind = one.kind if one.kind is other.kind else Kind.DECIMAL
    return Type(kind, unit=one.unit or other.unit)


def no_strange_word(node: Expr, left: Type, right: Type) -> None:
    """Refuse a word in quotes that what stands beside it can never be."""
    first, second = node.operands()
    for expr, written, other, allowed in ((first, left, second, right), (second, right, first, left)):
        if isinstance(expr, syntax.Literal | syntax.ListOf) and not isinstance(other, syntax.Literal | syntax.ListOf):
            for word in sorted(written.choices - allowed.choices)[: 1 if allowed.choices else 0]:
                remedy = nearest(word, allowed.choices, otherwise="Use an allowed value.")
                raise refusal_of(node, f"uses `{word}`, which is not an allowed value", remedy)


def known_to(node: Expr, operand: Type, part: Precision) -> None:
    """Refuse to ask a point in time for a part that it does not have, or that is not known of it."""
    if operand.kind is not Kind.MOMENT or operand.precision is None:
        raise refusal_of(node, f"asks it of {operand.words}", "Ask it of a point in time.")
    has = (
        part >= Precision.HOUR if operand.form is Form.TIME else operand.form is Form.DATETIME or part <= Precision.DAY
    )
    if not has or part > operand.precision:
        remedy = "Use a point in time that is known as finely, or a longer period."
        raise refusal_of(node, f"needs the {part.word} of {operand.words}", remedy)


def precision_of(period: syntax.Period) -> Precision:
    """Find how finely a point in time must be known to count a period."""
    return Precision.DAY if period == "week" else Precision[period.upper()]


def precision_for_shift(operand: Type, period: syntax.Period) -> Precision:
    """Find how finely a point in time must be known for a shift; months shift a year by the whole years in them."""
    months_of_a_year = period == "month" and operand.precision is Precision.YEAR
    return Precision.YEAR if months_of_a_year else precision_of(period)


def counted(node: syntax.Duration | syntax.Difference, left: Type, right: Type) -> bool:
    """Say whether a count of periods is certain: both ends are, and it cannot pass CQL's whole numbers."""
    if left.form is not right.form:
        raise refusal_of(node, f"counts from {left.words} to {right.words}", "Give both ends the same form.")
    return left.certain and right.certain and node.period in _COARSE
